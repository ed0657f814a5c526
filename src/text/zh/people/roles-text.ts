import type { RoleName } from '#domain/vocabulary.ts'

/** The roles of a person: granting, ending and handing over. */
export const rolesZh = {
  title: '身份',
  from: (day: string) => `${day}起`,
  fromUntil: (from: string, until: string) => `${from}至${until}`,
  over: '已结束',
  end: '结束…',
  grant: '再给一个身份',
  role: '身份',
  area: '在哪里',
  areaHint: '网格员选网格；志愿者和书记选社区；督查员和管理员选街道、县市或州。',
  choose: '请选择',
  grantButton: '授予这个身份',
  granted: '已授予。现在就能用。',
  notThere: '这个区域不能设这个身份。网格员选网格；志愿者和书记选社区；督查员和管理员选街道、县市或州。',
  alreadyHas: '已经有这个身份了，不用再给。',
}

export const handoverZh = {
  title: (name: string) => `${name}：交接和离开`,
  inHand: '手上还有什么',
  nothing: '手上没有没办完的事。',
  undelivered: '还没送到：',
  joined: (count: number) => `和别人一起办的 ${count} 件，会退出`,
  entered: (count: number) => `替志愿者代办、还没送到的 ${count} 件`,
  taker: (grid: string) => `${grid}由谁接手`,
  takerHint: '接手的人马上看到这个网格的居民、要办的事和要打的电话，并收到一条消息。',
  nobodyYet: '先不安排，放在书记的办事台上',
  stays: '仍由本人负责',
  allStay: '每个网格都仍由本人负责，就没有要结束的。请至少选一个网格交出去。',
  claimsGoBack: '没送到的心愿马上回到心愿墙，请别的志愿者接着办。',
  signedOut: '本人在所有手机和电脑上退出登录，日历地址和激活码作废。',
  again: '做过的事都留在记录里；以后可以再添加。',
  button: {
    volunteer: '结束志愿者身份，心愿交还',
    gridWorker: '结束网格员身份，按上面交接',
    secretary: '结束书记身份',
    supervisor: '结束督查员身份',
    administrator: '结束管理员身份',
  } satisfies Record<RoleName, string>,
  last: {
    secretary: '这是本社区唯一能登录的书记，不能结束。请先让新书记启用账号，再来交接。',
    administrator: '这是唯一能登录的管理员，不能结束。请先让新管理员启用账号，再来交接。',
  },
  unmanned: (grids: string) => `没有网格员的网格：${grids}。请安排人接手`,
}

/** An administrator adds a person, or a secretary proposes a supervisor. */
export const staffZh = {
  title: '添加书记、督查员或管理员',
  link: '添加人员',
  button: '添加，发激活码',
  propose: {
    title: '提名督查员',
    link: '提名督查员',
    lead: '督查员看所辖区域的数字，看不到居民。您提名，管理员同意后生效，会收到一条消息。',
    area: '督查哪里',
    button: '报给管理员',
    sent: '已报给管理员，答复会出现在您的消息里。',
  },
  waiting: {
    title: (count: number) => `等您答复的提名：${count}`,
    by: (name: string, day: string) => `${name}${day}提名`,
    accept: '同意',
    decline: '不同意',
    otherName: '这个手机号已有账号，但姓名不一样，没有办成。请和提名的书记核对，或不同意这次提名。',
    onDesk: (count: number) => `有 ${count} 个督查员提名等您答复`,
  },
}
