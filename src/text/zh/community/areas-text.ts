/** A month of a street, a county or the prefecture, added up from its communities. */
export const areasZh = {
  title: (area: string, month: string) => `${area}${month}月报`,
  lead: (communities: number) => `由 ${communities} 个社区的数字相加，按区域顺序排列，不排名次。只有数字，没有名单。`,
  sum: (communities: number) => `${communities} 个社区合计`,
  levels: '换一个区域',
  all: '各级数字',
  signed: (signed: number, of: number) =>
    `已签字的社区：${signed} / ${of}。${signed ? '已签字的，用签字的数字，更正过的用更正后的。' : ''}${signed < of ? '没有签字的，按现在的记录计算，还会变。' : ''}`,
  waits:
    '等了多久不能把各社区的数相加：这里把所有社区的心愿放在一起，从快到慢重新排，按现在的记录算。它不是各社区中位数的平均，社区签了字，这里也还会变。',
  rules: '每个社区按本社区当月第一天的规则计算。',
  units: '同名单位合在一起，按名称排列；本月送达的人不足 5 人的单位不列名字，合成一行。',
  fewUnits: '人少的单位合计',
  byPart: '按下级区域',
  byPartOf: (figure: string) => `${figure}（按下级区域）`,
  part: '区域',
  whole: '全区域',
  sheet: {
    head: (area: string) => `${area}微心愿工作月报`,
    parts: '二、分区域情况（按区域顺序，不排名）',
    waits: '三、等了多久',
    responsible: '单位负责人',
  },
  file: { communities: '社区数', signed: '已签字的社区数' },
}
