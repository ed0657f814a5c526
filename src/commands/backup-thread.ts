import { parentPort, workerData } from 'node:worker_threads'
import { type DailyOrder, makeBackup } from './backup/make-backup.ts'

// A thread of the server that makes the backup of the day, so that no one waits for it.
parentPort?.postMessage(await makeBackup(workerData as DailyOrder))
