import type { backupsZh } from '#text/zh/desk/backups-text.ts'

export const backupsEn: typeof backupsZh = {
  title: 'Backups',
  notSetUp: {
    title: 'No backups are set up',
    body: 'There is only one copy of the data: if the disk fails, everything is lost. Ask the person who installed the system to set BACKUP_DIR on the server, preferably to a folder on another disk.',
  },
  none: {
    title: 'There is no backup yet',
    body: 'There is only one copy of the data. A backup is made every day after two in the morning. The first one is being made now.',
  },
  old: { title: 'The backup is too old', body: 'The last good backup is more than 36 hours old.' },
  failed: { title: 'The last backup failed', body: 'The system tries again every hour.' },
  onlyHere: {
    title: 'The backup is only on this machine',
    body: 'The last backup did not reach the outside storage. Ask the person who installed the system to check its address, its keys and the network.',
  },
  fault: {
    'no-folder': 'The folder for backups is missing: its disk may not be mounted.',
    'no-room': 'There is not enough space: free some on the disk with the backups and on the disk with the data.',
    'not-allowed': 'The server’s account may not write to the backup folder, or may not read the data.',
    'there-already': 'There is already a backup with this name.',
    damaged: 'The database is damaged. Keep the earlier backups, overwrite none, and have the disk checked.',
    log: 'The records do not match the log: someone may have changed the data. Run npm run verify, and keep the earlier backups.',
    drill: 'The finished backup could not be restored and was discarded.',
    interrupted: 'The backup was interrupted.',
    other: 'See the server’s output.',
  },
  lastGood: 'Last good backup',
  lastDrill: 'Last restore drill',
  noDrill: 'none yet; a backup is restored and checked once a month',
  hoursAgo: (hours) => `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`,
  daysAgo: (days) => `${days} days ago`,
  kept: 'Kept for',
  keptFor: (days) =>
    `At most ${days} days, the same as the shortest time after which we erase data. ${days} days after you erase something, no backup has it`,
}
