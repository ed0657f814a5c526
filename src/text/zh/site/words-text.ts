import type { Door } from '#domain/doors/door.ts'
import type { CorrectionReason, FollowOutcome, State, ToldWay, Urgency } from '#domain/vocabulary.ts'
import type { ClockStep } from '#domain/wish/clock/clock-steps.ts'
import { actWords } from '#text/act-words.ts'
import { actsZh } from '#text/zh/wishes/acts-text.ts'

/** The closed vocabularies, as people say them. */
export const wordsZh = {
  state: {
    draft: '待补充',
    submitted: '待审核',
    open: '待认领',
    claimed: '已认领',
    delivered: '已送达，待回访',
    unconfirmed: '未能回访',
    fulfilled: '已兑现',
    referred: '已转介',
    answered: '已答复',
    withdrawn: '已撤回',
  } satisfies Record<State, string>,
  /** How a claim came in. */
  door: {
    web: '网页',
    group: '微信群',
    board: '公示栏',
    phone: '电话',
    counter: '到社区办',
  } satisfies Record<Door, string>,
  action: actWords(actsZh, 'name'),
  /** What has happened, in the timeline and the ledger. */
  done: actWords(actsZh, 'happened'),
  urgency: { red: '特急', yellow: '急', blue: '一般' } satisfies Record<Urgency, string>,
  source: {
    visit: '上门走访',
    phone: '电话询问',
    list: '清单导入',
    board: '公示栏',
    letter: '来信',
    transfer: '12345 转办',
  },
  ageBand: { '14-59': '60 岁以下', '60-69': '60–69 岁', '70-79': '70–79 岁', '80+': '80 岁以上' },
  /** How the public card describes the person. */
  elder: { '14-59': '居民', '60-69': '六旬老人', '70-79': '七旬老人', '80+': '八旬以上老人' },
  satisfaction: {
    'very-satisfied': '非常满意',
    satisfied: '满意',
    'rather-satisfied': '基本满意',
    dissatisfied: '不满意',
    'very-dissatisfied': '非常不满意',
  },
  unrated: '未评价',
  speaker: { resident: '本人', relative: '家属' },
  received: { yes: '收到了', partly: '收到一部分', no: '没有收到' },
  reached: { yes: '接通', 'no-answer': '无人接', refused: '拒答' },
  withdrawReason: actsZh.withdraw.form.reasons,
  referReason: actsZh.refer.form.reasons,
  postponeReason: {
    'resident-away': '居民这几天不在家',
    'resident-asks': '居民想改日期',
    'volunteer-busy': '认领人临时有事',
    'goods-late': '东西还没到货',
  },
  /** What the clock has done, in the timeline. */
  step: {
    check: '提醒书记审核',
    contact: '提醒认领人约时间',
    due: '提醒：今天到期',
    overdue: '提醒：已过期',
    callback: '提醒回访',
    referral: '催问答复',
    push: '再次邀请志愿者',
    secretary: '报书记',
    street: '报街道',
    ask: '问还需要吗',
    carry: '结转下月',
    lapse: '收回到心愿墙',
    exhaust: '记为未能回访',
    repeat: '再拟草稿',
    plan: '重新排期',
  } satisfies Record<ClockStep, string>,
  repeat: { month: '每月一次' },
  told: { phone: '有答复，打电话告诉了本人', visit: '有答复，上门告诉了本人' } satisfies Record<ToldWay, string>,
  followOutcome: {
    asked: '还没答复，又催了一次',
    'no-answer': '有答复，本人还没联系上',
  } satisfies Record<FollowOutcome, string>,
  answerWay: { knowledge: '照常见问题答复', 'office-call': '和有关部门三方通话' },
  correctionReason: {
    'settled-later': '签字以后才送到、回访或重开，按记录重新计算',
    'answered-later': '签字以后才得到居民一方的答复',
    'recorded-later': '当时已办，签字以后才补录',
    'recorded-wrong': '原来的记录有误',
    'counted-wrong': '原来数错了',
  } satisfies Record<CorrectionReason, string>,
  reopenReason: { 'not-received': '没有收到', 'partly-received': '只收到一部分', dissatisfied: '不满意' },
  consentPurpose: {
    kept: '留在社区名单上',
    posting: '代为登记心愿',
    card: '公开隐名卡片',
    contact: '把联系方式给认领人',
    photo: '公开物品照片',
    family: '给家属看的链接',
  },
  consentMethod: { 'in-person': '当面', phone: '电话', written: '书面', relative: '家属代说', page: '本人在回执页上' },
  role: { gridWorker: '网格员', volunteer: '志愿者', secretary: '书记', supervisor: '督查员', administrator: '管理员' },
}
