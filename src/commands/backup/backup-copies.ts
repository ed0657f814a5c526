import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const finished = /^micro-wish-\d{8}T\d{6}Z$/
const unfinished = /^micro-wish-\d{8}T\d{6}Z\.unfinished-(\d+)$/

/** The moment in UTC, so that names sort by time. */
export const nameAt = (now: Date): string =>
  `micro-wish-${now.toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`

/** The name of an incomplete backup, with the number of the process that is making it. */
export const unfinishedName = (name: string): string => `${name}.unfinished-${process.pid}`

/** Removes older backups and nothing else in the folder. */
export function removeAllButNewest(folder: string, count: number): readonly string[] {
  const all = readdirSync(folder)
    .filter((name) => finished.test(name))
    .sort()
  const older = all.slice(0, Math.max(0, all.length - count))
  for (const name of older) rmSync(join(folder, name), { recursive: true, force: true })
  return older
}

/** Removes the remains of processes that were killed while copying. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = unfinished.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
