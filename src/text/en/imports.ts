import type { Choice, RowState } from '#domain/import/preview.ts'
import { mostListRows } from '#domain/import/rows.ts'
import type { importsZh } from '../zh/imports.ts'
import { importCommandEn } from './import-command.ts'

const state: Record<RowState, string> = {
  error: 'To be mended',
  undecided: 'You decide',
  doubt: 'Doubtful',
  ok: 'Fine',
  skipped: 'Skipped',
  already: 'Here already',
}

const left: Record<string, string> = {
  ...state,
  'no-name': 'no name',
  'bad-name': 'not a name',
  child: 'under 14',
  'empty-wish': 'empty wish',
  'out-of-scope': 'not a micro-wish',
  'duplicate-in-file': 'the same as an earlier line',
  'no-phone': 'no mobile number',
  'bad-phone': 'not a mobile number',
  already: 'imported before',
  'not-your-grid': 'not your grid',
  repeat: 'wished lately',
  'same-home': 'the same household asked in an earlier line',
  'on-the-roll': 'on the list already',
  'other-name': "somebody else's number",
  refused: 'the rules refused it when it was written',
  'role-ended': 'the importer’s role has ended',
}

export const importsEn: typeof importsZh = {
  title: 'Import a list',
  lead: 'Hand in the list as you keep it, look over what was understood, then take it in. Nothing is registered before that.',
  file: 'Choose a file',
  fileHint: `.xlsx or .csv, at most 5 MB and ${mostListRows.toLocaleString('en')} rows.`,
  community: 'Community',
  upload: 'Read this file',
  noFile: 'Choose a file first.',
  understoodTitle: 'Which lists can be read',
  understood: [
    'A list of needs: at least a name and a wish column. Grid, address, phone, age, quantity, budget, urgency and remarks are read where they stand, under other names too.',
    'A roll of Party members who reported in (for the secretary): at least name, mobile number and work unit. They become volunteers who are not active yet.',
    'Titles above the headings, merged cells, full-width digits, ages with words, phones with dashes, two wishes in a cell and total rows need no tidying first.',
  ],
  notKept:
    'Columns on ID numbers, hardship, health, ethnicity or belief are never read: the rules do not allow keeping them.',
  samples: 'For a model to work from, download one:',
  sample: {
    'needs-list.xlsx': 'A needs list',
    'needs-list-other-habits.xlsx': 'A needs list laid out otherwise',
    'needs-list-gbk.csv': 'A needs list (CSV)',
    'volunteer-roll.xlsx': 'A roll of Party members',
  },
  samplesInvented: 'Everybody in them is invented: put in your own before you import.',
  waiting: 'Previews not finished yet',
  until: (moment) => `Kept until ${moment}`,
  secretaryOnly: 'This is a roll of volunteers, which only the secretary may import. Please hand it to the secretary.',
  keyReused: 'This form has been sent before. Choose the file again and send it once more.',

  preview: {
    title: 'Look it over',
    kind: { needs: 'List of needs', roll: 'Roll of volunteers' },
    lead: (kind, file, rows) => `${kind} “${file}”: ${rows} ${rows === 1 ? 'row' : 'rows'} read.`,
    period: (year, month) => `For ${year}-${String(month).padStart(2, '0')}.`,
    private: (moment) => `Only you can see this; it is deleted on ${moment}.`,
    filter: 'Show',
    all: 'All',
    attention: 'Needs you',
    state,
    howRead: 'How this file was read',
    sheets: (names) => `Sheets read: ${names}.`,
    lines: (names) => `Lines not read: ${names}.`,
    line: (line) => `Line ${line}`,
    part: (part) => `wish ${part}`,
    mend: 'Mend',
    choose: { auto: 'Bring it back', take: 'It is right: take it', skip: 'Skip this row' } satisfies Record<
      Choice,
      string
    >,
    takeNeeds: (count) => (count === 1 ? 'Register 1 wish' : `Register ${count} wishes`),
    takeRoll: (count) => (count === 1 ? 'Add 1 volunteer' : `Add ${count} volunteers`),
    nothing: 'No row can be taken as things stand.',
    out: (count) => `${count} ${count === 1 ? 'row stays' : 'rows stay'} out.`,
    allOrNone: 'All of them, or none.',
    inParts:
      'A long list goes in by parts, and you see how many are written. Leaving does no harm: come back and go on.',
    noGrid: 'no grid yet',
    noAddress: 'no address',
    noPhone: 'no phone',
    noUnit: 'no work unit',
    noWish: '(empty)',
    reason: (reason) => `Reason for asking again: ${reason}`,
    empty: 'No rows of this kind',
    emptyHelp: 'Look at all of them.',
    changed:
      'Something has changed: somebody else has imported a row, or you chose otherwise in another window. Nothing has been taken yet. Look again and press once more.',
    nothingChosen: 'No row is chosen. Mend or take at least one first.',
    refused: (line, sentence) => `Line ${line} was refused, so none was taken: ${sentence}`,
  },
  check: {
    already: (day, code) =>
      code
        ? `Imported on ${day} as wish ${code}; it is not registered again.`
        : `Imported on ${day}; it is not registered again.`,
    notYourGrid: (grid) =>
      `This resident is of ${grid}, which is not your grid. Hand the row to its worker or the secretary.`,
    repeat: (day, code, days) =>
      `This household wished the same on ${day} (wish ${code}), less than ${days} days ago. If it is needed again, press “Mend” and say why; otherwise skip it.`,
    sameHome: (line) =>
      `The same household wishes the same in line ${line}. If two are needed, press “Mend” and say why; otherwise skip it.`,
    fileGrid: (grid) => `The resident’s file says ${grid}; the file is followed.`,
    knownResident: 'This resident is on the list already; no second file is made.',
    onTheRoll: 'On the list of volunteers already; not added again.',
    otherName: 'This number belongs to an account with another name. Check name and number and mend them.',
    hasAccount: 'This number has an account, which becomes a volunteer’s as well.',
  },

  mend: {
    title: (line) => `Mend line ${line}`,
    lead: 'This changes the preview, not your file.',
    name: 'Name',
    grid: 'Grid',
    chooseGrid: 'Choose a grid',
    building: 'Building',
    unit: 'Unit',
    door: 'Door',
    phone: 'Phone',
    phoneHint: 'Several numbers with commas between them; empty if there is none.',
    age: 'Age band',
    unknownAge: 'Not known',
    item: 'What is wished',
    inWords: 'In words (not in the catalogue)',
    words: 'As it was said',
    wordsHint: 'Only what is wished: no illness, no hardship.',
    quantity: 'Quantity',
    value: 'Value (yuan)',
    valueHint: 'For the whole row; empty if not known.',
    specification: 'Specification',
    urgency: 'Urgency',
    note: 'A word for the claimer',
    reason: 'Why the same thing again',
    reasonHint: 'For example: the last one is used up, or came broken.',
    mobile: 'Mobile number',
    workUnit: 'Work unit',
    button: 'Save and go back',
    back: 'Back without changes',
  },

  progress: {
    title: 'Taking the list',
    count: (written, total) => `${written} of ${total} written`,
    leave:
      'What is written is written, and nothing comes twice. You may leave this page or switch off: what nobody goes on with for two minutes is written for you, and a message tells you so.',
    begin: 'Begin',
    goOn: 'Go on',
    later: 'Leave for now',
  },

  done: {
    title: 'Taken in',
    wishes: 'Wishes registered',
    newResidents: 'New resident files',
    knownResidents: 'Residents already on the list',
    volunteers: 'New volunteers',
    left: 'Rows left out',
    next: 'What comes next',
    consent:
      'The wishes wait to be checked. Each resident has to be asked before publishing: one page records the consent of many.',
    toConsents: 'Record consent',
    toDesk: 'To the desk',
    activate:
      'The volunteers are not active yet. Print the one-time codes and hand each over in person; with number and code they set a password.',
    codes: 'Make and print one-time codes',
    codesHint: 'Shown once, valid for 7 days. Making them again ends the earlier ones.',
    toVolunteers: 'List of people',
    leftTitle: (count) => (count === 1 ? '1 row left out' : `${count} rows left out`),
    leftHelp:
      'Lines are counted as in your file. Mend them there and import again: what was taken is not registered twice.',
    lineWhy: (line, why) => `Line ${line}: ${why}`,
    why: left,
    again: 'Import another list',
    noCodes: 'Nobody needs a code: they all have a password.',
    back: 'Back to the result',
  },
  command: importCommandEn,
}
