import type { ExceptionName } from '#domain/overdue.ts'

type Words = { readonly title: string; readonly action: string }

export const exceptionsZh = {
  title: '居民和网格',
  more: (count: number) => `还有 ${count} 件`,
  of: {
    overdue: { title: '认领逾期', action: '催办或收回' },
    callback: { title: '回访逾期', action: '去回访' },
    unclaimed: { title: '久未认领', action: '找人认领' },
    reopened: { title: '重开待认领', action: '找人认领' },
    exhausted: { title: '多次没接通', action: '再联系一次' },
    referral: { title: '转介逾期未答复', action: '去催问' },
    again: { title: '同一户又要同样的东西', action: '核对一下' },
    unasked: { title: '很久没人问过的居民', action: '问过了，暂无需要' },
    unrenewed: { title: '建档同意已到期，还没再问', action: '去问一问' },
    'idle-grid': { title: '30 天没有心愿的网格', action: '看看居民' },
    visits: { title: '一周上门太多的住户', action: '看看档案' },
  } satisfies Record<ExceptionName, Words>,
  since: (day: string) => `${day}起`,
  due: (day: string) => `${day}到期`,
  posted: (day: string) => `${day}发布`,
  asked: (day: string) => `上次问是${day}`,
  never: '还没有问过',
  visits: (count: number) => `本周 ${count} 次`,
  noResident: '没有登记居民',
  street: {
    title: '所辖社区卡住的事',
    lead: '点件数看是哪几件。按社区的固定顺序排，不排名次。',
    community: '社区',
    none: '所辖范围里还没有社区。',
    opened: '只有编号、进度和日期；姓名、住址、电话和原话，只有社区看得到。',
    head: ['编号', '现在', '走到哪一步', '发布', '到期', '从哪天起'],
    byGrid: ['网格', '人数'],
    idleGrid: '网格',
    noneNow: '现在没有了。',
    asked: '请街道看看的',
    askedLead: '等了很久没人认领，社区等您一句话：找谁、怎么办、能帮上什么。答复会到社区书记和网格员的办事台。',
    answer: '去答复',
    backToDesk: '回办事台',
  },
}
