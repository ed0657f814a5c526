import type { snapshotsZh } from '#text/zh/site/snapshots-text.ts'

export const snapshotsEn: typeof snapshotsZh = {
  onPage: {
    seen: 'As you saw it on {time}',
    noSignal: 'There is no signal. What you press is saved on this phone and sent when the signal is back.',
    ended: 'The time for this part is over. It was deleted from the phone.',
    online: 'The signal is back.',
    again: 'See it as it is now',
  },
  waiting: {
    title: 'Waiting to be sent',
    noStore: 'This phone cannot store it. Please press again when you have a signal.',
    noTime: 'Please choose a time for the visit, or fill in day and time.',
  },
  plain: {
    title: 'There is no signal',
    lead: 'This page is not stored on this phone, or its time is over. Please open it when the signal is back.',
    mine: 'My claims',
    post: 'Post a wish',
    again: 'Try again',
  },
}
