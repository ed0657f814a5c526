import { expect, test } from 'vitest'
import { beginBackup, endBackup } from '#actions/backups/record-backup.ts'
import type { BackupMade, Backups } from '#src/services.ts'
import { testApp } from '#test/support/app.ts'

const make: Backups['make'] = () => Promise.reject(new Error('the clock makes it'))
async function place(backups: Backups | undefined = { make }) {
  const app = await testApp(backups ? { backups } : {})
  return {
    app,
    async ran(made: BackupMade, isDrill = false) {
      const id = await beginBackup(app.services, isDrill)
      if (id) await endBackup(app.services, id, made)
    },
    desk: async (who: 'finn' | 'dora') => (await app.as(who).get('/desk')).html,
    health: async () => JSON.parse((await app.anyone.get('/healthz')).html) as unknown,
  }
}
const good = { ok: true, bytes: 7, records: 5, isOffSite: null } as const

test('only the administrator sees in red that no backups are set up', async () => {
  const { desk, health } = await place({ make: null })

  expect(await desk('finn')).toMatch(/role="alert"[\s\S]*?没有设置备份/)
  expect(await desk('dora')).not.toContain('备份')
  expect(await health()).toEqual({ ok: true, backup: { age: null, drill: null, isAlarming: true } })
})

test('a good backup is no alarm for 36 hours, and then one', async () => {
  const { app, ran, desk, health } = await place()
  expect(await desk('finn')).toContain('还没有备份')
  await ran(good, true)
  app.at('2026-11-03T23:00:00+08:00')
  expect(await desk('finn')).toContain('36 小时前')
  expect(await desk('finn')).toContain('最多 30 天')
  expect(await desk('finn')).not.toContain('role="alert"')
  expect(await health()).toEqual({ ok: true, backup: { age: 129_600, drill: 129_600, isAlarming: false } })

  app.at('2026-11-03T23:01:00+08:00')
  expect(await desk('finn')).toMatch(/role="alert"[\s\S]*?备份太旧了/)
  expect(await health()).toMatchObject({ backup: { isAlarming: true } })
})

test('a backup that failed is said with its reason, and one that is only here', async () => {
  const { app, ran, desk } = await place()
  await ran(good)
  app.at('2026-11-03T02:00:00+08:00')
  await ran({ ok: false, why: 'no-folder', what: '/mnt/backups' })
  expect(await desk('finn')).toMatch(/role="alert"[\s\S]*?最近一次备份没有成功[\s\S]*?可能是那块硬盘没有接上/)
  expect(await desk('finn')).not.toContain('/mnt/backups')

  app.at('2026-11-03T03:00:00+08:00')
  await ran({ ...good, isOffSite: false })
  expect(await desk('finn')).toMatch(/role="alert"[\s\S]*?备份没有存到别处/)
})

test('where the runtime makes no backups itself, nothing is said of them', async () => {
  const app = await testApp()

  expect((await app.as('finn').get('/desk')).html).not.toContain('备份')
  expect((await app.anyone.get('/healthz')).html).toBe('{"ok":true}')
})
