export const whyDueZh = {
  title: (day: string) => `为什么是${day}？`,
  count: (start: string, days: number) => `${start}认领，当天不算，往后数 ${days} 个工作日，最后一天 24 点到期。`,
  skipped: '中间跳过了这些天：',
  nothing: '中间没有跳过的日子。',
  weekend: '周末',
  moved: (counted: string, due: string) =>
    `这样数下来是${counted}，后来改到${due}，原因写在「经过」里。期限只会推后，不会提前。`,
}
