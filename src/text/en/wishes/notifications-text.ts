import { actWords } from '#text/act-words.ts'
import { counted } from '#text/en/months/counted-text.ts'
import { actsEn } from '#text/en/wishes/acts-text.ts'
import type { notificationsZh } from '#text/zh/wishes/notifications-text.ts'

export const notificationsEn: typeof notificationsZh = {
  title: 'Notifications',
  empty: 'No new notifications. What you need to do appears here and goes when it is done.',
  unread: 'unread',
  kind: {
    ...actWords(actsEn, 'notification'),
    check: 'has waited a working day, please check it',
    contact: 'claimed a day ago, please telephone and agree a time',
    due: 'is due today; if you cannot go, please give it back',
    overdue: 'is overdue; please deliver soon or give it back',
    callback: 'the call-back is due and no one has answered yet, please try again',
    referral: 'has no answer from the office yet, please ask',
    push: 'has waited for days and might suit you',
    secretary: 'has had no claimant for a long time, please find one',
    street: 'has had no claimant for a long time, please look',
    'grid-taken': 'A grid was handed over to you. Please look at its residents and tasks',
    'new-device': 'Your account was signed in on a new device; if that was not you, change your password',
    'proposal-accepted': 'The administrator accepted the supervisor you proposed',
    'proposal-declined': 'The administrator did not accept the supervisor you proposed',
    'kept-due': 'Please ask a resident again whether they want to stay on the list',
    'list-finished': 'Your list has been imported completely',
    'list-stopped':
      'A list was only partly imported because the importer no longer has the role. Please upload the same list again; nothing is registered twice',
    'contact-withdrawn': 'the resident no longer shares their contact details, please go through the grid worker',
    'letter-new': 'A new letter has arrived. Please confirm that you have received it',
    'letter-yours': 'A letter was passed on to you',
    'letter-reopened': 'The writer of a letter is not satisfied. Please pass it on to another person',
    'letter-late': 'A letter is overdue. Please deal with it soon',
    'inquiry-asked': 'The supervisor has a question, please answer it',
    'inquiry-answered': 'A community has answered your question',
    fits: 'might suit you, would you like to claim it?',
  },
  yours: {
    claim: 'is yours now, please telephone and agree a time',
    confirm: 'was confirmed as received, thank you',
    deliver: 'is recorded as delivered, the community will call back',
  },
  barred: 'was reopened and someone else takes it on; you do not need to go',
  older: (count) => `${count} more`,
  told: {
    names: (names) => `Notified: ${names}`,
    invited: (count) => `${counted(count, 'volunteer')} invited`,
    nextInvited: (count) => `${counted(count, 'other volunteer')} invited.`,
  },
}
