import type { recountZh } from '#text/zh/months/recount-text.ts'

export const recountEn: typeof recountZh = {
  usage: [
    'Usage: npm run recount -- 2026-10 [--community slug] [--lang zh|en]',
    '',
    'Recalculates every figure of the month from the events alone and compares it with the report page, its A4 sheet,',
    'CSV, Excel, JSON, the bulletin, the lists and the ledger. Differences are listed and the exit code is 1. Changes nothing.',
    'DATA_DIR names the data folder.',
  ].join('\n'),
  noPlace: 'There is no such community.',
  cannot: {
    'no-secretary': (name) => `${name} has no secretary now, so its report cannot be opened and compared.`,
    future: (name) => `That month has not begun in ${name}.`,
  },
  head: (name, month) => `${name} ${month}: recounted from the events`,
  signed:
    'The month is signed: the report and figures are compared with the records at signing, the public ledger with today’s records.',
  compared: [
    'Compared: counts (page, sheet, CSV, Excel, JSON), rates and bases (page, CSV, Excel), waits, the trend of twelve months,',
    'the months compared with it, how many rows the list behind each number has, the bulletin, the letters, corrections, the overview,',
    'the public ledger (CSV, Excel, JSON).',
  ].join('\n'),
  figure: 'figure',
  events: 'events',
  fault: (what, where, events, shown) => `Different: ${what}: ${events} by the events, ${shown} on ${where}`,
  running: 'The month is not over: it is compared with the records up to now.',
  notBegun: (month) => `${month} has not begun: there is nothing to compare yet.`,
  good: 'Everything agrees.',
  bad: 'Something differs, see above.',
  unread: 'What could be compared agrees; some of it could not be compared, see above.',
}
