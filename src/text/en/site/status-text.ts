import type { statusZh } from '#text/zh/site/status-text.ts'

export const statusEn: typeof statusZh = {
  title: 'How it runs',
  onDesk: 'How it runs',
  never: 'not yet',
  clockLate:
    'The scheduled jobs have not run for five minutes: no reminders are sent, no overdue claims are taken back and no backups are made. Ask the person who installed the system to look at the service.',
  storageSince: (at) =>
    `Nothing could be saved since ${at}. The program tries again every minute, and this line goes away when it works. Pages can be read all the time.`,
  time: {
    title: 'The server’s clock has jumped',
    body: (machine, own) =>
      `The server’s clock shows ${machine}, which does not fit the time that has passed. The program goes on with its own time, ${own}, so no deadline, reminder or erasure is affected. Ask the person who runs the server to set the clock; this line goes away when it is right. If the server’s clock is the right one, press the button. It is written down that you said so.`,
    button: (machine) => `${machine} is right, use it`,
  },
  trouble: 'The server needs attention: see how it runs',
  diskShort:
    'Less than twice the size of the database is free on the disk, so the file cannot be compacted after data is erased. Please make room.',
  program: 'Program',
  version: 'Version',
  started: 'Started',
  migrations: 'Migrations',
  machine: 'Machine',
  noMachine: 'It runs on a cloud platform. See the platform’s console for version and disk.',
  clock: 'Scheduled jobs last ran',
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
  errorsSince: 'Since the program started, by kind; without anyone’s data',
  what: 'Where',
  count: 'Times',
  last: 'Last',
  noErrors: 'None since the program started.',
}
