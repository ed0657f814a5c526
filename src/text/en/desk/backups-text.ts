import type { backupsZh } from '#text/zh/desk/backups-text.ts'

export const backupsEn: typeof backupsZh = {
  title: 'Backups',
  notSetUp: {
    title: 'No backups are set up',
    body: 'There is only one copy of the data: if the disk fails, everything is lost. Whoever installed the system sets BACKUP_DIR on the server, best to a folder on another disk.',
  },
  none: {
    title: 'There is no backup yet',
    body: 'There is only one copy of the data. A backup is made each day after two in the morning; the first one is made now.',
  },
  old: { title: 'The backup is too old', body: 'The last good backup is more than 36 hours old.' },
  failed: { title: 'The last backup failed', body: 'The system tries again every hour.' },
  onlyHere: {
    title: 'The backup is only on this machine',
    body: 'The last backup did not reach the store outside. Check its address, its keys and the network.',
  },
  fault: {
    'no-folder': 'The folder for backups is missing: its disk may not be mounted.',
    'no-room': 'There is not enough room: free some on the disk of the backups and on the disk of the data.',
    'not-allowed': 'The account of the server may not write into the folder for backups, or may not read the data.',
    'there-already': 'There is a backup of the same name already.',
    damaged: 'The database is damaged. Keep the earlier backups, overwrite none, and have the disk checked.',
    log: 'The records do not match the log: someone may have changed the data. Run npm run verify, and keep the earlier backups.',
    drill: 'The finished backup could not be restored and was discarded.',
    interrupted: 'The backup was interrupted.',
    other: 'See what the server has printed.',
  },
  lastGood: 'Last good backup',
  lastDrill: 'Last restore drill',
  noDrill: 'none yet; once a month a backup is restored and checked',
  hoursAgo: (hours) => `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`,
  daysAgo: (days) => `${days} days ago`,
  kept: 'Kept for',
  keptFor: (days) =>
    `${days} days at most, like the shortest time until something is erased. So what is erased is in no backup ${days} days later`,
}
