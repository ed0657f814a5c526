import { beforeAll, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { events, monthCorrections } from '#db/schema/tables.ts'
import { pageWords } from '#src/commands/recount/page-words.ts'
import { readOnly, recount } from '#src/commands/recount/recount-month.ts'
import { type Living, lifeOf } from '#test/support/month/month.ts'
import { at } from '#test/support/month/month-place.ts'
import { zh } from '#text/zh.ts'
import { type MonthSite, monthSite, wordsOf } from './month-site.ts'

const { accept, official } = zh.months
const october = '/reports/2026-10'
let site: MonthSite
const lives: Living[] = []
const html = async (path: string, who = 'dora') => (await site.get(path, who)).text()
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** Twelve wishes of October, brought by the 30th; ten of them are called about, but only in November. */
beforeAll(async () => {
  site = await monthSite()
  for (let n = 0; n < 12; n++) {
    const life = lifeOf(site.store)
    await life.post(at('2026-10-26T08:00:00'))
    await life.publish(at('2026-10-26T09:00:00'))
    await life.claim(at('2026-10-27T09:00:00'))
    if (n > 0) await life.deliver(at('2026-10-30T09:00:00'))
    lives.push(life)
  }
  site.clock.now = at('2026-11-01T09:00:00')
})

async function recounted() {
  readOnly(site.store)
  const place = { id: 'hongqi', slug: 'hongqi', zone: 'Asia/Shanghai', name: 'community hongqi' }
  const found = await recount({ store: site.store, services: site.services, month: '2026-10', ...pageWords() }, place)
  site.store.raw.exec('drop table temp.sessions')
  return 'faults' in found ? found.faults : [found]
}

test('a finished month says what has no result yet, and from which day to sign it', async () => {
  const page = wordsOf(await html(october))
  expect(page).toContain(official.unsettled(1, 11))
  expect(page).toContain(official.signLater('11月6日', 5))
  expect(wordsOf(await html(`${october}/sign`))).toContain(official.signLater('11月6日', 5))
  expect(page).not.toContain(zh.review.waiting)
})

test('signed too early, it is accepted whole five days later in two presses, and the recount agrees', async () => {
  const sign = await html(`${october}/sign`)
  const fields = { key: hidden(sign, 'key'), mark: hidden(sign, 'mark'), checked: 'yes' }
  expect((await site.post(`${october}/sign`, 'dora', fields)).status).toBe(303)
  expect((await site.get(`${october}/accept`, 'dora')).status).toBe(200)
  expect(wordsOf(await html(`${october}/accept`))).toContain(accept.faults.same)
  for (const [n, life] of lives.entries()) if (n > 1) await life.call(at(`2026-11-0${2 + (n % 4)}T10:00:00`))
  site.clock.now = at('2026-11-06T09:00:00')

  // The first press opens all that differs, with a usual reason; the second one accepts it.
  const [, link = ''] = /href="([^"]*\/accept[^"]*)"/.exec(await html(october)) ?? []
  const form = await html(link)
  const [why] = /value="([^"]*)"[^>]*checked/.exec(form) ?? []
  expect(why).toContain('settled-later')
  const [, reason = ''] = /name="reason"[^>]*>([^<]+)</.exec(form) ?? []
  const sent = { key: hidden(form, 'key'), mark: hidden(form, 'mark'), why: 'settled-later', reason }
  const answer = await site.post(`${october}/accept`, 'dora', sent)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/reports/2026-10?c=hongqi&done=accepted'])
  expect((await site.post(`${october}/accept`, 'dora', sent)).status).toBe(303)

  const page = await html(`${october}?done=accepted`)
  expect(wordsOf(page)).toContain(accept.done)
  expect(wordsOf(page)).toContain(official.same)
  expect(wordsOf(page)).toContain(official.correctedRate('83.3%'))
  expect(wordsOf(await html(`${october}/sheet`))).toContain(official.correctedRate('83.3%'))
  const rows = await site.store.db.select().from(monthCorrections)
  expect(rows.length).toBeGreaterThan(20)
  expect(new Set(rows.map(({ nth, publicReason }) => `${nth} ${publicReason}`))).toEqual(new Set(['1 settled-later']))
  const told = (await site.store.db.select().from(events)).filter(({ action }) => action === 'month-corrected')
  expect(told).toHaveLength(1)
  expect(await recounted()).toEqual([])
})

test('what changed since the page was opened is not accepted unseen, and a reason is asked for', async () => {
  await lives[1]?.call(at('2026-11-06T08:00:00'))
  const form = await html(`${october}/accept`)
  const sent = { key: newId(), mark: hidden(form, 'mark'), why: 'settled-later', reason: '' }
  const without = await site.post(`${october}/accept`, 'dora', sent)
  expect([without.status, wordsOf(await without.text()).includes(zh.months.correct.faults.reason)]).toEqual([422, true])
  await lives[2]?.reopen(at('2026-11-06T08:30:00'))
  const late = await site.post(`${october}/accept`, 'dora', { ...sent, reason: 'counted again' })

  expect([late.status, wordsOf(await late.text()).includes(accept.faults.moved)]).toEqual([409, true])
})

test('only the secretary accepts, and only a signed month', async () => {
  for (const who of ['anna', 'sven', 'vera']) {
    expect((await site.get(`${october}/accept?c=hongqi`, who)).status).toBe(404)
    expect((await site.post(`${october}/accept?c=hongqi`, who, { key: newId() })).status).toBe(404)
  }
  expect((await site.get('/reports/2026-09/accept?c=hongqi', 'dora')).status).toBe(404)
})

test('after the recommended day the month can be signed although something is open, and one that has settled says so', async () => {
  const own = await monthSite()
  const life = lifeOf(own.store)
  await life.post(at('2026-10-26T08:00:00'))
  await life.publish(at('2026-10-26T09:00:00'))
  await life.claim(at('2026-10-27T09:00:00'))
  await life.deliver(at('2026-10-30T09:00:00'))
  own.clock.now = at('2026-11-07T09:00:00')
  const words = async () => wordsOf(await (await own.get(october, 'dora')).text())
  expect(await words()).toContain(official.signNow('11月6日'))

  await life.call(at('2026-11-07T08:00:00'))
  expect(await words()).toContain(official.settled)
  own.store.close()
})
