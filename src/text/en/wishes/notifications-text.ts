import { actWords } from '#text/act-words.ts'
import { counted } from '#text/en/months/counted-text.ts'
import { actsEn } from '#text/en/wishes/acts-text.ts'
import type { notificationsZh } from '#text/zh/wishes/notifications-text.ts'

export const notificationsEn: typeof notificationsZh = {
  title: 'Notifications',
  empty: 'No new notifications. Claims, deliveries and tasks for you appear here.',
  unread: 'unread',
  kind: {
    ...actWords(actsEn, 'notification'),
    check: 'A new wish has been waiting a working day to be checked',
    contact: 'You claimed a wish a day ago and have not agreed a visit',
    due: 'A wish is due today',
    overdue: 'A wish is overdue. If you cannot go, please give it back',
    callback: 'A call-back is due and nobody has answered yet',
    referral: 'A referral has no answer yet. Please ask the office',
    push: 'A wish has been waiting for days and might suit you',
    secretary: 'Nobody has claimed a wish for a long time. Secretary, please look',
    street: 'Nobody has claimed a wish for a long time. Street office, please look',
    'grid-taken': 'A grid was handed over to you. Please look at its residents and tasks',
    'proposal-accepted': 'The administrator accepted the supervisor you proposed',
    'proposal-declined': 'The administrator did not accept the supervisor you proposed',
    'kept-due': 'It is time to ask a resident again whether they want to stay on the list',
    'list-finished': 'Your list has been imported completely',
    'list-stopped':
      'A list was only partly imported because the importer no longer has the role. Please upload the same list again; nothing is registered twice',
    'contact-withdrawn': 'The resident no longer shares their contact details. Please go through the grid worker',
    'letter-new': 'A new letter has arrived. Please confirm that you have received it',
    'letter-yours': 'A letter was passed on to you',
    'letter-reopened': 'The writer of a letter is not satisfied. Please pass it on to another person',
    'letter-late': 'A letter is overdue. Please deal with it soon',
    fits: 'A wish that might suit you. Would you like to claim it?',
  },
  told: {
    names: (names) => `Notified: ${names}`,
    invited: (count) => `${counted(count, 'volunteer')} invited`,
    nextInvited: (count) => `${counted(count, 'other volunteer')} invited.`,
  },
}
