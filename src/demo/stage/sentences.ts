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
/** Explanations of odd or expensive wishes, by the poster or by the secretary who publishes rows of a list. */
export const oddReasons = {
  posting: '和老人核对过了，是这个数、这个价；单位说可以合起来办。',
  publishing: '打电话问过网格员，确实要，可以发布。',
} as const
export const repeatReason = '上次的已经用完，老人说贴着管用，家人也同意再登记。'
export const offices = {
  heating: '已转供热公司，请住户留意上门检修电话。',
  subsidy: '已转社区便民服务窗口，材料清单已交给家属。',
  stairs: '已转物业公司，答复三天内更换。',
} as const
/** What the offices said when they had answered. */
export const answersOfOffices = {
  heating: '供热公司已上门，换了楼下的分水阀，当天就热了。',
  subsidy: '便民服务窗口已收齐材料，下月起按街道通知发放。',
  stairs: '物业已换好楼道灯，连同三楼的一起修了。',
  stairsInPublic: '楼道灯已由物业更换。别的楼道灯不亮，也可以直接打物业的报修电话。',
} as const
export const followed = {
  gate: '已打物业公司，答应两天内来看。',
  water: '已报水务热线，说排到下周开挖。',
  again: '又打了水务热线，师傅说管件没到，周四来。',
} as const
/** What was asked on the spot, by the key of the answer. */
export const questions: Readonly<Record<string, string>> = {
  'old-age': '问高龄津贴要哪些材料',
  medicine: '问门诊的药费能不能报',
  heating: '问暖气不热找谁',
  hearing: '问助听器怎么申请',
  certificate: '问养老认证能不能上门办',
  lock: '问晚上忘带钥匙找谁开门',
  gas: '来信问燃气几年检一次',
  hardship: '问家里一时困难怎么求助',
}
export const officeCall = {
  asked: '问公交卡挂失了钱还在不在',
  said: '和公交公司客服三方通话：带身份证到首末站补卡，余额转到新卡。',
} as const
export const metOtherwise = '女儿周末买来了。'
export const correctionReason = '签字以后回访得知情况有变，按实际结果更正。'

export const closures = {
  pipes: { name: '供暖管道检修，停水停暖', title: '关于供暖管道检修期间停办一天的公告' },
  coal: { name: '集中发放取暖煤', title: '' },
} as const

export const clinicNote = '上午十点半到一点半，社区活动室，请卫生服务中心的护士来。'
