import type { phoneZh } from '#text/zh/people/phone-text.ts'

export const phoneEn: typeof phoneZh = {
  title: 'New mobile number',
  field: 'New mobile number',
  button: 'Change the number',
  once: 'This code is shown only once and is valid for 24 hours.',
  lead: (name) => `Please call the new number, make sure that it is ${name} who answers, and read out the code.`,
  call: 'Call this number and read out six digits',
  say: (address) =>
    `They sign in, open ${address} (“New mobile number” under “Mine”) and enter the digits. Until then the old number is used.`,
  back: 'Back to this person',
  own: 'New mobile number',
  ownLead: (digits) =>
    `Enter the six digits that were read out to you at the new number ending in ${digits}. After that you sign in with it.`,
  code: 'Six digits',
  confirm: 'Use the new number',
  how: 'Tell the secretary your new number first. The secretary calls it and reads out six digits. You enter them here.',
  callCommunity: (phone) => `Call the community: ${phone}`,
  wrong: {
    wrong: 'These digits are wrong. Please ask to hear them again. After five wrong tries you have to wait an hour.',
    taken: 'Another account has just taken this number, so nothing was changed. Please ask the secretary.',
  },
  refused: {
    taken: () => 'This number has an account already. Please check it.',
    same: () => 'This is already their number.',
    elsewhere: (name) =>
      `${name} also has another role, or a role in another community; an administrator has to change the number.`,
  },
}
