import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { activateVolunteer } from '#actions/people/add-person.ts'
import { claims, events } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

const { record, letter } = zh.sheets
const november = '/reports/2026-11'
let app: TestApp
let life: ReturnType<typeof living>
/** Of the lead's unit, and of the other helper's. */
let hana: { readonly id: string }
let lily: { readonly id: string }

beforeEach(async () => {
  app = await testApp()
  life = living(app)
  const volunteer = async (name: string, phone: string, unit: string) => {
    const { dora } = app.people
    const { id } = await addToCast(app.services, dora, places.hongqi, { ...blankPerson, name, phone, unit })
    await activateVolunteer(app.services, dora, places.hongqi, id)
    return { id }
  }
  hana = await volunteer('hana', '13900000031', 'Water Works')
  lily = await volunteer('lily', '13900000032', 'School No. 3')
})

const join = async (code: string, who: 'cleo' | { readonly id: string }) => {
  const fields = { quantity: '1', seq: String((await life.stored(code)).seq) }
  const asking = typeof who === 'string' ? app.as(who) : app.as(who)
  expect((await asking.post(`/wishes/${code}/join`, fields)).status).toBe(303)
}

/** ben of the Water Works leads; hana of the Water Works, cleo and lily of the school bring a part. */
async function delivered(): Promise<string> {
  const code = await life.open({ quantity: '4', value: '100' })
  await life.claim(code, 'ben', { joint: 'yes' })
  for (const who of [hana, 'cleo', lily] as const) await join(code, who)
  await life.deliver(code)
  return code
}
const confirmed = async () => {
  const code = await delivered()
  await life.call(code, { reached: 'yes', received: 'yes', satisfaction: 'satisfied' })
  return code
}
const recordOf = async (who: 'ben' | 'cleo') => (await app.as(who).get('/mine/record')).words
const claimId = async () => (await app.services.store.db.select().from(claims))[0]?.id ?? ''

describe('the service record of a joiner', () => {
  test('has what was made together once it is delivered, and its result, but not whose wish it was', async () => {
    expect(await recordOf('cleo')).toContain(record.empty)
    const code = await delivered()
    expect(await recordOf('cleo')).toContain(record.waiting)
    await life.call(code, { reached: 'yes', received: 'yes', satisfaction: 'satisfied' })

    const page = await recordOf('cleo')
    expect(page).toContain('共送达 1 次，其中已由受助一方确认 1 次')
    expect(page).toContain(record.joinedOf(1))
    expect(page).toContain(`${zh.catalogue.categories.goods} · ${zh.catalogue.items.milk.name} · ${record.joined}`)
    expect(page).toContain(`${zh.words.satisfaction.satisfied} 1`)
    expect(page).not.toMatch(/Li Guilan|ben|13800138000/)
    expect(await recordOf('ben')).toContain('共送达 1 次')
    expect(await recordOf('ben')).not.toContain(` · ${record.joined}`)
  })

  test('has the joiner’s minutes next to the claimant’s, each as they report them', async () => {
    await confirmed()
    const claim = await claimId()
    for (const [who, minutes] of [
      ['cleo', '30'],
      ['ben', '90'],
      ['cleo', '60'],
    ] as const)
      expect((await app.as(who).post('/mine/record', { claim, minutes })).status).toBe(303)

    expect(await recordOf('cleo')).toContain('自报时间合计 1.0 小时')
    expect(await recordOf('ben')).toContain('自报时间合计 1.5 小时')
    const stated = await app.services.store.db.select().from(events).where(eq(events.action, 'hours-stated'))
    expect(stated.map(({ actorId, data }) => [actorId, data.minutes])).toEqual([
      [app.people.cleo.id, 30],
      [app.people.ben.id, 90],
      [app.people.cleo.id, 60],
    ])
  })

  test('does not have what they left before, nor can they state a time of it', async () => {
    const code = await life.open({ quantity: '4', value: '100' })
    await life.claim(code, 'ben', { joint: 'yes' })
    await join(code, 'cleo')
    app.at('2026-11-02T11:10:00+08:00')
    await life.move('cleo', code, 'leave', { seq: String((await life.stored(code)).seq) })
    app.at('2026-11-02T11:20:00+08:00')
    await life.deliver(code)

    expect(await recordOf('cleo')).toContain(record.empty)
    expect((await app.as('cleo').post('/mine/record', { claim: await claimId(), minutes: '30' })).status).toBe(404)
  })

  test('keeps what was opened again as what it was, and has no undone delivery', async () => {
    const code = await delivered()
    await life.move('ben', code, 'undo')
    expect(await recordOf('cleo')).toContain(record.empty)
    app.at('2026-11-02T11:20:00+08:00')
    await life.deliver(code)
    app.at('2026-11-02T13:20:00+08:00')
    await life.call(code, { reached: 'yes', received: 'no' })

    expect(await recordOf('cleo')).toContain(record.notReceived)
    expect(await recordOf('cleo')).toContain('其中已由受助一方确认 0 次')
  })

  test('is the same when the secretary prints it', async () => {
    await confirmed()
    const printed = await app.as('dora').post(`/people/${app.people.cleo.id}/record`)

    expect(printed.words).toContain(record.joinedOf(1))
  })
})

describe('the letter of a unit', () => {
  const lettersOf = async () => {
    const { html } = await app.as('dora').get(`${november}/units`)
    const found = [...html.matchAll(/<a href="([^"]*\/units\/(?!all)[^"]*)"/g)].map(([, href]) => href ?? '')
    return Promise.all(found.map(async (href) => (await app.as('dora').get(href)).words))
  }

  test('of those who joined has the delivery once, however many of them were in it, and no name', async () => {
    await confirmed()
    const [school, water] = await lettersOf()

    expect(school).toContain('School No. 3')
    expect(school).toContain('在职党员 2 人参加了微心愿志愿服务，上门送达 1 次（其中 1 次与其他志愿者合送）')
    expect(school).toContain(`${letter.led} 0`)
    expect(school).toContain(`${letter.joined} 1`)
    expect(school).toContain(`${zh.catalogue.items.milk.name} ${zh.catalogue.categories.goods} 1`)
    // The lead and a helper of one unit made one delivery together.
    expect(water).toContain('在职党员 2 人参加了微心愿志愿服务，上门送达 1 次。')
    expect(water).toContain(`${letter.led} 1`)
    expect(water).not.toContain(letter.joined)
    for (const told of [school, water]) expect(told).not.toMatch(/\b(ben|cleo|hana|lily)\b|Li Guilan/)
  })

  test('changes nothing in the month of the community, where it is one delivery of the lead’s unit', async () => {
    await confirmed()
    const { figures } = JSON.parse((await app.as('dora').get(`${november}/figures.json`)).html) as {
      figures: Record<string, number>
    }
    const units = Object.entries(figures).filter(([key]) => key.startsWith('deliveries@unit:'))

    expect([figures.deliveries, units.map(([, count]) => count)]).toEqual([1, [1]])
  })

  test('is not there for a unit whose member left before', async () => {
    const code = await life.open({ quantity: '4', value: '100' })
    await life.claim(code, 'ben', { joint: 'yes' })
    await join(code, 'cleo')
    app.at('2026-11-02T11:10:00+08:00')
    await life.move('cleo', code, 'leave', { seq: String((await life.stored(code)).seq) })
    app.at('2026-11-02T11:20:00+08:00')
    await life.deliver(code)

    expect(await lettersOf()).toHaveLength(1)
  })
})
