export const volunteersZh = {
  head: {
    unit: '单位',
    branch: '支部',
    strengths: '特长',
    freeTimes: '空闲时间',
    state: '状态',
  },
  add: '添加人员',
  codes: '打印激活码',
  none: '未填',
  community: '社区',
}

export const newPersonZh = {
  title: '添加人员',
  role: '身份',
  roleOf: { volunteer: '志愿者', gridWorker: '网格员' },
  name: '姓名',
  phone: '手机号',
  phoneHint: '用来登录。同一个号码只有一个账号。',
  volunteerPart: '志愿者填这些',
  unit: '工作单位',
  unitHint: '每个单位每月认领有上限，请写单位全称。',
  branch: '所在党支部',
  building: '居住楼号',
  strengths: '特长',
  freeTimes: '空闲时间',
  gridPart: '网格员填这个',
  grid: '负责的网格',
  noGrid: '请选择网格',
  button: '添加',
  added: (name: string) => `已添加${name}。下一步：给一个激活码，或当面确认后启用。`,
}

export const personZh = {
  phone: '手机号',
  building: '居住楼号',
  codeTitle: '激活码',
  codeHelp: '用来第一次登录，或忘了密码时重设。7 天有效，旧的码马上作废。',
  codeButton: '发一个激活码',
  activateHelp: '您当面见过这位志愿者，确认是本人。启用后就能认领心愿。',
  activateButton: '我已当面确认，启用',
  activated: '已启用。',
  left: '身份已结束，已在所有设备退出登录。',
  saved: '已保存。',
  save: '保存',
  editLink: '修改资料',
  edit: (name: string) => `修改${name}的资料`,
  own: '我的资料',
  ownLead: '单位、特长和空闲时间，用来把合适的心愿先给您看。姓名写错了，请告诉书记。',
}

export const codesZh = {
  title: '激活码',
  scan: (name: string) => `${name}的激活链接`,
  scanHow: '用微信扫一扫，设一个密码就好。',
  once: '只显示这一次。离开这一页就看不到了，请现在抄下或打印。',
  howTo: (address: string) => `扫不了的：打开 ${address}，填手机号和这个码，设一个自己的密码。`,
  until: (day: string) => `有效到${day}，用一次就作废`,
  elsewhere: (name: string) => `${name}还有别的身份或在别的社区任职，请管理员发码。`,
  back: '回到人员名单',
  chooseTitle: '给待启用的志愿者发激活码',
  chooseLead: '勾选要发的人，下一页可以直接打印、剪开、当面交给本人。再发一次，旧的码就作废。',
  chooseAll: (count: number) => `全选这一页的 ${count} 位`,
  chooseNone: '都不选',
  choose: '发给谁',
  button: '生成并显示',
  empty: '没有待启用的志愿者',
  printHint: '用浏览器的“打印”就能打印这一页。',
}

export const nameChoiceZh = {
  label: '公开账本上可以写我的名字',
  hint: '不勾选，账本上只写您的单位。随时可以改。',
  button: '保存',
}
