import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { notifications } from '#db/schema/tables.ts'
import { hx, living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { phones } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { nudge, candidates, done, doneFor } = zh.moves

/** Claimed by ben himself, due on the third, and now it is the fifth. */
async function overdue(): Promise<string> {
  const code = await life.claimed('ben', { urgency: 'red' })
  app.at('2026-11-05T11:00:00+08:00')
  return code
}
const notificationsOf = async (code: string, kind: string) => {
  const { id } = await life.stored(code)
  const rows = await app.services.store.db
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(and(eq(notifications.wishId, id), eq(notifications.kind, kind)))
  return rows.map(({ personId }) => personId)
}
const partOf = (html: string, id: string) => {
  const from = html.indexOf(` id="${id}"`)
  return from < 0 ? '' : html.slice(from, html.indexOf('</section>', from))
}

describe('an overdue claim, on the page of staff', () => {
  test('shows the claimant’s number and a sentence to say, to staff alone', async () => {
    const code = await overdue()
    for (const who of ['ana', 'dora'] as const) {
      const part = partOf((await app.as(who).get(`/wishes/${code}`)).html, 'overdue')
      expect(part).toContain(`href="tel:${phones.ben}"`)
      expect(part).toContain('最晚11月3日（周二）')
      expect(part).toContain(`action="/wishes/${code}/nudge"`)
    }
    for (const who of ['ben', 'cleo', 'gus'] as const) {
      const { html } = await app.as(who).get(`/wishes/${code}`)
      expect(partOf(html, 'overdue')).toBe('')
      expect(html).not.toContain(`tel:${phones.ben}`)
    }
  })

  test('a reminder reaches the claimant once, and a second press of the same page does nothing', async () => {
    const code = await overdue()
    const { seq } = await life.stored(code)
    const first = await app.as('ana').post(`/wishes/${code}/nudge`, { seq: `${seq}` }, hx)
    expect(first.words).toContain(done.nudge)
    await app.as('ana').post(`/wishes/${code}/nudge`, { seq: `${seq}` }, hx)

    expect(await notificationsOf(code, 'nudge')).toEqual([app.people.ben.id])
    expect((await app.as('ben').get('/mine')).words).toContain(zh.notifications.kind.nudge)
    // Staff's reminders are not in the public history.
    expect((await app.anyone.get(`/wishes/${code}`)).words).not.toContain(zh.words.done.nudge)
  })

  test('the secretary gives three more days or takes it back; a grid worker does neither', async () => {
    const code = await overdue()
    const byWorker = partOf((await app.as('ana').get(`/wishes/${code}`)).html, 'overdue')
    expect(byWorker).not.toContain('/postpone')
    expect(byWorker).not.toContain('/release')
    expect(byWorker).toContain(nudge.secretary)

    const part = partOf((await app.as('dora').get(`/wishes/${code}`)).html, 'overdue')
    const until = /name="until" value="([^"]+)"/.exec(part)?.[1] ?? ''
    expect(until).toBe('2026-11-08')
    await life.move('dora', code, 'postpone', { until, reason: 'volunteer-busy' })
    expect((await life.stored(code)).dueAt).toEqual(new Date('2026-11-08T15:59:59Z'))

    expect((await app.as('dora').post(`/wishes/${code}/release`, {})).status).toBe(422)
    const taken = await app.as('dora').post(`/wishes/${code}/release`, { handover: 'asked twice, no time' }, hx)
    expect(taken.words).toContain(doneFor.release('ben'))
    expect((await life.stored(code)).state).toBe('open')
    expect(await notificationsOf(code, 'release')).toContain(app.people.ben.id)
  })
})

describe('finding a claimant', () => {
  test('lists who may suit with unit, room and telephone; one press records the claim and thanks the right person', async () => {
    const code = await life.open()
    const page = await app.as('ana').get(`/wishes/${code}/candidates`)
    expect(page.words).toContain('Water Works')
    expect(page.html).toContain(`href="tel:${phones.cleo}"`)
    expect(page.words).toContain(candidates.left(2))
    expect(page.html).toContain(`name="volunteer" value="${app.people.ben.id}"`)

    const claimed = await app
      .as('ana')
      .post(`/wishes/${code}/claim`, { volunteer: app.people.ben.id, door: 'phone' }, hx)
    expect(claimed.words).toContain(doneFor.claim('ben'))
    expect(claimed.words).not.toContain(done.claim)
  })

  test('finds by a part of the name, the unit, or the telephone; says so when no one is found', async () => {
    const code = await life.open()
    const found = async (q: string) => {
      const { html } = await app.as('dora').get(`/wishes/${code}/candidates?q=${encodeURIComponent(q)}`)
      return [...html.matchAll(/name="volunteer" value="([^"]+)"/g)].map(([, id]) => id)
    }
    const { ben, cleo } = app.people
    expect(await found('cle')).toEqual([cleo.id])
    expect(await found('Water')).toEqual([ben.id])
    expect(await found('0003')).toEqual([cleo.id])
    expect(await found('nobody of that name')).toEqual([])
  })

  test('at the limit the grid worker sees whom to ask, and the secretary approves in the same press', async () => {
    for (let n = 0; n < 2; n++) await life.claimed('ben', { quantity: `${n + 1}`, value: '50' })
    const code = await life.open({ quantity: '5', value: '50' })
    const rowOf = (html: string) =>
      new RegExp(`<li>(?:(?!</li>)[\\s\\S])*tel:${phones.ben}[\\s\\S]*?</li>`).exec(html)?.[0] ?? ''

    const byWorker = rowOf((await app.as('ana').get(`/wishes/${code}/candidates?q=ben`)).html)
    expect(byWorker).toContain(candidates.atLimit.person)
    expect(byWorker).toContain(candidates.askSecretary)
    expect(byWorker).not.toContain('<form')

    const bySecretary = rowOf((await app.as('dora').get(`/wishes/${code}/candidates?q=ben`)).html)
    expect(bySecretary).toContain(candidates.approve)
    expect(bySecretary).toContain('name="extra" value="yes"')
    await life.move('dora', code, 'claim', { volunteer: app.people.ben.id, extra: 'yes', door: 'counter' })
    expect((await life.stored(code)).claimantId).toBe(app.people.ben.id)
  })

  test('the words for the group are public ones: no name, door or telephone', async () => {
    const code = await life.open()
    const { html } = await app.as('ana').get(`/wishes/${code}/candidates`)
    const part = partOf(html, 'group')
    expect(part).toContain(code)
    expect(part).not.toMatch(/Guilan|203|138001/)
  })

  test('is for staff of the place: volunteers, other grids and the public get 404 or the log-in', async () => {
    const code = await life.open()
    for (const who of ['ben', 'gus', 'zhao', 'eve', 'finn'] as const)
      expect((await app.as(who).get(`/wishes/${code}/candidates`)).status).toBe(404)
    expect((await app.anyone.get(`/wishes/${code}/candidates`)).status).toBe(303)
    await life.claim(code)
    expect((await app.as('ana').get(`/wishes/${code}/candidates`)).location).toBe(`/wishes/${code}`)
  })
})
