// What invented people said or typed in the sample months.

export const deliveryNotes = [
  '',
  '',
  '',
  '东西送到了，一起试过一遍，坐着聊了半个小时。',
  '已送到并教会使用，旧的帮忙带走了。',
  '老人精神不错，约好过些日子再来看看。',
  '送到家里，帮着摆放好了。',
] as const

export const praise = [
  '',
  '',
  '挺好的，年轻人很有耐心。',
  '合用，谢谢社区惦记着。',
  '说了好一会儿话，心里高兴。',
  '东西不错，还教我怎么用。',
  '比约的时间还早到了一会儿。',
] as const

export const complaints = {
  wrong: '送来的尺寸不合适，用不上。',
  missing: '一直没见人来，门口也没有东西。',
  unfinished: '修了一半，走了以后又不好用了。',
} as const

export const handovers = [
  '单位临时出差，东西还没买；老人下午在家，先打座机。',
  '已和老人通过电话，说周末都在家。尺寸记在备注里了，请下一位接着办。',
  '车坏了去不了，已跟老人说明，换一位来。',
] as const

export const returns = {
  size: '请问清尺寸和喜欢的颜色再报。',
  cupboard: '是哪个房间的柜子、坏在哪里，请上门看一眼写清楚。',
} as const

export const cupboardNow = '厨房吊柜的门合页掉了'
export const repeatReason = '上次的已经用完，老人说贴着管用，家人也同意再登记。'
export const offices = {
  heating: '已转供热公司，请住户留意上门检修电话。',
  subsidy: '已转社区便民服务窗口，材料清单已交给家属。',
  stairs: '已转物业公司，答复三天内更换。',
} as const
export const metOtherwise = '女儿周末买来了。'
export const correctionReason = '签字以后回访得知情况有变，按实际结果更正。'

export const closures = {
  pipes: { name: '供暖管道检修，停水停暖', title: '关于供暖管道检修期间停办一天的公告' },
  coal: { name: '周末照常办公', title: '' },
} as const
