import type { Choice, RowState } from '#domain/lists/preview.ts'
import { mostListRows } from '#domain/lists/rows.ts'
import type { importsZh } from '#text/zh/lists/imports-text.ts'
import { importCommandEn } from './import-command-text.ts'

const state: Record<RowState, string> = {
  error: 'Needs correcting',
  undecided: 'For you to decide',
  doubt: 'Not sure',
  ok: 'Fine',
  skipped: 'Skipped',
  already: 'Already imported',
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
  'not-own-phone': 'not the person’s own number',
  already: 'imported before',
  'not-your-grid': 'not your grid',
  repeat: 'asked for recently',
  often: 'often within a year',
  'same-home': 'the same household asked in an earlier line',
  'on-the-roll': 'on the list already',
  'other-name': "another person's number",
  refused: 'against the rules when it was posted',
  who: 'not decided yet whether it is the same person',
  'waits-for': 'an earlier line has to be answered first',
  differs: 'differs from the file, and not decided yet which is right',
  'role-ended': 'the importer’s role has ended',
}

export const importsEn: typeof importsZh = {
  title: 'Import a list',
  lead: 'Upload the list as you keep it, check what was understood, then import it. Nothing is registered until you do.',
  file: 'Choose a file',
  fileHint: `.xlsx or .csv, at most 5 MB and ${mostListRows.toLocaleString('en')} rows.`,
  community: 'Community',
  upload: 'Read this file',
  noFile: 'Choose a file first.',
  understoodTitle: 'Which lists can be read',
  understood: [
    'A list of needs: at least a name and a wish column. Grid, address, phone, age, quantity, budget, urgency and remarks are read if present, also under other names.',
    'A roll of Party members who reported in (only the secretary can import it): at least name, mobile number and work unit. They become volunteers who are not active yet.',
    'Titles above the headings, merged cells, full-width digits, ages with words, phones with dashes, two wishes in a cell and total rows need no tidying first.',
  ],
  neverRead:
    'ID numbers, bank cards, hardship, health, ethnicity or belief are never read, because the rules do not allow us to record them. Notes are not copied. If it is not clear what a column is, we ask you and remember your answer.',
  samples: 'Download a sample to work from:',
  sample: {
    'needs-list.xlsx': 'A needs list',
    'needs-list-other-habits.xlsx': 'A needs list with another layout',
    'needs-list-gbk.csv': 'A needs list (CSV)',
    'volunteer-roll.xlsx': 'A roll of Party members',
  },
  samplesInvented: 'The people in the samples are invented. Replace them with your own before you import.',
  waiting: 'Previews not finished yet',
  until: (moment) => `Saved until ${moment}`,
  secretaryOnly: 'This is a roll of volunteers, which only the secretary may import. Please hand it to the secretary.',
  keyReused: 'This form has been sent before. Choose the file again and send it once more.',

  preview: {
    title: 'Check the list',
    kind: { needs: 'List of needs', roll: 'Roll of volunteers' },
    lead: (kind, file, rows) => `${kind} “${file}”: ${rows} ${rows === 1 ? 'row' : 'rows'} read.`,
    period: (year, month) => `For ${year}-${String(month).padStart(2, '0')}.`,
    private: (moment) => `Only you can see this; it is deleted on ${moment}.`,
    filter: 'Show',
    all: 'All',
    attention: 'Needs your attention',
    state,
    howRead: 'How this file was read',
    sheets: (names) => `Sheets read: ${names}.`,
    columns: 'Which column is what',
    notRead: 'Not read or not imported',
    isWrong: 'Was a column read wrongly? Choose again',
    takeHidden: (count) => (count === 1 ? 'Import the hidden row too' : `Import the ${count} hidden rows too`),
    line: (line) => `Line ${line}`,
    part: (part) => `wish ${part}`,
    mend: 'Correct',
    choose: { auto: 'Bring it back', take: 'It is right: import it', skip: 'Skip this row' } satisfies Record<
      Choice,
      string
    >,
    takeNeeds: (count) => (count === 1 ? 'Register 1 wish' : `Register ${count} wishes`),
    takeRoll: (count) => (count === 1 ? 'Add 1 volunteer' : `Add ${count} volunteers`),
    nothing: 'No row can be imported yet.',
    out: (count) => `${count} ${count === 1 ? 'row is' : 'rows are'} not imported.`,
    allOrNone: 'All of them, or none.',
    inParts: 'A long list is imported in parts, and you can see the progress. You can leave and come back to continue.',
    gridsTitle: 'First the grid',
    gridMissing: (rows) => `${rows} rows name no grid. To which one do they belong?`,
    gridOf: (written, rows) => `${rows} rows say “${written}”. Which grid is that?`,
    chooseGrid: 'Choose a grid',
    gridButton: (rows) => `All ${rows} belong to it`,
    gridUnchosen: 'Please choose a grid and press again.',
    noGrid: 'no grid yet',
    noAddress: 'no address',
    noPhone: 'no phone',
    noUnit: 'no work unit',
    noWish: '(empty)',
    reason: (reason) => `Reason for asking again: ${reason}`,
    empty: 'No rows of this kind',
    emptyHelp: 'Show all rows.',
    changed:
      'Something has changed: another person imported a row, or you changed a choice in another window. Nothing has been imported yet. Check the list and press again.',
    nothingChosen: 'No row is chosen. Correct or accept at least one first.',
    refused: (line, sentence) => `Line ${line} was refused, so nothing was imported: ${sentence}`,
  },
  check: {
    already: (day, code) =>
      code
        ? `Imported on ${day} as wish ${code}; it is not registered again.`
        : `Imported on ${day}; it is not registered again.`,
    notYourGrid: (grid) =>
      `This resident is in ${grid}, which is not your grid. Ask its grid worker or the secretary to import the row.`,
    repeat: (day, code, days) =>
      `This household asked for the same item on ${day} (wish ${code}), less than ${days} days ago. If it is needed again, press “Correct” and say why. Otherwise skip it.`,
    often: (said) =>
      `${said.charAt(0).toUpperCase()}${said.slice(1)}. If they still want it, confirm the row. Otherwise skip it.`,
    sameHome: (line) =>
      `The same household asks for the same item in line ${line}. If two are needed, press “Correct” and say why. Otherwise skip it.`,
    fileGrid: (grid, line) =>
      line === null
        ? `The resident’s file says ${grid}, so that grid is used.`
        : `Line ${line}, for the same person, says ${grid}, so that grid is used.`,
    knownResident: 'This resident is on the list already; no second file is made.',
    onTheRoll: 'Already on the list of volunteers, so not added again.',
    otherName: 'This number belongs to an account with another name. Check the name and number and correct them.',
    hasAccount: 'This number already has an account. It will also get the volunteer role.',
  },

  who: {
    isOnFile: 'There is a person of this name on file. Is it the same person?',
    isLine: (line) => `Is it the same person as in line ${line}?`,
    isOneOf: 'More than one person has this name. Whose line is it?',
    candidate: (line, facts) => (line === null ? `On file: ${facts}` : `Line ${line}: ${facts}`),
    phoneEnd: (end) => `phone ending in ${end}`,
    otherGrid: 'address and phone are for the grid worker there',
    same: 'The same person',
    other: 'Two people',
    isThis: (line, grid) => (line === null ? `The one on file in ${grid}` : `The one in line ${line}`),
    none: 'None of them: another person',
    saidSame: (line) =>
      line === null
        ? 'As you said: it is this resident on file.'
        : `As you said: it is the same person as in line ${line}.`,
    saidOther: 'As you said: it is another person, who gets a file of their own.',
    again: 'Choose again',
    changed: 'The question has just changed, so your answer was not saved. Please look again and choose.',
    waits: (line) =>
      `This is the same person as in line ${line}, who has not been identified yet. Please answer that line first.`,
  },
  differs: {
    fromFile: 'The list differs from the resident’s file. Tick what you want to change; the rest stays as in the file:',
    fromLine: (line) =>
      `This is the same person as in line ${line}, but this line says something else. Tick what is right in this line; the rest stays as in line ${line}:`,
    addsToFile:
      'The list says more than the resident’s file, and this will be added to it. Untick what you do not want to add:',
    change: (what, was, now) => `${what}: was ${was}, the list says ${now}`,
    add: (what, now) => `${what}: add ${now}`,
    what: { address: 'address', age: 'age band', phones: 'phone' },
    nothing: 'nothing',
    over: (phones) =>
      `A file has three numbers at most; ${phones} was not added. To add it, remove one from the file first.`,
    said: (taken) => `As you said: ${taken} is changed, the rest stays.`,
    saidNone: 'As you said: nothing is changed.',
    decide: 'Decide',
    take: 'As in the list',
    leave: 'Leave as it is',
  },

  ask: {
    title: 'We need to check a few points in this list',
    lead: (file, sheet, line) =>
      `File “${file}”, sheet “${sheet}”, headings in line ${line}. Nothing has been imported yet.`,
    fixTitle: 'Choose what each column is',
    fixLead: (file) =>
      `These are the headings of “${file}”. Change them and choose the file again to read it that way.`,
    kind: 'What kind of list it is',
    columns: 'What each column is',
    none: 'not read',
    file: 'Choose the file once more',
    fileHint: 'Your list is not stored here, so it has to be chosen again.',
    remembered: 'What you choose is remembered: lists with the same headings will be read this way.',
    button: 'Read it this way',
    noFile: 'Choose the file once more.',
    noKind: 'Choose a kind of list.',
  },
  headings: {
    title: 'Headings that are remembered',
    lead: 'You or others chose these. Columns with these headings are read this way. Changes apply from the next import.',
    link: 'Headings that are remembered',
    empty: 'No headings yet',
    emptyHelp: 'When an import asks you about a column, your answer is stored here.',
    meaning: (heading) => `What “${heading}” is`,
    list: (headings) => `Lists with the headings “${headings}”`,
    by: (day) => `chosen on ${day}`,
    needed: 'Write the heading.',
    tooLong: 'The heading is too long: 80 characters at most.',
    choose: 'Choose one.',
    save: 'Save',
    forget: 'Forget it',
    add: 'Add a heading',
    heading: 'Heading (as in the list)',
    inKind: (kind, meaning) => `${kind}: ${meaning}`,
    addButton: 'Remember it',
    saved: 'Saved. This applies from the next import.',
  },

  mend: {
    title: (line) => `Correct line ${line}`,
    lead: 'This changes the preview, not your file.',
    name: 'Name',
    grid: 'Grid',
    chooseGrid: 'Choose a grid',
    place: 'Estate, street or lane',
    building: 'Building',
    unit: 'Unit',
    door: 'Door',
    phone: 'Phone',
    phoneHint: 'Several numbers with commas between them; empty if there is none.',
    age: 'Age band',
    unknownAge: 'Not known',
    item: 'What they need',
    inWords: 'In words (not in the catalogue)',
    words: 'In their own words',
    wordsHint: 'Write only what they need. Do not mention illness or hardship.',
    quantity: 'Quantity',
    value: 'Value (yuan)',
    valueHint: 'For the whole row; empty if not known.',
    specification: 'Specification',
    urgency: 'Urgency',
    note: 'Note for the claimant',
    hasNote:
      'Your list has a note in this row, which was not copied. If the claimant needs to know something (for example “knock loudly”), write it here. Do not mention illness, hardship, ethnicity or religion.',
    privateWord: (words, kind) => `“${words}” is ${kind}, which the rules do not allow us to record. Please remove it.`,
    privateKind: {
      'health-word': 'an illness',
      'hardship-word': 'a kind of hardship',
      'belief-word': 'ethnicity or belief',
      'justice-word': 'a conviction, a petition or the like',
    },
    privateNumber:
      'This contains an ID number, bank card number or password, which we cannot record. Please remove it.',
    reason: 'Why the same item again',
    reasonHint: 'For example: the last one is used up, or came broken.',
    mobile: 'Mobile number',
    workUnit: 'Work unit',
    button: 'Save and go back',
    back: 'Back without changes',
  },

  progress: {
    title: 'Importing the list',
    count: (written, total) => `${written} of ${total} written`,
    leave:
      'Rows that are imported stay imported, and nothing is imported twice. You can leave this page or turn off your phone. After two minutes without activity, the system finishes the import and sends you a notification.',
    begin: 'Start',
    goOn: 'Continue',
    later: 'Leave for now',
  },

  done: {
    title: 'Imported',
    wishes: 'Wishes registered',
    newResidents: 'New resident files',
    knownResidents: 'Residents already on the list',
    volunteers: 'New volunteers',
    left: 'Rows not imported',
    next: 'What comes next',
    consent:
      'The wishes are waiting to be checked. Ask each resident before publishing; you can record the consent of several residents on one page.',
    toConsents: 'Record consent',
    toDesk: 'To the desk',
    activate:
      'The volunteers are waiting to be activated. Print the activation codes and hand them over in person. Volunteers set a password with their mobile number and the code.',
    codes: 'Make and print activation codes',
    codesHint: 'Shown only once and valid for 7 days. If you make them again, earlier codes stop working.',
    toVolunteers: 'List of people',
    leftTitle: (count) => (count === 1 ? '1 row not imported' : `${count} rows not imported`),
    leftHelp:
      'Line numbers are those in your file. Correct the lines there and import the file again. Rows already imported are not registered twice.',
    lineWhy: (line, why) => `Line ${line}: ${why}`,
    why: left,
    again: 'Import another list',
    noCodes: 'No one needs a code: they all have a password.',
    back: 'Back to the result',
  },
  command: importCommandEn,
}
