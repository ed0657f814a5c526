import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Machine } from '#src/commands/running/machine.ts'
import { root } from '#src/commands/running/root.ts'
import type { Backups } from '#src/services.ts'
import { isCopying } from './backup-copies.ts'
import type { DailyMade, DailyOrder } from './make-backup.ts'

/** The backups of a server, made in a thread of its own. */
export function backupsOf({ dataDir, config, backup }: Machine): Backups {
  const { folder, recipients, offSite } = backup
  if (!folder) return { make: null }
  const own = { dataDir, folder, logSeed: config.logSeed, recipients, offSite }
  let threads = 0
  return {
    async make(order) {
      threads++
      try {
        return (await inThread({ ...own, ...order })).made
      } finally {
        threads--
      }
    },
    isUnderWay: () => threads > 0 || isCopying(dataDir),
  }
}

export function inThread(order: DailyOrder): Promise<DailyMade> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(root, 'dist/commands/backup-thread.js'), { workerData: order })
    thread.once('message', resolve).once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the backup's thread ended with ${code}`)))
  })
}
