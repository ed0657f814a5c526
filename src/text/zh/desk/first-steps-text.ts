import type { FirstStep } from '#domain/first-steps.ts'

type Step = { readonly name: string; readonly why: string; readonly button: string }

/** The desk of a community that has just begun, and what its empty pages say. */
export const firstStepsZh = {
  title: '头几步',
  lead: '照着做，半天就能发出第一个心愿。做好一步，这里就打一个勾；都做好了，这一块就自动收起来。',
  done: '好了',
  rehearse: '先在排练里试一遍',
  steps: {
    rules: { name: '看一遍规则', why: '几天送到、多少钱要批，都写在规则里；不合适的可以改。', button: '看规则' },
    places: {
      name: '分好网格，写上楼栋',
      why: '写一次楼栋名单，以后登记和导入就不用再选网格。',
      button: '网格和楼栋',
    },
    colleagues: { name: '添加网格员', why: '每个网格要有人上门登记，书记一个人登不过来。', button: '添加人员' },
    lists: {
      name: '导入居民和志愿者名单',
      why: '表格里有的不用再打一遍；导入以前先给您看哪几行要改。',
      button: '导入名单',
    },
    activate: { name: '发激活码，请志愿者登录', why: '志愿者用激活码设好密码，才能认领。', button: '打印激活码' },
    consents: {
      name: '问居民的同意',
      why: '没有本人同意，心愿不能公开，电话和门牌也不能给志愿者。',
      button: '记录同意',
    },
    wishes: { name: '登记头几个心愿', why: '从上门问到的、最容易办的几件开始。', button: '登记心愿' },
    publish: { name: '审核和发布', why: '发布以后，大家才能在心愿墙上看到、认领。', button: '去审核台' },
    doors: { name: '发群消息，贴公示单', why: '不常上网的志愿者和老人，靠微信群和公示栏知道。', button: '两处发布' },
  } satisfies Record<FirstStep, Step>,
  notYet: {
    board: '还没有发布过心愿',
    boardHelp: '第一批心愿正在登记',
    posted: '还没有登记过心愿',
    published: '还没有发布过心愿',
    publishedHelp: '发布以后，在这里生成群消息、打印公示单。',
    callbacks: '还没有送到的心愿，没有要回访的',
    referrals: '还没有转介过',
  },
}
