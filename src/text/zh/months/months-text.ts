import type { Clash } from '#domain/month/correcting.ts'
import type { NotCorrected, NotSigned, Side } from '#domain/month/month-facts.ts'
import type { OpenGroup } from '#domain/month/still-open.ts'
import type { SpanName } from '#domain/month/waits.ts'

/** Signing a month, and correcting it afterwards. */
export const monthsZh = {
  sign: {
    title: (month: string) => `${month}月报签字`,
    lead: '先看还没有办完的，再核对数字。签字后数字固定，谁也不能改；以后发现不对，在旁边另加更正。',
    go: '核对并签字',
    openTitle: '还没有办完的',
    nothingOpen: '没有未办完的：登记的都审核了，心愿都有了结果，转介的都有答复，送到的都回访过了。',
    openHint: '签字不影响这些心愿，它们照常往下办。',
    groups: {
      submitted: '登记了，还没有审核',
      draft: '退回的，等补充',
      referred: '转给有关部门，还没有答复',
      open: '还没有人认领',
      claimed: '已认领，还没有送到',
      uncalled: '本月送到，还没有回访',
      earlier: '以前月份送到，一直没有回访',
      unconfirmed: '回访没有打通，没有得到居民一方的确认',
    } satisfies Record<OpenGroup, string>,
    work: {
      submitted: '到办事台审核',
      draft: '到办事台补充',
      referred: '到转介跟进去催问',
      open: '到心愿墙，可以转发给合适的志愿者',
      uncalled: '去回访',
      earlier: '去回访',
      unconfirmed: '到办事台处理',
    } satisfies Record<Exclude<OpenGroup, 'claimed'>, string>,
    count: (group: string, count: number) => `${group}：${count} 件`,
    more: (count: number) => `还有 ${count} 件，全部列出`,
    wish: '心愿',
    grid: '网格',
    days: { postedAt: '登记', publishedAt: '发布', endedAt: '转出', dueAt: '应送达', deliveredAt: '送达' },
    figures: '请核对的数字',
    waits: '用时（一并签字）',
    parts: {
      grid: '各网格的数字（一并签字，为 0 的不列）',
      category: '各类别的数字（一并签字，为 0 的不列）',
      source: '各来源的数字（一并签字，为 0 的不列）',
      unit: '各单位的数字（一并签字，为 0 的不列）',
      reason: '没有兑现的各种原因（一并签字，为 0 的不列）',
    } satisfies Record<Exclude<Side, 'area'>, string>,
    statement: (count: number) =>
      `没办完的心愿我看过了，以上主要指标我核对过了。签字后，用时和各部分的数字一并固定，共 ${count} 项。`,
    button: '签字，固定本月数字',
    signed: '签好了。下面就是本月的正式数字。',
    faults: {
      tick: '请先核对，再勾选确认。',
      'key-reused': '这张表已经提交过别的内容，请重新打开。',
    },
    refused: {
      signed: '这个月已经签过字了，数字不再改动。要改正，请在月报上加更正。',
      running: '这个月还没有过完，数字还会变。请等月底过了再签字。',
      future: '这个月还没有到，不能签字。',
      before: '这个月社区还没有发布过心愿，没有数字可以签。',
      moved: '您打开这一页以后数字又变了。下面是新的数字，请再核对一遍。',
    } satisfies Record<NotSigned, string>,
    back: '回到月报',
  },
  stand: {
    moving: (time: string, lastEvent: number) =>
      `统计到 ${time}（账本第 ${lastEvent} 条记录）。以后有新的确认、重开或撤回，没有签字的月份，数字会跟着改正。`,
    signed: (time: string, lastEvent: number) => `数字于 ${time} 签字固定，算到账本的第 ${lastEvent} 条记录。`,
  },
  facts: {
    wait: '用时',
    part: '部分',
    whole: '全社区',
    noUnit: '无单位',
    otherUnit: '其他单位',
    inPart: (figure: string, part: string) => `${part}的${figure}`,
    waits: {
      'to-claim': '登记到首次认领',
      'to-delivery': '认领到送达',
      'to-call': '送达到回访',
    } satisfies Record<SpanName, string>,
    median: (wait: string) => `${wait}的中位用时`,
    slowest: (wait: string) => `${wait}：最慢的 10% 用了多久`,
    hours: (hours: number) => `${hours} 小时`,
    partly: (count: number) => `各部分里有出入的 ${count} 项`,
  },
  official: {
    title: '已签字的月报',
    by: (name: string, time: string) => `${name}于 ${time} 签字。`,
    onDay: (day: string) => `社区已于${day}签字。`,
    basis: (lastEvent: number, rulesFrom: string) =>
      `数字算到账本第 ${lastEvent} 条记录，按 ${rulesFrom} 起施行的规则。`,
    stays: '下面是签字时的正式数字，不再改动。点开的清单是现在的情况，可能和签字时不同。',
    same: '按今天的记录重新计算，和正式数字一致。',
    notYet: '这个月还没有签字。数字还会随以后的确认、重开、撤回而改变。',
    unsigned: '还没有签字',
    settled: '这个月该送的都有结果，送到的都回访过了：数字已经定下来，可以签字。',
    unsettled: (undelivered: number, uncalled: number) =>
      `还有 ${[undelivered ? `${undelivered} 件该送的没有送到` : '', uncalled ? `${uncalled} 次送达没有回访到` : ''].filter(Boolean).join('、')}，数字还会变。`,
    signLater: (day: string, workdays: number) => `建议等到${day}（次月第 ${workdays} 个工作日）以后再签。`,
    signNow: (day: string) => `已经过了建议签字的${day}，可以签字；以后的变化可以一次全部更正。`,
    correctedRate: (rate: string) => `更正后 ${rate}`,
    correctedTo: (value: string, day: string) => `${day}更正为 ${value}`,
    corrections: '更正',
    manyCorrections: (count: number) => `更正：${count} 项`,
    since: (changes: readonly string[]) => `签字以后的更正：${changes.join('；')}。`,
    change: (day: string, figure: string, old: string, now: string, why: string | null) =>
      `${day}，${figure}由 ${old} 更正为 ${now}${why ? `（${why}）` : ''}`,
    differences: '今天重新算，不一样的',
    differencesLead: '下面几项，按今天的记录重新计算，和正式数字不同。属实的请加更正，正式数字不改。',
    figure: '指标',
    held: '签字或更正后的数字',
    today: '今天重算',
    old: '原数',
    corrected: '更正为',
    reason: '原因',
    why: '公开的原因',
    when: '日期',
    who: '更正人',
    add: '加更正',
    nothing: '没有数字',
    listDiffers: (signed: number, today: number) =>
      `签字时是 ${signed} 件；签字以后又有变化，这张清单是现在的 ${today} 件。`,
  },
  accept: {
    title: (month: string) => `${month}月报：按今天的记录一次更正`,
    lead: (count: number) =>
      `签字以后有了新的记录，重算下来有 ${count} 项不同。用一个原因一次更正，签字的数字不改，更正写在旁边。`,
    open: (count: number) => `把重算不同的 ${count} 项一次更正`,
    usual: (day: string) => `${day}按记录重新计算。`,
    parts: (count: number) => `各部分的 ${count} 项`,
    button: (count: number) => `更正这 ${count} 项`,
    done: '重算不同的各项都已更正，写在签字的数字旁边。',
    faults: {
      same: '按今天的记录重算，没有不同的了。',
      moved: '您打开这一页以后数字又变了。下面是现在的，请再看一遍。',
      unsigned: '这个月还没有签字，数字会自己更新，不用更正。',
      'key-reused': '这张表已经提交过别的内容，请重新打开。',
    },
  },
  correct: {
    title: (month: string) => `${month}月报加更正`,
    lead: '签了字的数字不改。更正写在旁边，带日期和原因，看月报的人都看得到。',
    figure: '哪一项',
    held: (figure: string, held: string) => `${figure}：现在的数字（含已有的更正）是 ${held}。`,
    choose: '选好了，去填',
    value: '应当是',
    why: '为什么更正（公开）',
    whyHint: '账本和公示上会写这一条。',
    reason: '具体情况（只给社区内部看）',
    reasonHint: '例如：11月3日补录了一次回访。不写居民和志愿者的名字。',
    look: '下一步：核对',
    done: '更正已经加在旁边。',
    sure: {
      title: '核对这条更正',
      lead: (month: string) => `${month}月报将加上下面这条更正。`,
      stays: '更正加上以后一直留着，不能改，也不能撤回。以后发现更正也不对，只能在后面再加一条。',
      button: '确认，加上更正',
      back: '回去改',
    },
    clashes: {
      'over-base': (figure: string, value: string) =>
        `不能多于“${figure}”的 ${value}。请改小这个数；如果那一项也不对，先给那一项加更正。`,
      'under-share': (figure: string, value: string) =>
        `不能少于“${figure}”的 ${value}。请改大这个数；如果那一项也不对，先给那一项加更正。`,
      'over-together': (figure: string, value: string) =>
        `和同类的其他几项加起来，多于“${figure}”的 ${value}。请改小这个数，或者先给那几项加更正。`,
      'over-whole': (figure: string, value: string) =>
        `各部分加起来不能多于全社区的“${figure}”，这里最多填 ${value}。全社区的数也不对的，先给它加更正。`,
      'under-part': (figure: string, value: string) =>
        `全社区的数不能少于其中一部分：“${figure}”是 ${value}。那一部分也不对的，先给它加更正。`,
      'wait-order': (figure: string, value: string) =>
        `中位用时不会比最慢的 10% 还长：“${figure}”是 ${value}。那一项也不对的，先给它加更正。`,
    } satisfies Record<Clash['why'], (figure: string, value: string) => string>,
    faults: {
      figure: '请选一项。',
      value: '请填 0 或以上的整数，不要负号和小数；用时按整小时填。',
      why: '请选一个可以公开的原因。',
      reason: '请写明具体情况。',
      same: '和现在的数字一样，不用更正。',
      moved: '这一项刚才已经有人更正过。下面是现在的数字，请再看一遍。',
      unsigned: '这个月还没有签字，数字会自己更新，不用更正。',
      unknown: '这个月的月报里没有这一项，请从下面选一项。',
      'key-reused': '这张表已经提交过别的内容，请重新打开。',
    } satisfies Record<NotCorrected, string> & Record<string, string>,
  },
}
