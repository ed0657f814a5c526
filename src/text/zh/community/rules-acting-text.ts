const onOff = (is: boolean): string => (is ? '是' : '否')
const yuan = (fen: number) => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`
const workdays = (n: number) => `${n} 个工作日`
const hour = (n: number) => `${Math.floor(n)}点${n % 1 ? '半' : ''}`
const times = (n: number) => `${n} 次`

/** For each rule its name, its number in words, and the sentence. The keys are those of views/rules/rule-numbers.ts. */
export const actingRulesZh = {
  checkBeforePublishing: {
    name: '发布前审核',
    value: onOff,
    say: (is: boolean): string =>
      is
        ? '登记的心愿由社区书记看过再发布，居民同意了才公开。'
        : '目录里的心愿登记后直接发布；自己写的、超过金额的，仍由书记审核。',
  },
  publishedTwiceWithin: {
    name: '两处发布',
    value: (n: number) => (n ? workdays(n) : '不要求'),
    say: (n: number) =>
      n
        ? `心愿发布后 ${n} 个工作日内，既发微信群，也上公示栏；认领前没发全的，办事台会提醒。`
        : '心愿只在网上公开，不要求发微信群和上公示栏。',
  },
  signAfterWorkdays: {
    name: '月报签字',
    value: workdays,
    say: (n: number) =>
      `一个月的送达和回访都有了结果，就可以签字；没有等齐的，到次月第 ${n} 个工作日以后也可以签。签字以后再有变化，在旁边加更正。`,
  },
  valueLimitFen: {
    name: '一个心愿的金额',
    value: yuan,
    say: (fen: number) => `一个心愿不超过 ${yuan(fen)}。超过的要书记批准。`,
  },
  repeatDays: {
    name: '同样的东西',
    value: (n: number) => `${n} 天`,
    say: (n: number) => `同一户 ${n} 天里再登记同样的东西，要写明原因。`,
  },
  minimumAge: {
    name: '年龄',
    value: (n: number) => `${n} 岁`,
    say: (n: number) => `只为 ${n} 岁及以上的居民登记。孩子的需要由社区儿童主任来办。`,
  },
  openClaimsPerVolunteer: {
    name: '一人同时认领',
    value: (n: number) => `${n} 个`,
    say: (n: number) => `一位志愿者手上最多同时有 ${n} 个心愿，送到一个就能再认领。`,
  },
  claimsPerUnitMonth: {
    name: '一个单位一个月',
    value: (n: number) => `${n} 个`,
    say: (n: number) => `一个单位一个月认领 ${n} 个，再多要书记批准，让大家都有机会。`,
  },
  letterReceiveWithin: {
    name: '来信签收',
    value: workdays,
    say: (n: number) => `书记信箱的来信，${n} 个工作日内签收。`,
  },
  letterWithin: {
    name: '来信答复',
    value: workdays,
    say: (n: number) => `来信 ${n} 个工作日内答复，网上答一次，留了电话的再打电话说一次。`,
  },
  complaintWithin: {
    name: '投诉答复',
    value: workdays,
    say: (n: number) => `投诉 ${n} 个工作日内先给答复。投诉社区工作人员的，由街道督查员办理，社区看不到。`,
  },
  letterSilentDays: {
    name: '来信办结',
    value: (n: number) => `${n} 天`,
    say: (n: number) => `答复以后 ${n} 天没有再说什么的，算办结。不满意可以请别人再办一次，再不满意由街道督查员办理。`,
  },
  counterDesks: {
    name: '周末窗口数',
    value: (n: number) => (n ? `${n} 个` : '不开'),
    say: (n: number) => (n ? `星期六上午开 ${n} 个预约窗口，方便平时上班的人。` : '星期六不开预约窗口。'),
  },
  counterFrom: { name: '窗口几点开', value: hour, say: (n: number) => `星期六 ${hour(n)} 开始办理。` },
  counterUntil: { name: '窗口几点关', value: hour, say: (n: number) => `星期六 ${hour(n)} 结束。` },
  counterBookFrom: {
    name: '几点起可约',
    value: hour,
    say: (n: number) => `星期一到星期四 ${hour(n)} 起可以在网上预约。`,
  },
  counterBookUntil: { name: '约到几点', value: hour, say: (n: number) => `当天网上预约到 ${hour(n)} 为止。` },
  counterWeeks: {
    name: '提前几周',
    value: (n: number) => `${n} 周`,
    say: (n: number) => `可以约今后 ${n} 个星期六。遇到节假日、调休上班和社区不办公的日子不开，会写明原因。`,
  },
  counterCancelDays: {
    name: '几天前可改',
    value: (n: number) => `${n} 天`,
    say: (n: number) => `到那天的 ${n} 天前，可以自己改时间或取消；再晚请打社区电话。`,
  },
  red: {
    name: '特急（红）',
    value: workdays,
    say: (n: number) => `认领后 ${n} 个工作日内送到。当天不算，最后一天到 24 点。`,
  },
  yellow: { name: '急（黄）', value: workdays, say: (n: number) => `认领后 ${n} 个工作日内送到。` },
  blue: { name: '一般（蓝）', value: workdays, say: (n: number) => `认领后 ${n} 个工作日内送到。` },
  lapseAfter: {
    name: '过期收回',
    value: workdays,
    say: (n: number) => `过了期限 ${n} 个工作日还没送到，心愿自动回到心愿墙，请别人接着办。自己交还随时可以，不扣分。`,
  },
  undoMinutes: {
    name: '点错了送达',
    value: (n: number) => `${n} 分钟`,
    say: (n: number) => `${n} 分钟内认领人自己可以撤销，以后请书记撤销。已经确认收到的不能撤销。`,
  },
  contactHours: {
    name: '联系方式',
    value: (n: number) => `${n} 小时`,
    say: (n: number) => `认领人从认领起能看到姓名、电话和门牌，送达 ${n} 小时后就看不到了。每看一次都有记录。`,
  },
  callbackWithin: {
    name: '回访期限',
    value: workdays,
    say: (n: number) => `每一次送达，${n} 个工作日内都由没有经手的人打电话回访。`,
  },
  callbackTries: {
    name: '打不通时',
    value: times,
    say: (n: number) => `换不同的时间，最多打 ${n} 次。没接通的不算满意，也不算已回访。`,
  },
  codeTries: {
    name: '收件码',
    value: times,
    say: (n: number) => `居民念出六位收件码，当场就算收到。输错 ${n} 次后只能电话回访。`,
  },
  pageSample: {
    name: '回执页抽查',
    value: (n: number) => `每 ${n} 份抽 1 份`,
    say: (n: number) =>
      n === 1
        ? '居民在回执页上评价过的，每一份都还打电话核对。'
        : `居民在回执页上评价过的，不再打电话，只每 ${n} 份抽 1 份核对；认领人用过同一部手机的，一定打。`,
  },
}
