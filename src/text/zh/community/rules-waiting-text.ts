const workdays = (n: number) => `${n} 个工作日`
const days = (n: number) => `${n} 天`

/** The rules about waiting, reminding and erasing; part of text rules.rule. */
export const waitingRulesZh = {
  checkWithin: {
    name: '审核期限',
    value: workdays,
    say: (n: number) => `登记后 ${n} 个工作日内审核，超过就提醒书记。`,
  },
  contactWithin: {
    name: '第一次联系',
    value: (n: number) => `${n} 小时`,
    say: (n: number) => `认领后 ${n} 小时内和老人约时间，没约就提醒一次。`,
  },
  pushAfter: {
    name: '再次邀请',
    value: workdays,
    say: (n: number) => `没人认领满 ${n} 个工作日，再请合适的志愿者看看。`,
  },
  secretaryAfter: {
    name: '报书记',
    value: workdays,
    say: (n: number) => `没人认领满 ${n} 个工作日，列入书记的清单。`,
  },
  streetAfter: {
    name: '报街道',
    value: workdays,
    say: (n: number) => `没人认领满 ${n} 个工作日，列入街道的清单。`,
  },
  askAfter: {
    name: '问还需要吗',
    value: days,
    say: (n: number) => `发布满 ${n} 天没人认领，请网格员问问老人还需要吗。`,
  },
  postponements: {
    name: '延期次数',
    value: (n: number) => `${n} 次`,
    say: (n: number) => `一个心愿最多延期 ${n} 次，认领人每次认领只能自己延一次，都要写明原因。`,
  },
  postponeDays: {
    name: '最多延到',
    value: days,
    say: (n: number) => `延期最迟到 ${n} 天以后。`,
  },
  visitsPerWeek: {
    name: '一户一周上门',
    value: (n: number) => `${n} 次`,
    say: (n: number) => `一户一周最多上门 ${n} 次，免得打扰。`,
  },
  invitationsPerWeek: {
    name: '一人一周邀请',
    value: (n: number) => `${n} 次`,
    say: (n: number) => `一位志愿者一周最多邀请 ${n} 次，也可以自己选少一些或者不邀请。`,
  },
  referWithin: {
    name: '转介答复',
    value: workdays,
    say: (n: number) => `转给有关部门的事，${n} 个工作日没有答复就去问。`,
  },
  keepDays: {
    name: '心愿的文字',
    value: days,
    say: (n: number) => `办结 ${n} 天后，心愿里写的话、规格和联系记录都删掉，数字留着。`,
  },
  endedFileDays: {
    name: '居民的档案',
    value: days,
    say: (n: number) => `搬走、去世或撤回同意 ${n} 天后，档案删掉。`,
  },
  unaskedMonths: {
    name: '很久没人问',
    value: (n: number) => `${n} 个月`,
    say: (n: number) => `${n} 个月没人去问过的居民，提醒社区去看看。`,
  },
  keptMonths: {
    name: '再问建档同意',
    value: (n: number) => `${n} 个月`,
    say: (n: number) => `居民的建档同意满 ${n} 个月，请网格员再问一次。没问到，档案不会因此删掉。`,
  },
  keptWaitDays: {
    name: '到期没再问',
    value: days,
    say: (n: number) => `到期的建档同意过了 ${n} 天还没再问，列入书记的清单。`,
  },
}
