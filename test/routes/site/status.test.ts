import { expect, test } from 'vitest'
import { beginBackup, endBackup } from '#actions/backups/record-backup.ts'
import { countError, errorCounts } from '#http/error-counts.ts'
import { tick } from '#jobs/run-clock.ts'
import { testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const words = zh.status

test('the administrator sees how the program runs, and an alarm while the clock does not run', async () => {
  const app = await testApp()
  expect((await app.as('finn').get('/status')).words).toContain(words.clockLate)

  await tick(app.services)
  const running = await app.as('finn').get('/status')
  expect(running.status).toBe(200)
  expect(running.words).not.toContain(words.clockLate)
  expect(running.words).toContain(words.noMachine)
  expect(running.words).toContain(words.noErrors)
  expect((await app.as('finn').get('/desk')).html).toContain('href="/status"')
})

test('a server that makes backups says when the last good one and the last drill were', async () => {
  const app = await testApp({ backups: { make: () => Promise.reject(new Error('the clock makes it')) } })
  const id = await beginBackup(app.services, true)
  app.at('2026-11-02T11:07:00+08:00')
  await endBackup(app.services, id ?? '', { ok: true, bytes: 7, records: 5, isOffSite: null })
  const { words: page } = await app.as('finn').get('/status')

  expect(page).toContain(`${zh.backups.lastGood} 2026-11-02 11:00`)
  expect(page).toContain(`${zh.backups.lastDrill} 2026-11-02 11:00`)
})

test('a server says its version, its migrations and its disk, and warns before the disk is too small to tidy the file', async () => {
  const app = await testApp()
  const about = {
    version: '9.8.7',
    startedAt: app.services.now(),
    migrations: 41,
    databaseBytes: 5_000_000,
    diskBytes: 9e9,
  }
  const withDisk = async (freeBytes: number) => {
    Object.assign(app.services, { machine: () => ({ ...about, freeBytes }) })
    return (await app.as('finn').get('/status')).words
  }

  const roomy = await withDisk(10_000_000)
  for (const part of ['9.8.7', '41', '5.0 MB', words.freeOf('10.0 MB', '9.0 GB')]) expect(roomy).toContain(part)
  expect(roomy).not.toContain(words.diskShort)
  expect(await withDisk(9_999_999)).toContain(words.diskShort)
})

test('errors are counted by kind since the start, the latest first, and at most twenty kinds are remembered', async () => {
  const app = await testApp()
  countError(app.services, 'GET /a: TypeError at x.ts:1:1')
  app.at('2026-11-02T11:05:00+08:00')
  for (let time = 0; time < 3; time++) countError(app.services, 'POST /b: Error at y.ts:2:2')

  expect(errorCounts(app.services).map(({ what, count }) => [what, count])).toEqual([
    ['POST /b: Error at y.ts:2:2', 3],
    ['GET /a: TypeError at x.ts:1:1', 1],
  ])
  expect((await app.as('finn').get('/status')).words).toContain('POST /b: Error at y.ts:2:2 3')
  for (let n = 0; n < 30; n++) countError(app.services, `GET /${n}: Error`)
  expect(errorCounts(app.services)).toHaveLength(20)
  expect(errorCounts((await testApp()).services)).toEqual([])
})

test('what breaks in a request is counted there, without what was typed', async () => {
  const app = await testApp()
  const { db } = app.services.store
  Object.assign(app.services.store, {
    db: new Proxy(db, {
      get: () => () => {
        throw new RangeError('Li Guilan')
      },
    }),
  })
  expect((await app.anyone.get('/healthz')).status).toBe(500)
  const [counted] = errorCounts(app.services)
  expect(counted?.what).toMatch(/^GET \/healthz: RangeError/)
  expect(counted?.what).not.toContain('Guilan')
})
