import { balance } from '#domain/matching/balance.ts'
import { priorInvitations, priors } from '#domain/matching/chance.ts'
import { festivalDays } from '#domain/matching/festivals.ts'
import { answerDays, askedAtOnce, mostAsksForOneWish, needPoints } from '#domain/matching/need.ts'
import { price } from '#domain/matching/plan.ts'

const { urgency } = needPoints

/** To whom a wish is offered, why, and how often a person is asked. */
export const invitationsZh = {
  reason: {
    strength: (strength: string) => `您会${strength}`,
    'no-strength': (strength: string) => `最好会${strength}，您没有填这项`,
    grid: (grid: string) => `住在${grid}`,
    ownGrid: '就在您住的网格',
    time: (when: string) => `${when}有空`,
    urgency: { red: '特急', yellow: '急', blue: '一般' },
    deadline: (days: number) => (days ? `离应当办好的日子还有 ${days} 个工作日` : '应当办好的日子到了'),
    returned: (times: number) => `交还或收回过 ${times} 次`,
    household: (days: number) => `这一户 ${days} 天没有邀请过人`,
    chance: (percent: number) => `这样的邀请，每 100 次约 ${percent} 次按时办成`,
    asked: (times: number) => (times ? `最近四周您被邀请了 ${times} 次` : '最近四周还没有邀请过您'),
    'asked-half-year': (times: number) => `半年来您被邀请了 ${times} 次`,
    'average-half-year': (times: number) => `大家平均 ${times} 次，请得少的往前、请得多的往后`,
    together: (wishes: number) => `同一户的 ${wishes} 件，一起请您`,
    'quiet-grid': '这个网格认领得少，多请一位',
  },
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  parts: { morning: '上午', afternoon: '下午', evening: '晚上' },
  /** When a visit would be possible: 周六上午. */
  when: (weekday: string, part: string) => `${weekday}${part}`,
  comma: '，',
  because: (fits: string, asked: string) => (fits ? `${fits}；${asked}。` : `${asked}。`),
  all: '这次邀请看了什么',
  ignore: '不想办就不用管它，没有任何影响，也没有人看得到。',
  choice: {
    title: '多久邀请我一次',
    perWeek: '一周请几次',
    lead: (times: number) => `最近四周邀请了您 ${times} 次。改了马上生效，心愿墙一直可以自己看。`,
    options: {
      usual: (limit: number) => `一周最多 ${limit} 次`,
      weekly: () => '一周最多一次',
      never: () => '不要邀请我',
    },
    pause: '暂停到哪天',
    pauseHint: '从这一天起再邀请，之前不打扰您。',
    wrongDay: '请选一个以后的日子，一年以内。',
    button: '保存',
    saved: '已保存，从现在起按这个来。',
    pausedUntil: (day: string) => `已暂停，${day}起再邀请。`,
  },
  staff: {
    title: '邀请情况',
    open: '邀请情况',
    lead: '每件等着的心愿请过谁、什么时候请的。请过没有回音是正常的，不记名、不追问。',
    next: {
      title: '下一次会邀请',
      when: (day: string) => `下一次在${day}`,
      counts: (wishes: number, people: number) => `给 ${wishes} 件心愿发 ${people} 次邀请。`,
      none: '下一次没有要发的邀请。',
      answers: (wishes: number) => `${wishes} 件刚请过人，先等一等。`,
      visits: (wishes: number) => `${wishes} 件的老人家里，这几周上门已经排满。`,
      festival: (wishes: number) => `${wishes} 件不急的错开节日，分几天邀请。`,
      unanswered: (wishes: number) => `${wishes} 件暂时没有人可请。`,
    },
    helps: {
      title: '怎么能帮上忙',
      strength: (strength: string, wishes: number) => `没有会${strength}的人：${wishes} 件事在等。`,
      nobody: (wishes: number) => `合适的人都请过了，或者这周不能再请：${wishes} 件事在等。`,
      script: (strength: string, wishes: number) =>
        `各单位好：社区有 ${wishes} 件居民的小心愿在等会${strength}的人。单位里有愿意帮忙的同志，请让他来社区报到，或直接在心愿墙上认领。谢谢！`,
      nobodyScript: (wishes: number) =>
        `各单位好：社区有 ${wishes} 件居民的小心愿还没有人认领。单位里有空的同志，请到心愿墙上看看。谢谢！`,
      copy: '复制给各单位',
      activity: '安排一个服务日',
    },
    wishes: {
      title: '等着的心愿',
      none: '现在没有等人认领的心愿。',
      more: (count: number) => `还有 ${count} 件`,
      nobody: '还没有请过人',
      asked: (count: number) => `请过 ${count} 人`,
      who: (when: string) => `请过谁，最近一次在${when}`,
      at: (when: string, names: string) => `${when}：${names}`,
      next: {
        people: (count: number) => `下一次请 ${count} 人。`,
        answers: '下一次：刚请过人，先等回音。',
        visits: '下一次：这一户上门已经排满，先不请。',
        festival: '下一次：不急，错开节日再请。',
        nobody: '下一次：没有人可请。',
        rests: '下一次：还没到再挂出来的日子。',
      },
    },
    never: {
      title: '没有被邀请过的志愿者',
      month: '最近 28 天',
      of: (never: number, all: number) => `${all} 位里有 ${never} 位`,
      how: '能服务的志愿者里，这段时间一次邀请也没有收到的人数；包括选了不要邀请的。',
    },
  },
  rules: {
    title: '怎么邀请志愿者',
    lead: '每天开门时，把所有等着的心愿和所有志愿者放在一起排一次：最需要的心愿先挑人，请得多的人往后放。特急的、交还的、逾期收回的马上邀请。只是邀请，不派任务，心愿墙人人可以认领。',
    rows: [
      `一次邀请的得分＝按时办成的可能 × 心愿的分数，按半年里请过的次数加减，再减去最近四周邀请过的次数 × ${price}。得分不大于零，就不邀请。`,
      `半年里请得比大家平均少的，每少一次加 ${balance.eachInvitation}；请得多的，每多一次减 ${balance.eachInvitation}；加减都不超过“可能 × 分数”的 ${balance.mostPart} 分之一。`,
      `心愿的分数：特急 ${urgency.red}、急 ${urgency.yellow}、一般 ${urgency.blue}；离应当办好的日子不到 ${needPoints.soon} 个工作日，每少一天加 ${needPoints.eachDayLess}；每交还或收回一次加 ${needPoints.eachReturn}（最多 ${needPoints.mostReturns} 次）；这一户每过一天没有邀请过人加 ${needPoints.eachHouseholdDay}（最多 ${needPoints.mostHouseholdDays} 天）。`,
      `应当办好的日子：认领过的，是第一次答应的日子；还没有人认领的，从发布那天起，数两倍的送达期限。`,
      `按时办成的可能有多大，看过去的数字：近半年里同一类心愿、同样合适的邀请，有几成按时办成。不给任何一个人打分。还没有数字时，先假定：会的 ${priors.has}%，不用特长的 ${priors['not-needed']}%，要特长而没有的 ${priors.lacks}%；住得近加 ${priors.near}%，有空加 ${priors.time}%。这个假定只当作 ${priorInvitations} 次邀请，真实的数字越多，它越不起作用。`,
      `一次请几位：特急 ${askedAtOnce.red} 位、急 ${askedAtOnce.yellow} 位、一般 ${askedAtOnce.blue} 位；过了一半时间、每交还一次、认领少的网格，各加一位，最多 ${askedAtOnce.most} 位。请过的 ${answerDays.blue} 天（特急 ${answerDays.red} 天）没有回音，再请别人。`,
      `同一件心愿最多请同一个人 ${mostAsksForOneWish} 次。一个人不连着两天邀请，特急的除外；差不多的，先请四周里请得少的，再看半年里，再一样就抽签。`,
      `一户一周的上门次数有限，排满了就不再邀请；同一户的几件一起请同一个人。重阳、春节前后各 ${festivalDays} 天，不急的心愿分开几天邀请，节日当天不安排。`,
      `不理会邀请没有任何影响，谁也看不到。多久邀请一次、暂停到哪天，自己在「我的」里选，马上生效。`,
    ],
  },
}
