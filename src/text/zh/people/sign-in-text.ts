export const loginZh = {
  title: '登录',
  lead: '网格员、志愿者、书记用手机号登录。居民不用登录。',
  phone: '手机号',
  password: '密码',
  button: '登录',
  wrong: '手机号或密码不对。请再看一遍；如果忘了密码，请找书记要一个激活码。',
  expired: '时间太久了，请从密码重新开始。',
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
  passwordHint: '至少 10 位，越长越好。不要含手机号、姓名或社区名，也不要用别处用过的密码。',
  again: '再填一遍新密码',
  button: '保存并登录',
  wrong: '手机号和激活码对不上，或激活码已用过、已过期（7 天有效）。请核对，或找书记再要一个。',
  malformed: '激活码是 8 个字母和数字，没有 0、O、1、I、L。请对照再看一遍；这次不算次数。',
  toLogin: '已有密码，去登录',
  hello: (name: string) => `${name}，您好`,
  linkLead: (digits: string) => `设一个密码就能用了。以后用尾号 ${digits} 的手机号和这个密码登录。`,
  over: {
    title: '这个链接不能用了',
    body: '激活链接 7 天有效，只能用一次；重新发码后，旧的也作废。已经设过密码的，请直接登录；没有设过的，请找书记再要一个。',
    way: '回到首页',
  },
}

/** After the first sign-in. */
export const welcomeZh = {
  title: '欢迎您',
  hello: (name: string) => `${name}，您好！`,
  done: '密码设好了，下次用手机号和这个密码登录。',
  volunteer: {
    lead: '接下来三步：',
    steps: [
      '在心愿墙上挑一个您办得到的，点「我来认领」。',
      '给老人打个电话，约好上门时间。',
      '送到了，点「已送达」；去不了，随时可以交还。',
    ],
    button: '去看心愿墙',
    invitations: '多久邀请我一次，自己定',
  },
}
