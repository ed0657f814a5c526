import type { Key, ListKind, NeedKey, RollKey, UntakenReason, UnusedReason } from '#domain/lists/headings.ts'
import type { Skipped } from '#domain/lists/lines.ts'
import type { DoubtWords, ProblemWords } from '#domain/lists/problems.ts'
import type { Doubtful } from '#domain/lists/questions.ts'
import { mostListRows } from '#domain/lists/rows.ts'
import type { SheetLeft } from '#domain/lists/understand.ts'
import type { ScopeReason } from '#domain/reading/scope.ts'
import type { doubtsZh, FileTrouble } from '#text/zh/lists/doubts-text.ts'

const yuan = (fen: number): string => String(fen / 100)

const doubts: DoubtWords = {
  'no-phone': () => 'No phone number. You can keep the row: volunteers can knock, and you can add a number later.',
  'bad-phone': ({ written }) =>
    `“${written}” does not look like a phone number and was left out. Correct it from your list, or leave it empty.`,
  landline: ({ written, lacks }) =>
    lacks === 'zero'
      ? `The landline “${written}” seems to have lost its leading 0 and was left out. Write it like 0994-2345678.`
      : lacks === 'digits'
        ? `The landline “${written}” is missing digits and was left out. Complete it, or leave it empty.`
        : `The landline “${written}” has no area code and was left out. Write it like 0994-2345678.`,
  'others-phone': ({ written, whose }) =>
    whose === 'relative'
      ? `“${written}” is a relative’s number and was not taken as the person’s own. Once they agree, enter it as the relative’s phone in the resident’s file.`
      : `“${written}” is another person’s number, or does not say whose it is, and was left out. If it is their own, correct the row and enter only the number.`,
  'phone-left': ({ written }) =>
    `The phone cell also contains “${written}”, which was left out. The mobile in the preview is the one to sign in with: check that it is right.`,
  'shared-phone': ({ phone, with: other }) =>
    `${phone} also appears in line ${other.line} for another household. Check whose it is. If they share it, confirm.`,
  'age-missing': () => 'The age is missing. Leave it open for now and add the age band later.',
  'age-unread': () =>
    'The cell for the age could not be understood and was not read. Please look at the list and enter the age.',
  'age-year': () => 'The cell for the age looks like a year of birth and was read as one. Please check the age band.',
  'age-edge': () =>
    'The year or range does not tell us the age band for sure. Please check the one shown in the preview.',
  'no-address': () => 'No address. Add building, unit and door, or volunteers cannot find the home.',
  'address-incomplete': () =>
    'The address has no door number. The row can stay; add the door before publishing, or volunteers cannot find the home.',
  'address-part': ({ written }) =>
    `“${written}” in the address was not understood and was left as it is. Check whether a volunteer could find the home.`,
  'address-guess': ({ written }) =>
    `“${written}” was read as a building and door by the usual pattern. Please check it against your list.`,
  'spreadsheet-date': ({ written, may }) =>
    `The spreadsheet changed the door number into a date, “${written}”. It may have been ${may.join(' or ')}. Please ask and enter the real door number.`,
  'no-grid': () => 'No grid is given. Please choose one.',
  'unknown-grid': ({ written }) => `This community has no grid called “${written}”. Please choose one.`,
  'over-limit': ({ valueFen, limitFen, estimated }) =>
    `${estimated ? 'An estimated' : 'A budget of'} ${yuan(valueFen)} yuan is over the limit of ${yuan(limitFen)} yuan a wish. You can import it, but the secretary must approve it before it is published.`,
  approximate: ({ fen }) => `The amount is approximate and recorded as ${yuan(fen)} yuan. Confirm or correct it.`,
  'value-unread': ({ written }) =>
    `The amount “${written}” could not be read and is left empty. Enter a number, in yuan.`,
  many: ({ count, usual }) =>
    `It asks for ${count} at once, where at most ${usual} are usual. Please check it, and correct or confirm it.`,
  dear: ({ valueFen, usualFen }) =>
    `The budget is ${yuan(valueFen)} yuan, where about ${yuan(usualFen)} is usual. Please check it, and correct or confirm it.`,
  'odd-quantity': ({ written, thing }) =>
    `“${written}” for “${thing}”: the number or its unit looks wrong. Check it, then correct or confirm.`,
  'maybe-several': ({ written }) =>
    `“${written}” may be several wishes, or a choice between several, so it was left in one row. If it is one wish, accept it; if not, correct this row and post the others.`,
  'repair-or-new': ({ written }) =>
    `“${written}” does not say whether it should be repaired or a new one brought. Ask, then correct or confirm it.`,
  'two-wishes': ({ parts, sharedFen }) =>
    `This cell contains ${parts} wishes, now in ${parts} rows. ${sharedFen === null ? '' : `The ${yuan(sharedFen)} yuan in the list are for all of them. `}Enter an amount for each. If it is really one wish, correct one row and skip the others.`,
  'health-word': ({ where }) =>
    where === 'wish'
      ? 'The wish named an illness, and so those words were left out. Record only the item, not the illness. Correct any place marked in brackets.'
      : 'An illness written after the wish was left out. Record only the item.',
  'hardship-word': ({ where }) =>
    where === 'wish'
      ? 'The wish named a kind of hardship, which the rules do not allow us to record, so those words were left out. Correct any place marked in brackets.'
      : 'Hardship written after the wish was left out, because the rules do not allow us to record it.',
  'belief-word': ({ where }) =>
    where === 'wish'
      ? 'The wish mentioned ethnicity or religion, which the rules do not allow us to record, so those words were left out. If needed, write the requirement as the item’s specification.'
      : 'Ethnicity or religion written after the wish was left out. If needed, write the requirement as the item’s specification.',
  'justice-word': ({ where }) =>
    where === 'wish'
      ? 'The wish named a conviction or a petition, which the rules do not allow us to record, so those words were left out. Correct any place marked in brackets.'
      : 'A conviction or petition written after the wish was left out, because the rules do not allow us to record it.',
  'long-text': ({ length }) =>
    `The wish has ${length} characters. Please shorten it to a sentence or two that says what is needed.`,
  'no-unit': () => 'No work unit. You can keep the row and add the unit later.',
  'strength-unread': ({ written }) => `The skill “${written}” is not on our list and is recorded as “other”.`,
  'time-unread': ({ written }) =>
    `The free time “${written}” could not be read and was left out. The volunteer can choose it later.`,
  'unit-and-post': ({ written }) =>
    `The work unit reads “${written}”, which may include a job title. Check the unit’s name.`,
  'month-assumed': ({ period }) =>
    `This sheet does not name a month, so ${period} is assumed. If it is for another month, skip the row.`,
  'cell-picture': ({ heading }) =>
    `The cell under “${heading}” is a picture, so there was no text to read. Please fill it in from the original.`,
  'cell-error': ({ heading }) =>
    `The cell under “${heading}” is an error value, so there was no text to read. Please fill it in from the original.`,
  'cell-formula': ({ heading }) =>
    `The cell under “${heading}” is a formula without a result, so there was no text to read. Please fill it in from the original.`,
  'hidden-row': () =>
    'This row is hidden or filtered away in your file and was left out. To import it, press “Bring it back”.',
  'number-cut': () =>
    'This row contained an ID number, bank card number or password, which was removed. Check that the rest is right.',
  'date-unread': ({ written }) => `“${written}” is not a date and is left empty. Write it like 2026-11-03.`,
}

const problems: ProblemWords = {
  'no-name': () => 'No name. Enter it, or skip this row.',
  'two-people': ({ written }) =>
    `“${written.slice(0, 40)}” seems to be more than one person. Whose wish and phone number is it? Keep one name here, and give the other person their own line in the list.`,
  'bad-name': ({ written }) =>
    `“${written.slice(0, 20)}” does not look like a name (digits in it, too long, or only a form of address). Correct it, or skip this row.`,
  child: () => 'A child under 14 cannot be registered. A guardian may ask in their own name; otherwise skip this row.',
  'empty-wish': () => 'The wish is empty. Ask and fill it in, or skip this row for now.',
  'out-of-scope': ({ reason, word }) => `“${word}” ${scope[reason]}`,
  'duplicate-in-file': ({ first }) =>
    `The same person's same wish is already in line ${first.line}. Skip one of the two. If they are different, reword one.`,
  'no-phone': () => 'No mobile number. Volunteers sign in with it: enter it, or skip this row.',
  'bad-phone': ({ written }) =>
    `“${written}” is not an 11-digit mobile number. Volunteers sign in with it: correct it, or skip this row.`,
  'not-own-phone': ({ written }) =>
    `“${written}” is not the person’s own number and cannot be used to sign in. Enter their own mobile, or skip this row.`,
}

const scope: Record<ScopeReason, string> = {
  policy:
    'is a matter of policy or paperwork, not a micro-wish. Skip this row and pass it on to the service desk or 12345. If the resident wants someone to go with them, write that.',
  money:
    'asks for money. The platform never handles money: skip this row and pass it on to the civil affairs desk; if the resident wants an item, write which one.',
  prescription:
    'is prescription medicine, which volunteers may not buy or give. Skip this row; if the medicine only has to be collected, write “fetch medicine”.',
  bank: "needs another person's bank card or account, which volunteers may not use. Skip this row; if the resident wants someone to go to the bank with them, write that.",
  'public-works':
    'is a matter for public works or the property manager. Skip this row and pass it on to the community or 12345.',
}

const file: Record<FileTrouble, string> = {
  empty: 'The file is empty. Check that you chose the right file.',
  'too-big':
    'The file is too big (at most 5 MB), or a cell far outside the table has content. Remove pictures, unused sheets and anything outside the table, or split the file, and try again.',
  'too-long': `Too many rows: at most ${mostListRows.toLocaleString('en')} at once, fewer if the rows contain long texts. Split the file and import the parts one by one.`,
  'old-xls': 'This is an old .xls file. Open it in Excel or WPS, choose “Save as”, type .xlsx, and import that.',
  encrypted: 'The file has a password. Open it, remove the password, save a copy and import that.',
  'not-a-table': 'This is not a table. Save it as .xlsx or .csv in Excel or WPS and import that.',
  broken:
    'The file cannot be opened; it may be incomplete or damaged. Open it on a computer and save it as a new .xlsx.',
  'no-header':
    'No headings were found. A list of needs has at least a name and a wish column, a roll has name, mobile number and work unit. Please follow the sample.',
  'no-rows': 'There are headings, but nothing below them. Check that you chose the right file.',
}

const untaken: Record<UntakenReason, string> = {
  hardship: 'kind of hardship',
  'id-number': 'ID number',
  health: 'state of health',
  belief: 'ethnicity or belief',
  politics: 'political status',
  justice: 'convictions, petitions and the like',
  bank: 'bank account',
  relative: 'data of relatives',
  personal: 'other personal data',
  'free-note': 'notes',
}

const unused: Record<UnusedReason, string> = {
  category: 'was not used: it gives the type of wish, not the wish itself',
  progress: 'was not used: it is a number, a date or the outcome of the wish',
  'other-phone': 'was not read: it is another person’s telephone',
  'other-person': 'was not read: it names another person',
  householder: 'was not read: it names the householder, and the wish is recorded for the person',
  'household-number': 'was not read: it is the number of a household, not a door',
  second: 'was not used: another column fits better',
  chosen: 'was not read, as chosen last time',
  unknown: 'was not used: it was not understood',
}

const left: Record<SheetLeft['why'], string> = {
  'other-month': 'it is for another month',
  'other-kind': 'it is the other kind of list; import it by itself',
  hidden: 'it is hidden in the file',
  'no-list': 'there is no list in it',
  unclear: 'its headings were not understood',
}

const keys: Record<ListKind, Partial<Record<Key, string>>> = {
  needs: {
    name: 'name',
    phone: 'own telephone',
    wish: 'wish',
    address: 'address',
    building: 'building',
    unit: 'unit',
    door: 'door',
    grid: 'grid',
    age: 'age',
    birth: 'date of birth',
    sex: 'sex',
    quantity: 'quantity',
    measure: 'measure',
    specification: 'specification',
    value: 'total price',
    unitPrice: 'price of one',
    urgency: 'urgency',
    source: 'how it was collected',
    worker: 'grid worker',
    note: 'notes',
  } satisfies Record<NeedKey, string>,
  roll: {
    name: 'name',
    phone: 'own mobile number',
    unit: 'work unit',
    branch: 'Party branch',
    address: 'address',
    strengths: 'skills',
    freeTimes: 'free times',
    reportedIn: 'reported in on',
    sex: 'sex',
  } satisfies Record<RollKey, string>,
}
const keyName = (kind: ListKind, key: Key): string => keys[kind][key] ?? key
const quoted = (headings: readonly string[]): string => headings.map((heading) => `“${heading}”`).join(', ')

function ask(one: Doubtful, kind: ListKind): string {
  switch (one.code) {
    case 'kind':
      return 'It is not clear whether this is a list of needs or a roll of volunteers. Please choose one.'
    case 'missing':
      return `No column was recognised as the ${keyName(kind, one.key)}. Please choose it below.`
    case 'several':
      return `${quoted(one.headings)} may each be the ${keyName(kind, one.key)}. Keep one, and choose “not read” for the others.`
    case 'either':
      return `“${one.heading}” contains two kinds of data: ${one.keys.map((key) => keyName(kind, key)).join(' and ')}. Choose one of them, or “not read”.`
    case 'whose-phone':
      return `Whose phone number is “${one.heading}”? If it is the person’s own, choose “${keyName(kind, 'phone')}”. If not, choose “not read”.`
    case 'odd-values':
      return `The column “${one.heading}” contains only words like “yes” or “goods”, not wishes. Please choose the column of the wish.`
  }
}

const skipped: Record<Skipped['why'], string> = {
  total: 'a total',
  signature: 'a line for signatures',
  'no-wish': 'it says that there is no wish',
  note: 'a note, or nothing filled in',
  headings: 'headings again',
  example: 'an example',
}

export const doubtsEn: typeof doubtsZh = {
  doubts,
  problems,
  file,
  untaken,
  skipped,
  keyName,
  ask,
  readAs: (heading, kind, key, isChosen) =>
    `“${heading}” is the ${keyName(kind, key)}${isChosen ? ' (as chosen last time)' : ''}`,
  notTaken: (heading, why) =>
    why === 'free-note'
      ? `The column “${heading}” was not imported, because notes can contain anything. Open the row and write what the claimant needs to know yourself.`
      : `The column “${heading}” was not imported: ${untaken[why]}. The rules do not allow us to record it.`,
  unused: (heading, why) => `The column “${heading}” ${unused[why]}.`,
  linesSkipped: (lines, why) => `Not read, line ${lines}: ${skipped[why]}.`,
  sheetLeft: (name, why) => `The sheet “${name}” was not read: ${left[why]}.`,
  hiddenRows: (lines) => `Hidden or filtered away in your file, and left out: line ${lines}.`,
  numbersCut: (cells) =>
    `${cells} ${cells === 1 ? 'cell' : 'cells'} contained ID numbers, bank card numbers or passwords. None were imported.`,
  everyRow: (sentence) => `In every row: ${sentence}`,
  listed: (parts) => parts.join(', '),
  noHeaderSeen: (headings) =>
    `No headings were found. What was seen: ${quoted(headings)}. A list of needs has at least a name and a wish column, a roll has name, mobile number and work unit. Please follow the sample.`,
}
