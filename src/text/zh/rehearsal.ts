import type { Leap } from '#domain/leap.ts'

/** For those who learn on the sample community, with a clock that can be put forward. */
export const rehearsalZh = {
  title: '排练',
  link: '去排练：把时间往前拨',
  shows: (time: string) => `演示时间 ${time}。`,
  lead: '在演示社区里，一刻钟就能把一个月的工作走一遍。时间往前拨的时候，到期、提醒、收回这些事都会像平时一样自动办。',
  now: '演示时间（北京时间）',
  leap: { hour: '往前一小时', day: '往前一天', month: '走到月底' } satisfies Record<Leap, string>,
  done: '这段时间里系统自动办了',
  nothing: '没有到期的事。可以继续往前，或者先去办事台处理几件。',
  times: (what: string, count: number) => `${what} ${count} 次`,
  howTitle: '一个月可以这样走',
  how: [
    '先到办事台，审核一条登记上来的心愿，让它上心愿墙。',
    '换一个浏览器，用志愿者的账号认领它，约好上门时间。',
    '回到这里往前一天，看看哪些认领快到期、哪些被收回。',
    '用志愿者的账号点“已送达”，再用网格员的账号打回访电话。',
    '走到月底，打开月报：每个数字都能点开，看是哪几件。',
  ],
}
