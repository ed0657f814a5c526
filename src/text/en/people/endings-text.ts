import type { endingsZh } from '#text/zh/people/endings-text.ts'

export const endingsEn: typeof endingsZh = {
  title: 'Close the file',
  lead: 'Close the file here when a resident has moved away, has died or no longer wants to be on the list. First you see what will happen; after you confirm, it is all done at once.',
  within: 'If they moved within the community, change their details instead.',
  reason: 'Why the file is closed',
  reasonOf: { moved: 'Moved away', deceased: 'Deceased', asked: 'Asked to be deleted' },
  what: 'What will happen',
  nothing: 'There are no wishes in progress and no calls to make.',
  act: { withdraw: 'Withdrawn; the public ledger only says so', spare: 'No more call-backs, and no monthly repeat' },
  visit: (when) => `Visit cancelled: ${when}`,
  told: (names) => `These people are notified: ${names}`,
  quiet:
    'The resident and their family will not be called again. The file can be read but not changed, and does not appear in searches.',
  erased: (days) => `The file is erased after ${days} days; until then the secretary can reopen it.`,
  method: 'How you found out',
  day: 'When you found out',
  button: 'Close this file',
  changed:
    'A wish changed in the meantime, so the file has not been closed. Please check the new list and press again.',
  elsewhere: 'One of the wishes belongs to another grid, so you cannot do this. Please ask the secretary.',
  ended: 'The file is closed. Wishes and call-backs have stopped, and the people concerned were notified.',
  banner: (reason, day) =>
    `This file was closed on ${day} (${reason}). It can be read but not changed, and will be erased automatically.`,
  reopen: 'Reopen the file',
  reopenHelp:
    'Reopen a file only if it was closed by mistake. Withdrawn wishes do not come back and must be posted again. If the resident asked to be deleted, ask them again whether they want to be on the list.',
  reopenButton: 'Reopen this file',
  reopened: 'The file is open again. Withdrawn wishes must be posted again if still needed.',
  withdrawn: (count) =>
    `Recorded. Wishes that depended on this consent were withdrawn: ${count}. Their claimants were notified.`,
  consentHint:
    'If the resident no longer agrees to posting or publishing, undelivered wishes are withdrawn at once. If they no longer agree to share contact details, the claimant stops seeing them at once.',
  list: 'Closed files',
  listLead:
    'Closed files are erased automatically. Only a certificate remains: what kind of data, how many and when, never whose.',
  listEmpty: 'No file is waiting to be erased. To close a resident’s file, open it first.',
  head: { name: 'Name', grid: 'Grid', reason: 'Reason', day: 'Closed on' },
  certificates: 'Certificates of erasure',
  certificatesEmpty: 'Nothing has been erased yet.',
  certificateHead: { day: 'Day', kind: 'What', count: 'How many', days: 'After days' },
  kindOf: {
    words: 'Words and specifications of wishes',
    file: 'Residents’ files',
    'family-link': 'Links of relatives that have ended',
    volunteer: 'Volunteers’ details',
    booking: 'Names and numbers of bookings',
    letter: 'Words and senders of letters',
    inquiry: 'the words of inquiries',
    account: 'Numbers and accounts of people who left',
  },
  erasedFile: 'File erased on schedule',
  erasedWords: 'Text erased on schedule',
  leave: {
    title: 'Stop volunteering',
    lead: 'You can leave at any time without giving a reason. When you press the button:',
    claims: (count) =>
      count
        ? `your wishes in hand are given back and other volunteers are invited at once: ${count};`
        : 'you have no wishes to give back;',
    rest: 'your sign-in, calendar address and activation codes stop working. Print your service record first if you want to keep it.',
    handover: 'Hand-over note',
    handoverHint: 'What has been done and what the next volunteer needs to know.',
    standard: 'The volunteer has left; please agree a new time with the resident.',
    button: 'Stop volunteering',
    left: 'You have left. Thank you for all you have done!',
    link: 'I no longer want to volunteer',
  },
}
