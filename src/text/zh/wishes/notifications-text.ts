import type { NotificationKind } from '#domain/notifications.ts'
import { actWords } from '#text/act-words.ts'
import { actsZh } from '#text/zh/wishes/acts-text.ts'

/** The notifications on a person's page, and what a wish's history says about who was informed. */
export const notificationsZh = {
  title: '消息',
  empty: '没有新消息。轮到您办的事会出现在这里，办过了就不再显示。',
  unread: '未读',
  kind: {
    ...actWords(actsZh, 'notification'),
    check: '登记满一个工作日了，请审核',
    contact: '认领满一天了，请打电话约时间',
    due: '今天到期，请送到；去不了请交还',
    overdue: '已经过期，请尽快送到；去不了请交还',
    callback: '回访期限到了，还没打通，请再打一次',
    referral: '转介的事还没有答复，请问一问',
    push: '等了几天没人认领，可能适合您',
    secretary: '等了很久没人认领，请书记找人',
    street: '等了很久没人认领，请街道看一看',
    'grid-taken': '有个网格交给您了，看看里面的居民和要办的事',
    'new-device': '您的账号在一台新设备上登录了；不是您，请改密码',
    'proposal-accepted': '您提名的督查员，管理员已经同意',
    'proposal-declined': '您提名的督查员，管理员没有同意',
    'kept-due': '有位居民的建档同意该再问一次了，请去问一问',
    'list-finished': '您导入的清单已全部登记完',
    'list-stopped': '有份清单只登记了一部分：导入的人已不在岗。请重新上传同一份清单，登记过的不会重复',
    'contact-withdrawn': '居民不再提供联系方式，请通过网格员联系',
    'letter-new': '书记信箱有一封新来信，请签收',
    'letter-yours': '有一封来信转给您办理',
    'letter-reopened': '来信人对答复不满意，请另派人办理',
    'letter-late': '有一封来信过了期限，请尽快办理',
    'inquiry-asked': '有一件督办，请答复',
    'inquiry-answered': '一件督办已答复，请看看',
    fits: '可能适合您，看看愿不愿意认领',
  } satisfies Record<NotificationKind, string>,
  /** To the claimant, where it means something else than for staff. */
  yours: {
    claim: '已记在您名下，请打电话约时间',
    confirm: '老人确认收到了，谢谢您',
    deliver: '已记下送达，社区会打电话回访',
  },
  /** To the person who delivered a wish that was reopened. */
  barred: '重开了，换一位接着办，您不用再去',
  older: (count: number) => `再看 ${count} 条`,
  told: {
    names: (names: string) => `已通知 ${names}`,
    invited: (count: number) => `已邀请 ${count} 位志愿者`,
    nextInvited: (count: number) => `已邀请另外 ${count} 位志愿者。`,
  },
}
