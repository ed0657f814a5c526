export const whyDueZh = {
  title: (day: string) => `为什么是${day}？`,
  count: (start: string, days: number) => `${start}认领，当天不算，往后数 ${days} 个工作日，到最后一天的 24 点。`,
  skipped: '中间跳过了这些天：',
  nothing: '中间没有跳过的日子。',
  weekend: '周末',
  moved: (counted: string, due: string) =>
    `这样算到${counted}，后来改到了${due}，经过里写着原因。期限只会推后，不会提前。`,
}
