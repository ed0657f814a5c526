const onOff = (is: boolean): string => (is ? '是' : '否')
const yuan = (fen: number) => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)} 元`
const workdays = (n: number) => `${n} 个工作日`
const times = (n: number) => `${n} 次`

/** Each rule: what it is about, its number as people say it, and the sentence. The keys are those of views/rules/numbers.ts. */
const rule = {
  checkBeforePublishing: {
    name: '发布前审核',
    value: onOff,
    say: (is: boolean): string =>
      is
        ? '登记的心愿由社区书记看过再发布，居民同意了才公开。'
        : '目录里的心愿登记后直接发布，自由填写的、超出金额的仍由书记审核。',
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
}

export const rulesZh = {
  title: '我们的规则',
  lead: (from: string) => `这些规则自 ${from} 起施行。心愿按它发布那天的规则办，以后改规则不往回算。`,
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  monthDay: (month: number, day: number) => `${month}月${day}日`,
  contents: '本页内容',
  contentsOf: {
    publish: '登记和发布',
    claim: '认领',
    deliver: '送达',
    callback: '回访',
    order: '怎么排的',
    never: '从不要求',
    sees: '谁看得到',
    figures: '数字怎么算',
    calendar: '工作日历',
    history: '改过几次',
    complain: '投诉与更正',
  },
  groups: { publish: '登记和发布', claim: '认领', deliver: '送达', callback: '回访' },
  rule,
  order: {
    title: '心愿墙怎么排的',
    plain: '所有人看到的顺序一样：特急在前；一样急的，等得久的在前。',
    fits: '志愿者登录后，按这个顺序的前 200 个里，最合适的几个（最多 8 个）排在最前，每个都写明原因。特急的总在最前。看这六样，前面的更要紧：',
    rows: [
      '特急；',
      '用得上您报到时填的特长；',
      '急；',
      '就在您住的网格（按您填的楼号找网格，不看心愿是哪栋楼的）；',
      '期限内有您填的空闲时间；',
      '等了 3 天以上，等得越久越靠前。',
    ],
    never:
      '只看这些，不看您认领过多少、评价如何。这只是邀请，谁都可以认领任何一个。点一下就回到人人一样的顺序；填过的内容想改，请找书记。',
  },
  never: {
    title: '从不要求的',
    lead: '下面这些，没有开关可以打开。',
    rows: [
      '不问身份证号、出生日期、病情、信仰和家庭困难；只记年龄段。',
      '不打卡、不定位、不强制拍照录像，不要求每天登录。',
      '不排名、不积分，不给社区、单位和个人排先后。',
      '不派任务：只邀请，认领全凭自愿，去不了随时交还。',
      '不收居民的钱，不报销，平台不经手任何钱款。',
      '不办现金、处方药、替人用银行卡；过期和一个月内到期的东西不送。',
      '一人一边：认领的人不能替居民确认，送达的人不能回访。',
    ],
  },
  sees: {
    title: '谁看得到什么',
    caption: '谁看得到什么',
    who: '谁',
    what: '看得到',
    rows: [
      ['任何人', '心愿是什么、年龄段、网格、到了哪一步、认领单位。看不到居民是谁。'],
      ['认领人', '自己认领的心愿的姓名、电话、门牌，送达后就收起。页面上印着查看人的名字和时间。'],
      ['网格员', '自己网格的居民和心愿。'],
      ['社区书记', '本社区的居民、心愿和月报。'],
      ['督查员', '所辖各社区的数字，没有名单。'],
      ['管理员', '账号和区域，看不到居民。'],
    ],
    name: '志愿者的名字只有本人同意才公开，随时可以收回。',
  },
  figures: {
    title: '数字怎么算',
    lead: '月报和账本都按这些算法。没有应办的不写百分比；不到 10 件的只写几件中几件。',
    each: '逐项看',
  },
  history: {
    title: '改过几次',
    from: (day: string) => `${day}起`,
    ahead: '还没有开始',
    now: '现在施行',
    past: '已被替代',
    reason: (why: string) => `原因：${why}`,
    reasons: { first: '最早的规则' } as Readonly<Record<string, string>>,
    changed: (name: string, before: string, after: string) => `${name}：从 ${before} 改为 ${after}`,
    first: '全部规则从这一天开始。',
    same: '数字没有变。',
  },
  complain: {
    title: '投诉与更正',
    lead: '东西没送到、记得不对、不想再公开、想看或想删自己的信息，都可以说。',
    call: (phone: string) => `给社区打电话 ${phone}`,
    noPhone: '请到社区服务台，或告诉您的网格员。',
    rows: [
      '没收到或不满意：打电话一说，心愿就重开，换人来办，书记会知道。',
      '信息记错了：网格员或书记核对后改正，改了什么会留下记录。',
      '撤回同意：说一声就撤下公开卡片，公开页面只写「已撤回」。',
      '对办理不满意，可以找上级督查，也可以打 12345。',
    ],
  },
}
