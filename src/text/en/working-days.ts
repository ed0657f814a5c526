import type { calendarEditZh, workingDaysZh } from '../zh/working-days.ts'
import { counted } from './counted.ts'

export const workingDaysEn: typeof workingDaysZh = {
  title: 'Working days',
  lead: 'Deadlines count working days only. The nation’s, the region’s and the community’s days are read together, and the nearest one decides: weekends and days off do not count, make-up workdays do.',
  short:
    'Deadlines for deliveries and call-backs count working days only: weekends, holidays and days on which the community is closed do not count, make-up workdays do.',
  open: 'See the working days',
  months: 'Another month',
  month: (year, month) => `${monthNames[month - 1] ?? month} ${year}`,
  today: 'today',
  off: 'off',
  works: 'work',
  marks: '“off” is a day off, “work” a make-up workday; with a “?” it is still provisional.',
  inMonth: 'Special days of this month',
  plainMonth: 'No special days this month: Monday to Friday count.',
  hours: { title: 'Office hours', value: (opens, closes) => `${opens}–${closes} (Beijing time)` },
  year: {
    title: 'The whole year',
    caption: (year) => `Special days of ${year}`,
    layer: 'Where',
    unknown: (year) =>
      `The holiday notice for ${year} has not been entered yet. Until then weekends and the days fixed by the regulation count, and every deadline that passes through that year is provisional.`,
    span: (from, to) => `${from} to ${to}`,
  },
  notices: {
    title: 'Notices that were entered',
    none: 'No notice has been entered here yet. Earlier ones of the nation and the region come with the program; the tables above name them.',
    issued: 'Issued on',
    for: 'Holds for',
    forAll: 'every community',
    forOwn: 'this community',
    days: 'Days',
    settles: (year) => `settles the whole of ${year}`,
    withdrawn: 'withdrawn',
  },
}

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
]

export const calendarEditEn: typeof calendarEditZh = {
  title: 'Change the working days',
  open: 'Change the working days',
  leadOwn:
    'What you change here holds for this community alone. Open deadlines are counted anew; they only ever move later.',
  leadAll: 'What you enter here holds for every community. Open deadlines are counted anew; they only ever move later.',
  forAll: 'Enter a notice for every community',
  closure: {
    title: 'The community is closed, or open at a weekend',
    lead: 'No water or power, a training day, snow to be cleared, or a weekend on which the office works: write it down here.',
    from: 'From',
    until: 'Until (that day included)',
    untilHint: 'Leave it empty for a single day.',
    kind: 'On these days the office is',
    kinds: { rest: 'closed', work: 'open' },
    name: 'Why (public)',
    nameHint: 'For example: repair of the heating pipes. No names.',
    notice: 'Name of the announcement',
    noticeHint: 'May stay empty; it then reads “Announcement of this community”.',
  },
  notice: {
    title: 'Enter a holiday notice',
    lead: 'Where the nation’s or the region’s notice is out and the program does not know it yet, enter it here. It takes the place of the days and estimates of that year.',
    leadAll:
      'Enter it as it stands. With a year it takes the place of all that its layer said of that year; without one it only adds its days.',
    layer: 'Issued by',
    layers: { national: 'the nation', regional: 'the region' },
    year: 'For which year',
    yearHint: 'For example 2027.',
    name: 'Title of the notice',
    reference: 'Its number',
    issuedOn: 'Issued on',
    provisional: 'Not yet checked against the original (mark as provisional)',
    days: 'Days, one run a line',
    daysHint: 'Days off: “2027-02-05 to 2027-02-11 Spring Festival”; a make-up workday: “2027-02-13 work”.',
  },
  look: 'See what would move',
  preview: {
    title: 'Please check before saving',
    isOwn: 'this community',
    isAll: 'every community',
    dates: 'Days',
    moves: (count) => `${counted(count, 'wish', 'wishes')} would be due later`,
    more: (count) =>
      `Only the first ${counted(count, 'community', 'communities')} were looked at; once it is saved the others are counted anew as well.`,
    range: (from, fromThen, to, toThen) =>
      `The earliest moves from ${from} to ${fromThen}, the latest from ${to} to ${toThen}.`,
    none: 'No deadline would change: no open wish passes through these days.',
    told: 'Claimants are told, and residents whose promised day changes are put on the call list.',
    save: 'Save',
    change: 'Change it',
  },
  withdraw: {
    title: 'Withdraw days',
    lead: 'Tick days that were a mistake or are called off. They stay on record as withdrawn; deadlines that have moved do not come back.',
    choose: 'Days to withdraw',
    button: 'Withdraw the ticked days',
    none: 'Nothing has been entered that could be withdrawn.',
  },
  hours: {
    title: 'Office hours',
    lead: 'They stand at the foot of every page: when residents and volunteers may call.',
    opens: 'Opens at',
    closes: 'Closes at',
    button: 'Change the office hours',
  },
  saved: {
    notice: 'Saved. Open deadlines have been counted anew.',
    withdrawn: 'Withdrawn.',
    hours: 'The office hours are changed.',
  },
  faults: {
    'no-title': 'Please write the title as it stands in the notice.',
    'no-such-day': 'Please give a real date.',
    ahead: 'A notice cannot have been issued after today.',
    'no-year': 'Please say which year the notice is for.',
    'far-year': 'Only notices from last year to the year after next can be entered.',
    'no-region': 'This community has no such layer. Please choose another.',
    known:
      'The notice for this year has been entered for every community. Where it is wrong, please tell the administrator; one more day off of your own goes under “closed”.',
    'no-days': 'Please write at least one run of days.',
    'too-many': 'A notice has at most 60 lines.',
    'key-reused': 'This form was already sent with other content. Please open it again.',
    choose: 'Please tick the days to withdraw first.',
    time: 'Please give real times, the closing one later than the opening one.',
  },
  runFaults: {
    'not-a-line': 'no day can be read here. Please write “2027-02-05 to 2027-02-11 Spring Festival”.',
    'no-such-day': 'there is no such day. Please check the date.',
    backwards: 'the last day lies before the first.',
    'too-long': 'a run has at most 60 days.',
    'no-name': 'please say which days these are, or why.',
    'long-name': 'a name has at most 30 characters.',
    overlap: 'overlaps days of the same layer. Withdraw those first, or change the dates.',
    'too-far':
      'too far away: closures from 31 days back to two years ahead; a year’s notice only that year and the turns of it.',
  },
  inLine: (line, sentence) => `Line ${line}: ${sentence}`,
}
