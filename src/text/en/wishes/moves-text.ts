import { actWords, formWords } from '#text/act-words.ts'
import { counted } from '#text/en/months/counted-text.ts'
import { actsEn } from '#text/en/wishes/acts-text.ts'
import type { movesZh } from '#text/zh/wishes/moves-text.ts'

export const movesEn: typeof movesZh = {
  claimPromise:
    'You give this freely. The resident pays nothing and you are not paid back. No money passes through this platform.',
  claimNamesYou:
    'Once a visit is agreed, the household is told your name and work unit, so that they can check before they open the door.',
  claimDue: (days) =>
    `Delivery is due within ${counted(days, 'working day')} of your claim. If you cannot go, you can give it back at any time.`,
  signInFirst: 'Sign in to claim',
  forVolunteer: {
    title: (name) => `Record for ${name}`,
    lead: (name) =>
      `${name} claimed by phone or in person. Record here what ${name} tells you: the visit, the delivery, or that they cannot go. ${name} gets a notification. If you record the delivery, you cannot make the call-back.`,
    phone: 'The volunteer’s phone',
    slots: (name) => `Times that suit ${name} and the resident`,
    schedule: (name) => `Record a visit for ${name}`,
    deliver: (name) => `Record the delivery for ${name}`,
    code: (name) => `Receipt code from ${name} (6 digits)`,
    confirm: (name) => `Add the receipt code for ${name}`,
    undo: (name) => `Undo the delivery for ${name}`,
    release: (name) => `Give the wish back for ${name}`,
    leave: (name) => `Record that ${name} leaves`,
  },
  door: 'How they claimed',
  posted: {
    title: 'Posted',
    next: (day, hour) =>
      `The secretary checks it next, expected by ${hour} on ${day}, and you are notified when it is published. Until then you can amend it.`,
    sameResident: 'Post another for this resident',
    another: 'Post another',
  },
  nudge: {
    title: (name) => `Claimed by ${name}: remind them`,
    late: (day) =>
      `It was due ${day} and has not been delivered. Call first. If they cannot deliver, give them more days, or take it back and find someone else.`,
    onTime: 'It is not due yet. To ask about progress, call or send a reminder here.',
    phone: 'Claimant’s phone',
    script: (name, thing, day) =>
      `Hello ${name}, this is the community office. The ${thing} you claimed is due by ${day}. Is that still possible? If not, please tell me and we will find a way together.`,
    scriptCopy: 'Copy this text',
    button: 'Send a reminder here',
    more: 'Three more days',
    moreReason: 'Why they get three more days',
    back: 'Take it back and find someone else',
    backNote: 'Note for the next person',
    backHint: 'Say what has been done so far. Taking it back is no criticism. The claimant gets a notification.',
    backButton: 'Take this claim back',
    secretary: 'Only the secretary can give more days or take it back.',
  },
  candidates: {
    title: 'Find a claimant',
    open: 'Find a claimant',
    lead: 'Call and ask first. Record the claim only for those who agree. Anyone may say no, without any consequence.',
    fitting: 'May suit',
    noneFit:
      'No one suits this wish especially and can still claim. Search by name or unit below, or send the wish to the group.',
    everyone: 'All volunteers',
    search: 'Name, unit or phone',
    searchHint: 'Part of the name, the unit, or four digits in a row of the phone number',
    find: 'Search',
    notFound: 'No volunteer found. Try another spelling.',
    more: (count) => `${count} more are not listed. Please search above.`,
    left: (count) => `can claim ${count} more`,
    atLimit: { person: 'has reached their own limit', unit: 'their unit has reached this month’s limit' },
    hadIt: 'has claimed this wish before',
    fits: {
      strength: (strength) => `skilled in: ${strength}`,
      grid: 'lives in this grid',
      time: 'has free time before it is due',
    },
    back: 'Back to this wish',
    claim: 'Record their claim',
    approve: 'Approve and record',
    askSecretary: 'The secretary has to approve',
    group: 'Send to the group',
    groupHint: 'This text is public and can be sent to the volunteers’ group as it is.',
    forGroup: (thing, where, code, days) =>
      `[Micro-Wish] One person needed: ${thing} (${where}), to be delivered within ${days} working days. ${code}. Reply in the group or claim it on the board.`,
    copy: 'Copy',
  },
  step: {
    title: { call: 'Next: call and agree a time', booked: 'The visit is agreed', deliver: 'Next: bring it' },
    agree: 'Agreed? Enter the time',
    change: 'Change the time',
    thanks: 'Thank you!',
    callback: (day) =>
      `The community calls by ${day} to ask whether it arrived and how it was. There is nothing more for you to do.`,
    another: 'See other wishes nearby',
    later: 'Postpone, deadline and history',
  },
  schedule: {
    slots: 'Times that suit you both',
    slotsHint:
      'Based on your free times and theirs; holidays count as days off. Call first, then choose the time you agreed.',
    noSlots: 'No time in the next two weeks suits you both. Call first, then enter the time you agreed.',
    late: (day) => `${day}, after the due date`,
    isLate: (due) =>
      `That day is after the due date (${due}). To postpone, choose a reason; the visit is saved at the same time.`,
    lateAsk: 'This is after the due date. What do you want to do?',
    postpone: (reason) => `Postpone to that day: ${reason}`,
    asItIs:
      'Do not postpone. If it is not delivered by the due date, the wish goes back to the board and this visit is cancelled',
    oddForResident: (time) =>
      `${time} is outside the hours that suit the resident. If this is right, press again. If not, change it.`,
    oddForOffice: (time, hours) =>
      `${time} is outside office hours (${hours}). If this is right, press again. If not, change it.`,
    own: 'Another time',
    ownHint: 'The time you agreed',
    day: 'Day',
    time: 'Time',
    hint: 'Beijing time. Call first and ask which time is convenient.',
  },
  release: {
    title: 'I cannot go: give the wish back',
    note: 'Note for the next volunteer',
    hint: 'Say what has been done so far, so the next volunteer can carry on. There is no penalty and no rating for giving a wish back.',
    button: 'Give back',
  },
  deliver: {
    title: 'Have you delivered it?',
    code: 'The receipt code that the resident reads out (6 digits)',
    codeHint:
      'With the receipt code the delivery is confirmed at once. Without it, the community calls the resident to check.',
    note: 'Anything to add',
    button: 'Delivered',
  },
  enterCode: { title: 'Add the receipt code', code: 'Receipt code (6 digits)', button: 'Confirm receipt' },
  undo: {
    title: 'Pressed by mistake?',
    hint: (minutes) =>
      `You can undo a delivery yourself within ${counted(minutes, 'minute')}; after that, ask the secretary.`,
    button: 'Undo the delivery',
  },
  publish: {
    title: 'Check and publish',
    publicText: 'Public title',
    publicHint: 'Describe only the item. Do not include a name, phone number, address, illness or hardship.',
    approve: (value, limit) => `The value of ${value} yuan is over the limit of ${limit} yuan; I approve it`,
    button: 'Publish',
    preview: 'Once published, the public sees:',
    consentMissing: (purposes) => `The resident’s consent is still missing for: ${purposes}.`,
    recordConsent: 'Record the consent',
  },
  return: { title: 'Return for more information', reason: 'Reason for returning it', button: 'Return' },
  forms: formWords(actsEn),
  call: {
    title: 'Call-back',
    script: (thing, day) =>
      `Hello, I am calling from the community. On ${day} we brought you this: “${thing}”. Did you receive it? Does it suit you?`,
    scriptHint: 'Read this out, slowly and a little louder than usual.',
    wished: 'The wish as posted',
    deliveredOn: 'Delivered',
    reached: 'Did someone answer?',
    speaker: 'Who answered',
    received: 'Was it received?',
    satisfaction: 'Are they satisfied?',
    words: 'In the resident’s own words',
    button: 'Record the call-back',
    notYours:
      'You claimed this wish, entered the claim, recorded the delivery or have seen the receipt code. The person who handled a wish cannot also confirm it, so another grid worker or the secretary must make this call.',
    needAnswer: 'If someone answered, say whether it was received.',
    tried: (count) => `tried ${count === 1 ? 'once' : `${count} times`}`,
    open: 'Make the call-back',
    later:
      'If the resident later says it was not received, was only partly received, or they are dissatisfied, record it here. The wish is reopened and the secretary is notified.',
    openLater: 'Record what the resident says',
  },
  code: {
    title: 'Receipt code',
    show: 'Show the receipt code',
    shownTo:
      'Read it out to the resident or print it for them. Once you have seen the receipt code, you cannot claim or deliver this wish, or enter a claim for someone else.',
    print: 'Print',
  },
  handover: {
    title: 'What you did at the door',
    tick: {
      'use-shown': 'Showed how it is used',
      'expiry-read': 'Read the expiry date together: more than 30 days left',
      'allergy-asked': 'Asked about allergies and foods to avoid',
      'plug-tried': 'Plugged it in and tried it',
    },
    expiry: 'Expiry date',
    expiryHint: 'Nothing may be given that expires within 30 days.',
    askTitle: 'Please also ask',
    ask: {
      'use-shown': 'Were you shown how it is used?',
      'expiry-read': 'Did you read the expiry date together?',
      'allergy-asked': 'Were you asked about allergies and foods to avoid?',
      'plug-tried': 'Was it plugged in and tried?',
    },
    ticked: 'the volunteer ticked this',
    notTicked: 'the volunteer did not tick this',
  },
  checklist: [
    'Say who you are at the door: your name, your work unit, and that you volunteer for the community',
    'Open the item together: check that it has not expired and has more than 30 days left',
    'Use it once together, and explain how it works and what to watch out for',
    'Sit down for a chat and ask about daily care',
    'Take no money, do not look after bank cards, and bring no prescription medicine',
  ],
  limit: {
    requested: 'The secretary has been asked',
    requesters: 'Volunteers who ask for your approval',
    requestersLead:
      'They are at the limit of claims and would still take this wish. Your approval is the claim, and they get a message.',
    approve: (name) => `Approve ${name}’s claim`,
  },
  others: (count) => (count === 1 ? '1 other wish you can claim:' : `${count} other wishes you can claim:`),
  already: 'You have already done this.',
  chooseDoor: 'Please choose how they claimed: by phone, at the office or in the WeChat group.',
  doneFor: {
    claim: (name) => `Recorded: claimed by ${name}. They get a notification; please tell them by phone where to go.`,
    schedule: (name) => `Agreed. ${name} gets a notification.`,
    deliver: () => 'Recorded. The community will call back. As you recorded the delivery, someone else has to call.',
    deliverWithCode: () => 'The receipt code is right. The wish is fulfilled.',
    release: (name) => `Given back, and on the board again. ${name} gets a notification.`,
  },
  chooseVolunteer: 'Please choose a volunteer of this community.',
  chooseReached: 'Please say whether the call was answered.',
  chooseSlot: 'Please choose a time for the visit, or “Another time” and enter it.',
  chooseTime: 'Please give a day and a time, such as 2026-11-07 10:00.',
  chooseOne: 'Choose one',
  withdrawHint:
    '“Deceased” opens the page that ends this resident’s file: all their open wishes are withdrawn, and there are no more calls.',
  codeShape: 'A receipt code has 6 digits. Please compare and type it again. This did not count as a try.',
  chooseReason: 'Please choose a reason.',
  done: {
    ...actWords(actsEn, 'thanks'),
    claimOnBoard: 'Thank you! You have claimed this wish.',
    toContact: 'See the details for your visit',
    deliverWithCode: 'The receipt code is correct and the wish is fulfilled. Thank you!',
  },
}
