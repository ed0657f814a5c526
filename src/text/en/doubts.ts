import type { UntakenReason } from '#domain/import/headings.ts'
import type { Skipped } from '#domain/import/lines.ts'
import type { DoubtWords, ProblemWords } from '#domain/import/problems.ts'
import { mostListRows } from '#domain/import/rows.ts'
import type { ScopeReason } from '#domain/import/scope.ts'
import type { doubtsZh, FileTrouble } from '../zh/doubts.ts'

const yuan = (fen: number): string => String(fen / 100)
const place = (where: 'wish' | 'remark'): string => (where === 'wish' ? 'the wish' : 'the remark')

const doubts: DoubtWords = {
  'no-phone': () => 'No phone number. The row can stay: knock at the door, and add a number when you have one.',
  'bad-phone': ({ written }) =>
    `“${written}” does not look like a phone number and was left out. Correct it from your list, or leave it empty and knock.`,
  landline: ({ written, lacks }) =>
    lacks === 'digits'
      ? `The landline “${written}” lacks digits and was left out. Complete it, or leave it empty.`
      : `The landline “${written}” has no area code and was left out. Write it like 0994-2345678.`,
  'shared-phone': ({ phone, with: other }) =>
    `${phone} also stands in line ${other.line}, for another household. Check whose it is; if they do share it, confirm.`,
  'age-missing': () => 'The age is missing or could not be read. Leave it open for now and add the age band later.',
  'age-edge': () => 'The year or range does not settle the age band. Please check the band shown here.',
  'no-address': () => 'No address. Add building, unit and door, or no volunteer will find it.',
  'address-incomplete': () =>
    'The address has no door number. The row can stay; add the door before publishing, or no volunteer will find it.',
  'no-grid': () => 'No grid is given. Please choose one.',
  'unknown-grid': ({ written }) => `This community has no grid called “${written}”. Please choose one.`,
  'over-limit': ({ valueFen, limitFen, estimated }) =>
    `${estimated ? 'An estimated' : 'A budget of'} ${yuan(valueFen)} yuan is over the limit of ${yuan(limitFen)} yuan a wish. It can be taken in, and needs the secretary before it is published.`,
  approximate: ({ fen }) => `The amount is a rough one, noted as ${yuan(fen)} yuan. Confirm or correct it.`,
  'value-unread': ({ written }) =>
    `The amount “${written}” could not be read and is left empty. Enter a number, in yuan.`,
  'odd-quantity': ({ written, thing }) =>
    `“${written}” for “${thing}”: the number or its unit looks wrong. Check it, then correct or confirm.`,
  'two-wishes': ({ parts, sharedFen }) =>
    `This cell holds ${parts} wishes, now in ${parts} rows. ${sharedFen === null ? '' : `The ${yuan(sharedFen)} yuan in the list are for all of them. `}Enter an amount for each; if it is one wish, mend one row and skip the rest.`,
  'health-word': ({ word, where }) =>
    where === 'wish'
      ? `The wish names an illness, “${word}”. Only what is wished is kept, not why: please take the word out.`
      : `The illness “${word}” in the remark was left out: the rules keep what is wished, not why.`,
  'hardship-word': ({ word, where }) =>
    `“${word}” in ${place(where)} is a kind of hardship, which the rules do not keep. ${where === 'wish' ? 'Please take the word out.' : 'That phrase was left out.'}`,
  'belief-word': ({ word, where }) =>
    `“${word}” in ${place(where)} tells of ethnicity or belief, which the rules do not keep. ${where === 'wish' ? 'Please take it out; ' : 'That phrase was left out; '}write what is needed as the specification of the thing.`,
  'long-text': ({ length }) => `The wish has ${length} characters. Please say in a sentence or two what is wished.`,
  'no-unit': () => 'No work unit. The row can stay; add the unit later.',
  'strength-unread': ({ written }) => `The strength “${written}” is not among ours and is noted as “other”.`,
  'time-unread': ({ written }) =>
    `The free time “${written}” could not be read and was left out. The volunteer can choose it later.`,
  'date-unread': ({ written }) => `“${written}” is no date and is left empty. Write it like 2026-11-03.`,
}

const problems: ProblemWords = {
  'no-name': () => 'No name. Enter it, or skip this row.',
  'bad-name': ({ written }) =>
    `“${written.slice(0, 20)}” does not look like a name (digits in it, or too long). Correct it, or skip this row.`,
  child: () => 'A child under 14 cannot be registered. A guardian may ask in their own name; otherwise skip this row.',
  'empty-wish': () => 'The wish is empty. Ask and fill it in, or skip this row for now.',
  'out-of-scope': ({ reason, word }) => `“${word}” ${scope[reason]}`,
  'duplicate-in-file': ({ first }) =>
    `The same person's same wish stands in line ${first.line}. Skip one of the two; if they differ, write how.`,
  'no-phone': () => 'No mobile number. Volunteers sign in with it: enter it, or skip this row.',
  'bad-phone': ({ written }) =>
    `“${written}” is no mobile number of 11 digits. Volunteers sign in with it: correct it, or skip this row.`,
}

const scope: Record<ScopeReason, string> = {
  policy:
    'is a matter of policy or papers, not a micro-wish. Skip this row and pass it on to the service desk or 12345; if company on the way is wished, write that.',
  money:
    'asks for money. The platform never handles money: skip this row and pass it on to the civil affairs desk; if a thing is wished, write which.',
  prescription:
    'is prescription medicine, which volunteers may not buy or give. Skip this row; if prescribed medicine only has to be fetched, write “fetch medicine”.',
  bank: "needs another person's bank card or account, which volunteers may not use. Skip this row; if company to the bank is wished, write that.",
  'public-works':
    'is a matter of public works or the property manager. Skip this row and pass it on to the community or 12345.',
}

const file: Record<FileTrouble, string> = {
  empty: 'The file is empty. Perhaps another file was meant?',
  'too-big':
    'The file is too big (at most 5 MB), or a cell far outside of the table has content. Take out pictures, unused sheets and what lies outside of the table, or split the file, and try again.',
  'too-long': `Too many rows: at most ${mostListRows.toLocaleString('en')} at once, fewer where rows hold long texts. Split the file and import the parts one by one.`,
  'old-xls': 'This is an old .xls file. Open it in Excel or WPS, choose “Save as”, type .xlsx, and import that.',
  encrypted: 'The file has a password. Open it, remove the password, save a copy and import that.',
  'not-a-table': 'This is not a table. Save it as .xlsx or .csv in Excel or WPS and import that.',
  broken:
    'The file cannot be opened; it may be incomplete or damaged. Open it on a computer and save it as a new .xlsx.',
  'no-header':
    'No headings were found. A list of needs has at least a name and a wish column, a roll has name, mobile number and work unit. Please follow the sample.',
  'no-rows': 'There are headings and nothing below them. Perhaps another file was meant?',
}

const untaken: Record<UntakenReason, string> = {
  hardship: 'kind of hardship',
  'id-number': 'ID number',
  health: 'state of health',
  belief: 'ethnicity or belief',
  politics: 'political status',
  bank: 'bank account',
  relative: 'data of relatives',
  personal: 'other personal data',
}

const skipped: Record<Skipped['why'], string> = {
  total: 'a total',
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
  notTaken: (heading, why) =>
    `The column “${heading}” was not taken over: ${untaken[why]}; the rules do not allow keeping it.`,
  notUnderstood: (heading) => `The column “${heading}” was not used.`,
  lineSkipped: (line, why) => `Line ${line} was not read: ${skipped[why]}.`,
  sheetLeft: (name) => `The sheet “${name}” was not read.`,
}
