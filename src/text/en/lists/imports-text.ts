import type { Choice, RowState } from '#domain/lists/preview.ts'
import { mostListRows } from '#domain/lists/rows.ts'
import type { importsZh } from '#text/zh/lists/imports-text.ts'
import { importCommandEn } from './import-command-text.ts'

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
  'not-own-phone': 'not the person’s own number',
  already: 'imported before',
  'not-your-grid': 'not your grid',
  repeat: 'wished lately',
  'same-home': 'the same household asked in an earlier line',
  'on-the-roll': 'on the list already',
  'other-name': "somebody else's number",
  refused: 'the rules refused it when it was written',
  who: 'nobody has said whether it is the same person',
  'waits-for': 'an earlier line has to be answered first',
  differs: 'differs from the file, and nobody has said what is right',
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
    'ID numbers, bank cards, hardship, health, ethnicity or belief are never read: the rules do not allow keeping them. Notes are not copied. Where it is not sure what a column is, the program asks and remembers the answer.',
  samples: 'For a model to work from, download one:',
  sample: {
    'needs-list.xlsx': 'A needs list',
    'needs-list-other-habits.xlsx': 'A needs list laid out otherwise',
    'needs-list-gbk.csv': 'A needs list (CSV)',
    'volunteer-roll.xlsx': 'A roll of Party members',
  },
  samplesInvented: 'Everybody in them is invented: put in your own before you import.',
  waiting: 'Previews not finished yet',
  until: (moment) => `Saved until ${moment}`,
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
    columns: 'Which column is what',
    notRead: 'Not read or not taken over',
    isWrong: 'A column was read wrongly? Point it out',
    takeHidden: (count) => (count === 1 ? 'Take the hidden row too' : `Take the ${count} hidden rows too`),
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
    fileGrid: (grid, line) =>
      line === null
        ? `The resident’s file says ${grid}; the file is followed.`
        : `Line ${line}, of the same person, says ${grid}; that line is followed.`,
    knownResident: 'This resident is on the list already; no second file is made.',
    onTheRoll: 'On the list of volunteers already; not added again.',
    otherName: 'This number belongs to an account with another name. Check name and number and mend them.',
    hasAccount: 'This number has an account, which becomes a volunteer’s as well.',
  },

  who: {
    isOnFile: 'Somebody of this name is on file. Is it the same person?',
    isLine: (line) => `Is it the same person as in line ${line}?`,
    isOneOf: 'More than one person has this name. Whose line is it?',
    candidate: (line, facts) => (line === null ? `On file: ${facts}` : `Line ${line}: ${facts}`),
    phoneEnd: (end) => `phone ending in ${end}`,
    otherGrid: 'address and phone are for the grid worker there',
    same: 'The same person',
    other: 'Two people',
    isThis: (line, grid) => (line === null ? `The one on file in ${grid}` : `The one in line ${line}`),
    none: 'None of them: somebody else',
    saidSame: (line) =>
      line === null
        ? 'As you said: it is this resident on file.'
        : `As you said: it is the same person as in line ${line}.`,
    saidOther: 'As you said: it is somebody else, who gets a file of their own.',
    again: 'Choose again',
    changed: 'The question has changed in the meantime; nothing was written down. Please look again and choose.',
    waits: (line) =>
      `The same person as in line ${line}. Who that is has not been said yet; please answer that line first.`,
  },
  differs: {
    fromFile: 'The list differs from the resident’s file. Tick what is to be changed; the rest stays as in the file:',
    fromLine: (line) =>
      `The same person as in line ${line}, but it says something else. Tick what this line has right; the rest stays as in line ${line}:`,
    addsToFile: 'The list says more than the resident’s file; this is added to it. Untick what is not to be added:',
    change: (what, was, now) => `${what}: was ${was}, the list says ${now}`,
    add: (what, now) => `${what}: add ${now}`,
    what: { address: 'address', age: 'age band', phones: 'phone' },
    nothing: 'nothing',
    over: (phones) =>
      `A file has three numbers at most; ${phones} was not added. To add it, take one out of the file first.`,
    said: (taken) => `As you said: ${taken} is changed, the rest stays.`,
    saidNone: 'As you said: nothing is changed.',
    decide: 'Decide',
    take: 'As in the list',
    leave: 'Leave as it is',
  },

  ask: {
    title: 'A question before this list is read',
    lead: (file, sheet, line) =>
      `File “${file}”, sheet “${sheet}”, headings in line ${line}. Nothing has been taken yet.`,
    fixTitle: 'Point out what each column is',
    fixLead: (file) =>
      `These are the headings of “${file}”. Change them, choose the file once more, and it is read so.`,
    kind: 'What kind of list it is',
    columns: 'What each column is',
    none: 'not read',
    file: 'Choose the file once more',
    fileHint: 'Your list is not stored here, so it has to be chosen again.',
    remembered: 'What you choose is remembered: the next list with the same headings is read so first.',
    button: 'Read it so',
    noFile: 'Choose the file once more.',
    noKind: 'Choose a kind of list.',
  },
  headings: {
    title: 'Headings that are remembered',
    lead: 'You or others have chosen these: columns with such a heading are read so. Changes hold from the next import.',
    link: 'Headings that are remembered',
    empty: 'No headings yet',
    emptyHelp: 'When an import asks you about a column, your answer is kept here.',
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
    saved: 'Saved. The next import reads it so.',
  },

  mend: {
    title: (line) => `Mend line ${line}`,
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
    hasNote:
      'The list has a note in this row, which was not copied. What the claimer has to know (“knock loudly”), write here from your list; no illness, hardship, ethnicity or belief.',
    privateWord: (words, kind) => `“${words}” is ${kind}, which the rules do not keep. Please take it out.`,
    privateKind: {
      'health-word': 'an illness',
      'hardship-word': 'a kind of hardship',
      'belief-word': 'ethnicity or belief',
      'justice-word': 'a conviction, a petition or the like',
    },
    privateNumber:
      'An identity number, a bank card or a password stands in it, which may not be kept. Please take it out.',
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
