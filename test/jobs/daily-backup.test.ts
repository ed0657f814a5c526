import { expect, test } from 'vitest'
import { latestBackupRuns } from '#db/backups/backup-runs.ts'
import { dailyBackup } from '#jobs/daily-backup.ts'
import type { BackupMade, Backups } from '#src/services.ts'
import { community } from '#test/life/cast.ts'
import { eachStore } from '#test/support/stores.ts'

const local = (text: string) => new Date(`${text}:00+08:00`)

eachStore((open) => {
  /** A community with backups that end as they are told to. */
  async function place() {
    const { services, clock } = await community(await open(), local('2026-11-02T11:00'))
    const asked: Parameters<NonNullable<Backups['make']>>[0][] = []
    let ends: BackupMade | 'never' | Error = { ok: true, bytes: 7, records: 5, isOffSite: null }
    const make: Backups['make'] = (order) => {
      asked.push(order)
      if (ends === 'never') return new Promise(() => {})
      return ends instanceof Error ? Promise.reject(ends) : Promise.resolve(ends)
    }
    const run = (at: string, then: typeof ends = ends, more: Partial<Backups> = {}) => {
      clock.now = local(at)
      ends = then
      return dailyBackup({ ...services, backups: { make, ...more } })
    }
    return { services, asked, run, runs: () => latestBackupRuns(services.store.db) }
  }

  test('there is one a day, however often the clock runs; the first of a month is a drill; its longest life comes from the rules', async () => {
    const { run, asked } = await place()
    for (const at of ['02T11:00', '02T11:01', '03T01:59', '03T02:00', '03T02:01', '04T09:30'])
      await run(`2026-11-${at}`)
    await run('2026-12-01T02:00')

    expect(asked.map(({ at, isDrill, mostDays }) => [at, isDrill, mostDays])).toEqual([
      [local('2026-11-02T11:00'), true, 30],
      [local('2026-11-03T02:00'), false, 30],
      [local('2026-11-04T09:30'), false, 30],
      [local('2026-12-01T02:00'), true, 30],
    ])
  })

  test('one that fails is written down with its reason, and tried again after an hour, until one is good', async () => {
    const { run, asked, runs } = await place()
    await run('2026-11-02T11:00', { ok: false, why: 'no-folder', what: '/mnt/backups' })
    await run('2026-11-02T11:59')
    expect(await runs()).toMatchObject([{ fault: 'no-folder' }])
    await run('2026-11-02T12:00', { ok: true, bytes: 7, records: 5, isOffSite: true })
    await run('2026-11-02T13:30')

    expect(asked).toHaveLength(2)
    expect(await runs()).toMatchObject([{ fault: null, isOffSite: true, isDrill: true }])
  })

  test('one whose thread breaks is a failure, too', async () => {
    const { run, runs } = await place()
    await run('2026-11-02T11:00', new Error('out of memory'))

    expect(await runs()).toMatchObject([{ fault: 'other', endedAt: local('2026-11-02T11:00') }])
  })

  test('while one runs no second one begins, and one that never ends blocks the next for six hours', async () => {
    const { run, asked } = await place()
    void run('2026-11-02T11:00', 'never')
    await expect.poll(() => asked.length).toBe(1)
    await run('2026-11-02T16:59')
    expect(asked).toHaveLength(1)
    await run('2026-11-02T17:01', { ok: true, bytes: 7, records: 5, isOffSite: null })
    expect(asked).toHaveLength(2)
  })

  test('one whose process was killed is written down as interrupted, and the next begins an hour after it began', async () => {
    const { run, asked, runs } = await place()
    void run('2026-11-02T11:00', 'never')
    await expect.poll(() => asked.length).toBe(1)
    await run('2026-11-02T11:03', 'never', { isUnderWay: () => true })
    expect(await runs()).toMatchObject([{ endedAt: null }])
    await run('2026-11-02T11:04', 'never', { isUnderWay: () => false })
    expect(await runs()).toMatchObject([{ fault: 'interrupted', endedAt: local('2026-11-02T11:04') }])

    const good = { ok: true, bytes: 7, records: 5, isOffSite: null } as const
    await run('2026-11-02T11:59', good, { isUnderWay: () => false })
    expect(asked).toHaveLength(1)
    await run('2026-11-02T12:00', good, { isUnderWay: () => false })
    expect(await runs()).toMatchObject([{ fault: null }])
  })

  test('nothing is made where no folder is set up', async () => {
    const { services, runs } = await place()
    await dailyBackup({ ...services, backups: { make: null } })
    await dailyBackup(services)

    expect(await runs()).toEqual([])
  })
})
