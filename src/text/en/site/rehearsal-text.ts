import type { rehearsalZh } from '#text/zh/site/rehearsal-text.ts'

export const rehearsalEn: typeof rehearsalZh = {
  title: 'Rehearsal',
  link: 'Rehearse: move the time, be somebody else',
  shows: (time) => `The demo’s time is ${time}.`,
  lead: 'In the sample community a month’s work can be walked through in a quarter of an hour. While the time goes forward, whatever falls due is done by itself, as it would be on any day.',
  now: 'The demo’s time (Beijing time)',
  lively: 'Let the people of the sample community go about their work',
  livelyHint:
    'Grid workers post, volunteers claim and visit, the secretary checks and calls back. The newest on the desk are left to you, and so is what those volunteers have in hand whom you can be. Without the tick only the system goes on.',
  jump: { hour: 'Forward an hour', day: 'Forward a day', month: 'To the end of the month' },
  byPeople: 'What people did on the way',
  done: 'What the system did by itself on the way',
  which: 'Which ones',
  nothing: 'Nothing fell due. Go on, or settle a few things at the desk first.',
  times: (what, count) => `${what}: ${count}`,
  howTitle: 'One way through a month',
  howLead:
    'Press step by step: no password, no second browser. After each step “Rehearse” at the top of the page leads back here.',
  how: {
    check: () =>
      'At the desk, check a wish that was posted and let it go to the board. One that came with a list needs the resident’s consent first.',
    claim: () => 'Be a volunteer: claim a wish on the board and agree a visit.',
    day: () => 'Go forward a day: see what people did, which claims are nearly due and which were taken back.',
    deliver: () => 'On your own page follow “delivered” at the wish you claimed, and say so there.',
    nextDay: () => 'Another day: call-backs begin the day after the delivery.',
    call: () => 'Be the grid worker: call a household that was visited, and note whether they are satisfied.',
    month: () => 'Go to the end of the month. Where it is nearly over, go once more for a whole one.',
    review: (month) => `Read the report of ${month}: every figure opens the wishes behind it.`,
    sign: (month) => `Sign the report of ${month}. What is still open is listed first; once signed, the figures stand.`,
    later: () =>
      'Some days more: what was delivered at the month’s end is called back, and the signed figures differ from today’s.',
    correct: (month) =>
      `The report of ${month} lists what differs: correct one of them. The signed figure stands, the correction beside it says why.`,
    sheet: (month) => `Print the report of ${month}: one page, with room for the stamp.`,
    letters: (month) => `The letters to the work units: what their members did in ${month}.`,
    record: () => 'A volunteer’s own service record, to print.',
  },
  place: {
    check: 'open the desk',
    claim: 'open the board',
    deliver: 'open my wishes',
    call: 'open the call-backs',
    review: 'open the report',
    sign: 'sign it',
    correct: 'open the report',
    sheet: 'open the sheet',
    letters: 'open the letters',
    record: 'open the record',
  },
  goAs: (name, what) => `As ${name}, ${what}`,
  peopleTitle: 'Whom you can be',
  youAre: (name) => `You are ${name} now.`,
  youAreNobody: 'You are signed out and see what a resident sees.',
  become: (name) => `Be ${name}`,
}
