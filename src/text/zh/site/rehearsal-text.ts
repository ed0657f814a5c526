import type { Jump } from '#domain/jump.ts'

/** For people who practise on the sample community, whose clock they can move. */
export const rehearsalZh = {
  title: '排练',
  link: '去排练：拨时间、换身份',
  shows: (time: string) => `演示时间 ${time}。`,
  lead: '在演示社区里，一刻钟就能把一个月的工作走一遍。时间往前拨的时候，到期、提醒、收回这些事都会像平时一样自动办。',
  now: '演示时间（北京时间）',
  lively: '让样板社区的人照常办事',
  livelyHint:
    '网格员登记，志愿者认领、上门，书记审核、回访。办事台上最新的几件留给您；您能换成的志愿者，手上的事也留给您。不勾选，就只有系统在走。',
  jump: { hour: '往前一小时', day: '往前一天', month: '走到月底' } satisfies Record<Jump, string>,
  byPeople: '这段时间里大家办了',
  done: '这段时间里系统自动办了',
  which: '看是哪几件',
  nothing: '没有到期的事。可以继续往前，或者先去办事台处理几件。',
  times: (what: string, count: number) => `${what} ${count} 次`,
  howTitle: '一个月可以这样走',
  howLead: '一步一步按下去，不用密码，也不用换浏览器。办完一步，点页面最上面的“去排练”就回到这里。',
  how: {
    check: () => '在办事台审核一条登记上来的心愿，让它上心愿墙。清单导入的，要先记录居民的同意。',
    claim: () => '换成志愿者，在心愿墙上认领一条，约好上门时间。',
    day: () => '往前一天，看看大家办了什么，哪些认领快到期、哪些被收回。',
    deliver: () => '在“我的”里点“送到了，去记一笔”，再点“已送达”。',
    slip: () =>
      '老人这一边：扫回执上的二维码，看谁来、什么时候来；东西送到以后，自己说收到没有、满意不满意。这一份是志愿者周六要上门的那个心愿的回执。',
    nextDay: () => '再往前一天：回访从送达的第二天打起。',
    call: () => '换成网格员，给送到的人家打回访电话，记下满意不满意。',
    month: () => '走到月底。正逢月末的，再走一次，就是完整的一个月。',
    review: (month: string) => `看${month}的月报：每个数字都能点开，看是哪几件。`,
    sign: (month: string) => `签${month}的月报。还没办完的会先列出来；签字以后数字不再变。`,
    later: () => '再往前几天：月底送到的，回访在工作日里陆续打完，签过的数字就会和今天的有出入。',
    correct: (month: string) =>
      `${month}的月报列出了有出入的几项，挑一项加更正：签过的数字不动，更正写在旁边，注明原因。`,
    sheet: (month: string) => `打印${month}的月报，一页纸，留着盖章的地方。`,
    letters: (month: string) => `给各单位的反馈函：${month}里他们的党员做了什么。`,
    record: () => '志愿者自己的服务记录，可以打印。',
  } satisfies Record<string, (month: string) => string>,
  /** Where a step leads. */
  place: {
    check: '打开办事台',
    claim: '打开心愿墙',
    deliver: '打开“我的”',
    slip: '打开回执页',
    call: '打开回访',
    review: '打开月报',
    sign: '去签字',
    correct: '打开月报',
    sheet: '打开报表',
    letters: '打开反馈函',
    record: '打开服务记录',
  },
  goAs: (name: string, what: string) => `以${name}的身份${what}`,
  peopleTitle: '可以换成谁',
  youAre: (name: string) => `您现在是${name}。`,
  youAreNobody: '您还没有登录，看到的和居民一样。',
  become: (name: string) => `换成${name}`,
}
