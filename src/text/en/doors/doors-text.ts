import { counted } from '#text/en/months/counted-text.ts'
import type { doorsZh } from '#text/zh/doors/doors-text.ts'

export const doorsEn: typeof doorsZh = {
  title: 'Group and notice board',
  lead: 'The list goes to two places: the WeChat group and the notice board in the yard. Both lead to the same wish; the first claim wins.',
  unsent: (count) => `WeChat group: ${counted(count, 'new wish', 'new wishes')} not sent yet`,
  group: 'WeChat group',
  board: 'Notice board',
  fresh: (count) =>
    count ? `${counted(count, 'new wish', 'new wishes')} not sent yet` : 'Nothing new: all have been sent',
  freshOnBoard: (count) =>
    count ? `${counted(count, 'new wish', 'new wishes')} not on the wall` : 'All are on the wall',
  choose: (most) => `Choose what to publish, ${most} at most`,
  none: 'No wish is waiting to be claimed at the moment.',
  faults: {
    none: 'Please choose at least one.',
    'too-many': 'Too many are chosen. Please remove some.',
    claimed: 'One of them was claimed or withdrawn just now. The list is up to date again: please look once more.',
    'key-reused': 'This form was used before. Please press once more.',
  },
  standing: { open: 'can be claimed', taken: 'claimed', gone: 'no longer needed' },
  number: {
    title: 'Find a wish by its number',
    label: 'Number of the wish (8 digits)',
    hint: 'Each wish on the notice board and in the group has one, such as 1234-5674',
    button: 'Find it',
    faults: {
      mistyped: 'This number was copied wrongly: a digit is missing, extra or different. Please look at it again.',
      unknown: 'No wish has this number. Please look at it again.',
    },
    ask: (phone) => `If you cannot find it, call the community: ${phone}`,
  },
  picture: {
    title: 'Picture for the group',
    save: 'Press and hold the picture to save it, then send it to the group. What has been claimed is crossed out.',
    alt: (count) =>
      `Picture for the group: ${counted(count, 'wish', 'wishes')} and the QR code of the board, in the words above`,
    withoutScripts: 'Without scripts no picture can be drawn. Print the sheet, or copy the text above.',
    heading: 'Micro-wishes waiting for you',
    note: (where, code) => `${where} · number ${code}`,
    more: (count) => `${count} more on the board`,
    scan: 'Scan to see the board, then press “Claim”',
    phone: (phone) => `Claim by phone: ${phone}`,
    free: 'Volunteers give freely',
  },
  sheet: {
    make: 'Make the sheet',
    paper: 'Paper',
    paperOf: { a4: 'A4, 8 wishes at most', a3: 'A3, 15 wishes at most' },
    title: 'Micro-wishes waiting for you',
    print: (paper) => `Print it with your browser’s “Print” and choose ${paper}; or save it as a PDF.`,
    number: (number) => `Sheet ${number}`,
    printed: 'printed',
    how: 'To claim: scan the code next to a wish, sign in and press “Claim”; or call or visit the community office and give the number of the wish and your name.',
    phone: (phone) => `Community phone ${phone}`,
    free: 'Volunteers give freely; residents pay nothing.',
    liveCode: (number) => `Sheet ${number} as it is now`,
    liveHint: 'Scan here to see what can still be claimed',
    openOf: (open, all) =>
      open
        ? `${open} of the ${counted(all, 'wish', 'wishes')} on this sheet can still be claimed.`
        : `None of the ${counted(all, 'wish', 'wishes')} on this sheet is waiting any more.`,
    isOld: 'This sheet has been taken down. The new one is on the notice board.',
    hung: (older) => `It hangs, and ${older} came down`,
    down: 'This sheet came down',
    isDown: (day) => `This sheet came down on ${day}.`,
    hanging: 'On the wall now',
    hungSince: (number, day) => `Sheet ${number} · printed ${day}`,
    stale: (taken, gone, fresh) =>
      `Notice board to be changed (${[taken ? `${taken} claimed` : '', gone ? `${gone} withdrawn` : '', fresh ? `${fresh} new and not on the wall` : ''].filter(Boolean).join(', ')})`,
  },
  message: {
    make: 'Make the message',
    title: (number) => `Group message ${number}`,
    lead: 'Copy the text below and paste it into the group. Who made it and when is recorded.',
    text: 'Message',
    copy: 'Copy the text',
    copied: 'Copied: paste it into the group',
    selected: 'Selected: press and hold, then choose “Copy”',
    head: (community, day, number) => `[${community} · Micro-wishes] ${day}, message ${number}`,
    line: (position, title, where, urgency) => `${position}. ${title} | ${where} | ${urgency}`,
    crossedOut: (title, standing) => `(${standing}) ${title}`,
    claimedSince: (count) => `Since the last message ${counted(count, 'wish was', 'wishes were')} claimed. Thank you!`,
    how: 'To claim: open the link, sign in and press “Claim”; or answer here with the number and your name, such as “3 Zhang Zhiming”. You give freely; residents pay nothing.',
    phone: (phone) => `You can also claim by phone: ${phone}`,
    recent: 'Recent messages',
    sent: (number, day) => `Message ${number} · ${day}`,
    recall: 'Not sent, or recalled in the group',
    recallHint: 'The wishes of this message then count as not sent.',
    recalled: 'This message was recalled and does not count as sent.',
  },
}
