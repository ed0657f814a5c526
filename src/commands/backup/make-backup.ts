import { basename } from 'node:path'
import type { BackupMade } from '#src/services.ts'
import { type BackedUp, type BackupOrder, backUp } from './back-up.ts'
import { backupsIn, notKept, removeFrom } from './backup-copies.ts'
import { listOffSite, type OffSite, putOffSite, removeOffSite } from './off-site.ts'

export type DailyOrder = BackupOrder & { readonly mostDays: number; readonly offSite: OffSite | null }
export type DailyMade = { readonly made: BackupMade; readonly path: string | null; readonly removed: number }

/** A backup here and in the store outside; then those that are no longer kept are removed in both places. */
export async function makeBackup(order: DailyOrder): Promise<DailyMade> {
  const made = await backUp(order)
  if (!made.ok) return { made, path: null, removed: made.why === 'no-folder' ? 0 : prune(order) }
  const { path, bytes, records } = made
  return { made: { ok: true, bytes, records, isOffSite: await sendOff(order, made) }, path, removed: prune(order) }
}

/** Even where no new one could be made: what was promised to be gone must not wait for that. The newest one stays. */
function prune({ folder, at, mostDays }: DailyOrder): number {
  const older = notKept(backupsIn(folder), at, mostDays)
  removeFrom(folder, older)
  return older.length
}

/** Whether the file is outside now, and nothing there that is no longer kept. Null where no store is set up. */
async function sendOff({ offSite, at, mostDays }: DailyOrder, { path, bytes }: BackedUp): Promise<boolean | null> {
  if (!offSite) return null
  try {
    const name = basename(path)
    await putOffSite(offSite, path, name)
    const stored = await listOffSite(offSite)
    const older = notKept(
      stored.map((one) => one.name),
      at,
      mostDays,
    )
    for (const one of older) await removeOffSite(offSite, one)
    return stored.some((one) => one.name === name && one.bytes === bytes)
  } catch (error) {
    console.error(`backup: not sent outside (${(error as { code?: unknown }).code ?? (error as Error).name})`)
    return false
  }
}
