import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keptBackups } from '#domain/backups/kept-backups.ts'

/** Folders are backups of an earlier version. */
const finished = /^micro-wish-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:\.tar\.zst(?:\.age)?)?$/
const unfinished = /^(?:micro-wish-\d{8}T\d{6}Z[.a-z]*|copy)\.unfinished-(\d+)$/

/** The moment in UTC, so that names sort by time. */
export const nameAt = (now: Date): string =>
  `micro-wish-${now.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`

/** The name of what is not complete, with the number of the process that is making it. */
export const unfinishedName = (name: string): string => `${name}.unfinished-${process.pid}`

/** When a backup was made, by its name; null for anything else in the folder. */
function backedUpAt(name: string): Date | null {
  const [, year, month, day, hour, minute, second] = finished.exec(name) ?? []
  return year ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : null
}

export const backupsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => backedUpAt(name) !== null)
    .sort()

/** Removes older backups and nothing else in the folder. */
export function removeAllButNewest(folder: string, count: number): readonly string[] {
  const all = backupsIn(folder)
  const older = all.slice(0, Math.max(0, all.length - count))
  removeFrom(folder, older)
  return older
}

/** The names of the backups that the plan does not keep; other names are left alone. */
export function notKept(names: readonly string[], now: Date, mostDays: number): readonly string[] {
  const dated = names.flatMap((name) => {
    const at = backedUpAt(name)
    return at ? [{ name, at }] : []
  })
  const kept = new Set(
    keptBackups(
      dated.map(({ at }) => at),
      now,
      mostDays,
    ).map((at) => at.getTime()),
  )
  return dated.filter(({ at }) => !kept.has(at.getTime())).map(({ name }) => name)
}

export function removeFrom(folder: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Removes the remains of processes that were killed while copying. What has this process's number is of an earlier one or failed. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = unfinished.exec(name) ?? []
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid)))) removeFrom(folder, [name])
  }
}

/** Whether another process that is alive copies this database: npm run backup does beside the server. */
export const isCopying = (dataDir: string): boolean =>
  readdirSync(dataDir).some((name) => {
    const pid = Number(unfinished.exec(name)?.[1] ?? process.pid)
    return pid !== process.pid && isAlive(pid)
  })

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
