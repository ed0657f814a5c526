/** What `npm run recount` prints. */
export const recountZh = {
  usage: [
    '用法：npm run recount -- 2026-10 [--community 简称] [--lang zh|en]',
    '',
    '只凭事件记录重新计算这个月的每一项指标，再和月报页、A4 月报、CSV、Excel、JSON、公示、清单和账本逐项核对。',
    '有一处不一致就逐一列出，并以 1 退出。不改动任何内容。数据目录用 DATA_DIR 指定。',
  ].join('\n'),
  noPlace: '没有找到这个社区。',
  cannot: {
    'no-secretary': (name: string) => `${name}现在没有书记，打不开月报，没法核对。`,
    future: (name: string) => `${name}还没有到这个月。`,
  },
  head: (name: string, month: string) => `${name} ${month}：按事件重算`,
  signed: '这个月已签字：月报和指标表按签字时的记录核对，公开账本按现在的记录核对。',
  compared: [
    '核对：各项件数（月报页、A4 月报、CSV、Excel、JSON），比率和基数（月报页、CSV、Excel），用时，十二个月走势，',
    '和上月、去年同月的比较，每个数后面的清单有几行，公示，致各单位的函，更正，上级总览，公开账本（CSV、Excel、JSON）。',
  ].join('\n'),
  figure: '指标',
  events: '事件',
  fault: (what: string, where: string, events: string, shown: string) =>
    `不一致：${what}，事件算出 ${events}，${where} 上是 ${shown}`,
  running: '这个月还没有结束：按到现在为止的记录核对。',
  notBegun: (month: string) => `${month} 还没有开始，没有可以核对的。`,
  good: '全部一致。',
  bad: '有不一致的地方，见上。',
  unread: '能核对的都一致；有的地方没能核对，见上。',
}
