import type { NotificationKind } from '#domain/notifications.ts'
import { actWords } from '#text/act-words.ts'
import { actsZh } from '#text/zh/wishes/acts-text.ts'

/** The notifications on a person's page, and what a wish's history says about who was informed. */
export const notificationsZh = {
  title: '消息',
  empty: '没有新消息。有人认领、送达，或者轮到您办的事，会出现在这里。',
  unread: '未读',
  kind: {
    ...actWords(actsZh, 'notification'),
    check: '新登记的心愿一个工作日还没审核',
    contact: '认领满一天，还没和老人约时间',
    due: '心愿今天到期',
    overdue: '心愿已经过期，送不了请交还',
    callback: '回访期限到了，还没打通电话',
    referral: '转介的事还没有答复，请问问',
    push: '有个心愿几天没人认领，可能适合您',
    secretary: '心愿等了很久没人认领，请书记看看',
    street: '心愿等了很久没人认领，请街道看看',
    'grid-taken': '有个网格交给您了，看看里面的居民和要办的事',
    'proposal-accepted': '您提名的督查员，管理员已经同意',
    'proposal-declined': '您提名的督查员，管理员没有同意',
    'kept-due': '有位居民的建档同意到了再问的时候，请问一次',
    'list-finished': '您导入的清单已全部登记完',
    'list-stopped': '有份清单只登记了一部分：导入的人已不在岗。请重新上传同一份清单，登记过的不会重复',
    'contact-withdrawn': '居民不再提供联系方式，请通过网格员联系',
    'letter-new': '书记信箱有一封新来信，请签收',
    'letter-yours': '有一封来信转给您办理',
    'letter-reopened': '来信人对答复不满意，请另派人办理',
    'letter-late': '有一封来信过了期限，请尽快办理',
    fits: '有个心愿可能适合您，看看愿不愿意认领',
  } satisfies Record<NotificationKind, string>,
  told: {
    names: (names: string) => `已通知 ${names}`,
    invited: (count: number) => `已邀请 ${count} 位志愿者`,
    nextInvited: (count: number) => `已邀请另外 ${count} 位志愿者。`,
  },
}
