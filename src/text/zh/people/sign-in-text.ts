export const loginZh = {
  title: '登录',
  lead: '网格员、志愿者、书记用手机号登录。居民不用登录。',
  phone: '手机号',
  password: '密码',
  button: '登录',
  wrong: '手机号或密码不对。请再看一遍；如果忘了密码，请找书记要一个激活码。',
  forgotten: '忘了密码，或第一次登录？',
  forgottenHelp: '请找社区书记要一个激活码，用它设一个新密码。',
  toActivate: '我有激活码，去设密码',
  call: (phone: string) => `登不上去？给社区打电话 ${phone}`,
  demoTitle: '演示账号',
  demoPassword: (password: string) => `密码都是 ${password}`,
}

export const activateZh = {
  title: '设置密码',
  lead: '填书记给您的激活码，再设一个自己的密码。',
  code: '激活码',
  codeHint: '8 个字母和数字，大小写都行，横线可以不填。',
  password: '新密码',
  passwordHint: '至少 10 位，越长越好。不要用手机号，也不要用别处用过的密码。',
  again: '再填一遍新密码',
  button: '保存并登录',
  wrong: '手机号和激活码对不上，或激活码已用过、已过期（7 天有效）。请核对，或找书记再要一个。',
  toLogin: '已有密码，去登录',
  hello: (name: string) => `${name}，您好`,
  linkLead: (digits: string) => `设一个密码就能用了。以后用尾号 ${digits} 的手机号和这个密码登录。`,
  over: {
    title: '这个链接不能用了',
    body: '激活链接 7 天有效，只能用一次；重新发码后，旧的也作废。已经设过密码的，请直接登录；没有设过的，请找书记再要一个。',
    way: '回到首页',
  },
}
