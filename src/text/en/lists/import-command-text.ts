import type { importCommandZh } from '#text/zh/lists/import-command-text.ts'

export const importCommandEn: typeof importCommandZh = {
  usage: [
    'Usage: npm run import -- FILE --community SLUG --as PHONE [options]',
    '',
    '  FILE               a list of needs or a roll of volunteers: .xlsx, or .csv in UTF-8 or GBK',
    '  --community SLUG   the community, as in its address',
    '  --as PHONE         who imports: a secretary or grid worker there (a roll: the secretary)',
    '  --commit           take every row that was understood, all or none; otherwise only a preview',
    '  --kind needs|roll  a list of needs or a roll of volunteers (asked where it is not sure)',
    '  --column "HEADING=meaning"  what a column is, as often as needed; a meaning is “wish”, or none for “not read”; remembered with --commit',
    '  --data FOLDER      the data folder; else DATA_DIR, else data beside the program',
    '  --lang zh|en',
  ].join('\n'),
  unknownOption: (why) => `This option is not known: ${why}`,
  oneFile: 'Name one file.',
  noFile: (file) => `The file ${file} cannot be opened.`,
  noCommunity: (slug) => `There is no community “${slug}”.`,
  needCommunity: 'Name the community with --community.',
  noPerson: 'No account has this number. With --as, give the number of a secretary or grid worker of the community.',
  noRole: (community) => `This person is neither secretary nor grid worker of ${community} and may not import.`,
  asks: 'Please answer this first; nothing was taken:',
  howToAnswer: (kind, column) => `Add, for example: ${kind} ${column}`,
  meanings: (words) => `Meanings: ${words}`,
  badKind: (word) => `--kind is needs or roll, not “${word}”.`,
  badColumn: (word) => `--column “${word}” is not understood. Write it “HEADING=meaning”.`,
  counts: ({ rows, taken }) => `${rows} rows, of which ${taken} can be taken.`,
  state: (name, count) => `${name}: ${count}`,
  row: (line, state, what) => `Line ${line} [${state}] ${what}`,
  preview: 'This is only a preview; nothing was registered. Add --commit to take it in.',
  nothing: 'No row can be taken; nothing was registered.',
  tookNeeds: (wishes, fresh, known) =>
    `Registered ${wishes} wishes; ${fresh} new resident files, ${known} residents known before. They wait to be checked, and each resident has to be asked before publishing.`,
  tookRoll: (count) =>
    `Added ${count} volunteers who are not active yet. The secretary prints their one-time codes on the page of people.`,
  left: (count) => `${count} rows were left out.`,
  changed: 'The data changed in the same moment; no row was taken. Please run it again.',
}
