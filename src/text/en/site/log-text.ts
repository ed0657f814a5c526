import type { logZh } from '#text/zh/site/log-text.ts'

export const logEn: typeof logZh = {
  differs:
    'This record in the database is not the one that the ledger recorded: it was changed. Please tell the secretary, and keep any old sheet you have.',
  line: (records) => `When this was printed, the ledger of this site had ${records} records, with the check words`,
  lineBefore: '. Enter both at',
  lineAfter: 'at any later time to find out whether any of these records was changed.',
  proofTitle: 'Were these records changed?',
  proofLead:
    'Press the button, and your browser itself compares every step above with the public ledger. You do not have to trust this site.',
  proofButton: 'Check now',
  proofFile: 'Download the proof of the last step, to check it later',
  proofRunning: 'Checking…',
  proofGood:
    'Checked: all STEPS steps above are in the ledger, unchanged. The ledger has RECORDS records, with the check words LETTERS. Compare them with any printed sheet.',
  proofBad:
    'This does not match: a step above is not as the ledger recorded it. Please tell the secretary, and keep any old sheet you have.',
  proofUnable: 'This browser could not check it. Download the proof and check it on another device.',
  title: 'Check that the ledger was not changed',
  lead: 'The last line of every printed sheet says how many records the ledger had at that time, and twelve check letters. Enter them here to find out whether those records are still there and unchanged.',
  records: 'Number of records on the sheet',
  wrongRecords: 'Enter the number on the sheet in digits, such as 752',
  letters: 'Check words on the sheet (twelve letters or digits)',
  lettersHint: 'Such as 7K2M-9XQT-4BHD. Capitals, spaces and hyphens do not matter.',
  wrongLetters: 'There are twelve letters and digits. Please compare with the sheet and enter them again',
  button: 'Check',
  same: (records, now) =>
    now === records
      ? `They match. All ${records} records of the sheet are in today’s ledger, and none was changed. There are no newer ones.`
      : `They match. All ${records} records of the sheet are in today’s ledger, and none was changed. ${now - records} more have been added since.`,
  notSame: (records) =>
    `They do not match. The first ${records} records of today’s ledger are not those from when the sheet was printed.`,
  fewer: (records, now) => `They do not match. The sheet says ${records} records; today’s ledger has only ${now}.`,
  compareFirst: 'First compare the number and the check words with the sheet, in case they were mistyped.',
  ifChanged:
    'If they are as on the sheet, the ledger was changed. Keep the sheet, and tell the secretary and the street office. If a neighbouring community or the street witnesses this site, ask them to check as well.',
  todayTitle: 'Check words of today',
  nothingYet: 'The ledger has no records yet.',
  keepIt:
    'Write them down or take a photo, to check at any time. The more people keep them, the less the ledger can be changed quietly.',
  forPrograms: 'Addresses and public key for programs',
  how: 'Every record of the ledger is in a hash tree (RFC 6962), published as C2SP tlog-tiles. Anyone can read and recompute it; it has no data about any person.',
}
