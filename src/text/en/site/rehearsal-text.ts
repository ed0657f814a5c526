import type { rehearsalZh } from '#text/zh/site/rehearsal-text.ts'

export const rehearsalEn: typeof rehearsalZh = {
  title: 'Rehearsal',
  link: 'Rehearse: move the clock, switch person',
  shows: (time) => `The demo’s time is ${time}.`,
  lead: 'In the sample community you can go through a month’s work in 15 minutes. As the clock moves forward, deadlines, reminders and returns happen automatically, as on any other day.',
  now: 'The demo’s time (Beijing time)',
  lively: 'Let the people of the sample community go about their work',
  livelyHint:
    'Grid workers post, volunteers claim and visit, the secretary checks and calls back. The newest tasks on the desk are left for you, and so are the claims of the volunteers you can switch to. If you do not tick this, only the system acts.',
  jump: { hour: 'Forward an hour', day: 'Forward a day', month: 'To the end of the month' },
  byPeople: 'What people did in this time',
  done: 'What the system did automatically',
  which: 'Which ones',
  nothing: 'Nothing was due. Go on, or deal with a few tasks on the desk first.',
  times: (what, count) => `${what}: ${count}`,
  howTitle: 'One way through a month',
  howLead:
    'Follow the steps one by one. You do not need a password or a second browser. After each step, “Rehearse” at the top of the page brings you back here.',
  how: {
    post: () => 'Switch to the grid worker and post a wish: choose the resident and the item.',
    check: () =>
      'On the desk, check a new wish and publish it. A wish from an imported list needs the resident’s consent first.',
    send: () =>
      'Publish what is new in two places: make a message for the group and copy it, or press and hold its picture; then make a sheet for the notice board.',
    replies: () => 'Paste replies from the group, such as a number and a volunteer’s name, check them and enter them.',
    sheetLive: () =>
      'At the notice board: the code on yesterday’s sheet shows what can still be claimed, and leads to each wish.',
    claim: () => 'Switch to a volunteer, claim a wish on the board and agree a visit.',
    day: () => 'Go forward a day. See what people did, which claims are nearly due and which were taken back.',
    deliver: () => 'On your own page, follow “Delivered” on the wish you claimed and record the delivery.',
    slip: () =>
      'The receiving side: scan the QR code on the slip to see who comes and when. Once it has been delivered, say whether it arrived and how it was.',
    pass: () =>
      'At the door: the volunteer opens the visit pass of the wish with an agreed visit. Before its time it says from when it can be used.',
    family: () =>
      'A relative who lives elsewhere: the daughter follows the wishes behind her own link, and answers where her mother lets her.',
    nextDay: () => 'Go forward another day: call-backs start the day after the delivery.',
    call: () => 'Switch to the grid worker, call a household that was visited and record whether they are satisfied.',
    supervise: () =>
      'As the supervisor, look at the steps that are due soon or late, open a number and ask about one of them.',
    inquiry: () =>
      'As the secretary, answer what the supervisor asked. The cases that supervisors opened are listed there as well.',
    ledger: () => 'The ledger shows everyone what was wished, when it was claimed and when it was fulfilled.',
    month: () => 'Go to the end of the month. If the month was nearly over, do it again for a full month.',
    review: (month) => `Read the report of ${month}: every figure opens the wishes behind it.`,
    sign: (month) =>
      `Sign the report of ${month}. What is still open is listed first. After signing, the figures no longer change.`,
    later: () =>
      'Go forward a few more days. Deliveries from the end of the month are called back, so the signed figures differ from today’s.',
    correct: (month) =>
      `The report of ${month} lists the figures that differ. Correct one of them: the signed figure stays, with the correction and its reason next to it.`,
    sheet: (month) => `Print the report of ${month}: one page, with room for the stamp.`,
    letters: (month) => `The letters to the work units: what their members did in ${month}.`,
    record: () => 'A volunteer’s own service record, to print.',
  },
  place: {
    post: 'post a wish',
    check: 'open the desk',
    send: 'open group and notice board',
    replies: 'paste replies',
    sheetLive: 'Open the sheet',
    claim: 'open the board',
    deliver: 'open my wishes',
    pass: 'open your own page',
    family: 'Open the link of a relative',
    supervise: 'Open supervision',
    inquiry: 'Open the inquiries',
    ledger: 'Open the ledger',
    slip: 'Open the page behind the slip',
    call: 'open the call-backs',
    review: 'open the report',
    sign: 'sign it',
    correct: 'open the report',
    sheet: 'open the sheet',
    letters: 'open the letters',
    record: 'open the record',
  },
  goAs: (name, what) => `As ${name}, ${what}`,
  peopleTitle: 'People you can switch to',
  youAre: (name) => `You are ${name} now.`,
  youAreNobody: 'You are signed out, so you see what a resident sees.',
  become: (name) => `Switch to ${name}`,
}
