import type { statusZh } from '#text/zh/site/status-text.ts'

export const statusEn: typeof statusZh = {
  title: 'How it runs',
  onDesk: 'How it runs',
  never: 'not yet',
  clockLate:
    'The clock has not run for five minutes: no reminders, no overdue claims taken back, no backups. Ask the person who installed the system to look at the service.',
  diskShort:
    'The disk has less than twice the database’s size free, so the file cannot be tidied after erasures. Make room.',
  program: 'Program',
  version: 'Version',
  started: 'Started',
  migrations: 'Migrations',
  machine: 'Machine',
  noMachine: 'It runs on a cloud platform. See the platform’s console for version and disk.',
  clock: 'Clock last ran',
  sessions: 'Signed in',
  outbox: 'Group messages to send',
  data: 'Data',
  log: 'Log',
  logOf: (records, at) => `${records} records, signed ${at}`,
  lastEvent: 'Last record of the ledger',
  database: 'Database',
  disk: 'Disk',
  freeOf: (free, all) => `${free} free of ${all}`,
  errors: 'Errors',
  errorsSince: 'Since the program started, by kind; without anybody’s data',
  what: 'Where',
  count: 'Times',
  last: 'Last',
  noErrors: 'None since the program started.',
}
