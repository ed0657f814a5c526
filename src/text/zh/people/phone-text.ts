/** A new telephone number, which is what a person signs in with. */
export const phoneZh = {
  title: '换手机号',
  field: '新的手机号',
  button: '换手机号',
  once: '这个码只显示这一次，24 小时内有效。',
  lead: (name: string) => `请给新号码打电话，确认接电话的就是${name}，再把码念给本人。`,
  call: '打这个电话，念这六个数字',
  say: (address: string) =>
    `本人登录后打开 ${address}（“我的”里的“换手机号”），填上就换好了。没填以前，还用旧号码登录。`,
  back: '回到这个人',
  own: '换手机号',
  ownLead: (digits: string) => `填工作人员打到新号码（尾号 ${digits}）念给您的六个数字。填好以后，就用新号码登录。`,
  code: '六个数字',
  confirm: '换成新号码',
  how: '先告诉书记新的号码。书记会打给新号码，念六个数字给您，您再回到这里填。',
  callCommunity: (phone: string) => `给社区打电话 ${phone}`,
  wrong: {
    wrong: '数字不对，请再听一遍。错五次要等一小时。',
    taken: '这个号码刚刚被别的账号用了，没有换成。请找书记核对。',
  },
  refused: {
    taken: (_name: string) => '这个号码已有账号，不能再用。请核对号码。',
    same: (_name: string) => '这就是现在的号码，不用换。',
    elsewhere: (name: string) => `${name}还有别的身份或在别的社区任职，请管理员来换。`,
  },
}
