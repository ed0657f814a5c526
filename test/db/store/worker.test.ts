import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import readXlsxFile from 'read-excel-file/universal'
import { describe, expect, test } from 'vitest'
import { verifyLog } from '#actions/log/verify-log.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { areas, claims, invitationPlans, people, photos, ticks } from '#db/schema/tables.ts'
import { localDay } from '#domain/time/workdays.ts'
import { walkSteps } from '#jobs/walk-steps.ts'
import { accounts, demoPassword } from '#src/demo/people/accounts.ts'
import { community } from '#test/life/cast.ts'
import { exifOf, jpegOf } from '#test/support/photos.ts'
import { testSecret, workerSite, workerUrl } from '#test/support/worker/worker.ts'
import { zh } from '#text/zh.ts'

describe('the worker of wrangler.toml', () => {
  const site = workerSite()

  test('answers from its D1, which wrangler itself has migrated', async () => {
    const answer = await site.fetch('/healthz')

    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ ok: true })
  })

  test('serves the files of public/ as they are, and every other address from the program', async () => {
    const [style, headers, first, lost] = await Promise.all(
      ['/app.css', '/_headers', '/', '/no-such-page'].map((path) => site.fetch(path)),
    )

    expect(style?.headers.get('content-type')).toContain('text/css')
    expect(style?.headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers?.status).toBe(404)
    expect(first?.status).toBe(200)
    expect(first?.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await first?.text()).toContain('<!doctype html>')
    expect(lost?.status).toBe(404)
  })

  test('takes an overdue claim back when its cron runs, once', async () => {
    const long = new Date('2026-01-12T02:00:00Z')
    const place = await community(site.store, long)
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    const [ben] = await place.volunteers(['ben'])
    if (!ben) throw new Error('the cast is incomplete')
    const wish = await place.post(anna)
    await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    await place.claim(ben, wish, 'ben')
    // He was reminded in time; since then no clock has run.
    for (let day = 1; day < 14 && !(await walkSteps(place.services)).overdue; day++)
      place.clock.now = new Date(long.getTime() + day * 24 * 3_600_000)
    const { seq } = await place.fresh(wish)

    expect((await site.tick()).outcome).toBe('ok')
    expect((await site.tick()).outcome).toBe('ok')

    expect(await place.fresh(wish)).toMatchObject({ state: 'open', seq: seq + 1 })
    expect(await site.store.db.select().from(claims)).toMatchObject([{ endReason: 'lapse' }])
    expect(await site.store.db.select().from(ticks).where(eq(ticks.id, 'clock'))).toHaveLength(1)
  })

  test('makes the plan of the day when its cron runs after the opening hour, once', async () => {
    const opens = (text: string) => site.store.commit([site.store.db.update(areas).set({ opens: text })])
    await site.store.commit([site.store.db.delete(invitationPlans)])
    await opens('00:00')

    expect((await site.tick()).outcome).toBe('ok')
    expect((await site.tick()).outcome).toBe('ok')

    const plans = await site.store.db.select().from(invitationPlans)
    expect(plans.map(({ communityId, invited }) => [communityId, invited])).toEqual([['c', 0]])
    expect(localDay(plans[0]?.at as Date, 'Asia/Shanghai')).toBe(plans[0]?.day)
  })

  test('packs a month of the ledger into a spreadsheet as Node does', async () => {
    const answer = await site.fetch('/c/hongqi/ledger/2026-01.xlsx')
    const [month] = await readXlsxFile(await answer.arrayBuffer())

    expect(month?.sheet).toBe('2026-01')
    expect(month?.data).toHaveLength(2)
  })
})

describe('a photo on the worker', () => {
  const site = workerSite()

  test('is stored in its bucket without metadata, and deleted with its row', async () => {
    const now = new Date(Math.floor(Date.now() / 1000) * 1000)
    const place = await community(site.store, now)
    const anna = await place.staff('anna', 'gridWorker')
    const dora = await place.staff('dora', 'secretary')
    await place.volunteers(['ben'])
    const wish = await place.post(anna)
    await place.move(dora, wish, { action: 'publish', publicText: '', approvesValue: false })
    await place.claim(anna, wish, 'ben')
    const [cookie = ''] = (await sessionsOf(place.services).begin('ben')).split(';')

    const form = new FormData()
    form.set('photo', new File([jpegOf({ segments: [[0xe1, exifOf({})]] }) as Uint8Array<ArrayBuffer>], 'a.jpg'))
    const packed = new Response(form)
    const type = packed.headers.get('content-type') ?? ''
    const headers = { cookie, origin: workerUrl }
    const delivered = await site.fetch(`/wishes/${wish.code}/deliver`, {
      ...{ method: 'POST', headers: { ...headers, 'content-type': type } },
      body: new Uint8Array(await packed.arrayBuffer()),
    })
    const [photo] = await site.store.db.select().from(photos)
    const shown = await site.fetch(`/photos/${photo?.id}`, { headers })

    expect([delivered.status, photo?.state, shown.headers.get('content-type')]).toEqual([303, 'kept', 'image/jpeg'])
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(jpegOf({}))
    expect((await site.fetch(`/photos/${photo?.id}`)).status).toBe(404)

    await site.fetch(`/wishes/${wish.code}/photo/remove`, { method: 'POST', headers })
    expect((await site.fetch(`/photos/${photo?.id}`, { headers })).status).toBe(404)
    expect(await site.store.db.select().from(photos)).toEqual([])
  })
})

describe('the demo on the worker', () => {
  const fault = zh.people.faults
  const site = workerSite({ DEMO: '1' })

  test('has every row that the demo of Node has, lets its people in, and refuses them weak passwords', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'micro-wish-demo-sql-'))
    const file = join(folder, 'demo.sql')
    const env = { ...process.env, DATA_DIR: '', SECRET: testSecret, LOG_SEED: testSecret, PUBLIC_URL: workerUrl }
    const said = execFileSync(process.execPath, ['dist/commands/demo.js', '--sql', file], { env, encoding: 'utf8' })
    const statements = readFileSync(file, 'utf8').split(/;\n(?=INSERT|DELETE|$)/)
    rmSync(folder, { recursive: true })
    for (let at = 0; at < statements.length; at += 500)
      await site.store.commit(
        statements.slice(at, at + 500).flatMap((sql) => (sql ? [{ toSQL: () => ({ sql, params: [] }) }] : [])),
      )

    const [, slip = ''] = /(\/r\/\S+)/.exec(said) ?? []
    expect((await site.fetch(slip)).status).toBe(200)
    const login = await site.fetch('/login')
    expect(await login.text()).toContain(accounts.secretary)
    const entered = await site.fetch('/login', {
      method: 'POST',
      headers: { origin: workerUrl, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ phone: accounts.secretary, password: demoPassword }).toString(),
    })
    expect(entered.headers.get('location')).toBe('/desk')
    const [secretary] = await site.store.db.select().from(people).where(eq(people.phone, accounts.secretary))
    const cookie = entered.headers.getSetCookie().join('; ')
    const changeTo = async (next: string) => {
      const changed = await site.fetch('/account/password', {
        method: 'POST',
        headers: { cookie, origin: workerUrl, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ present: demoPassword, password: next, again: next }).toString(),
      })
      return [changed.status, await changed.text()]
    }
    expect(await changeTo('manchester')).toEqual([422, expect.stringContaining(fault['password-common'] ?? 'no words')])
    const own = await changeTo(`${secretary?.name}的密码也很长很长`)
    expect(own).toEqual([422, expect.stringContaining(fault['password-own'] ?? 'no words')])
    const log = await verifyLog({ store: site.store, config: { logSeed: testSecret } })
    expect(log).toMatchObject({ ok: true })
  })
})

describe('a worker without a usable secret', () => {
  const site = workerSite({ SECRET: 'short' })

  test('answers nothing but that it is broken, and keeps the reason to its log', async () => {
    const answer = await site.fetch('/healthz')

    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('short')
  })
})
