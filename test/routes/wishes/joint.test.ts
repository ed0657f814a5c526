import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { volunteers } from '#db/schema/tables.ts'
import { tick } from '#jobs/run-clock.ts'
import { living, milk } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { nameHours } from '#test/support/name-hours.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { waits, refusals } = zh
const { joint } = waits
const four = { quantity: '4', value: '100' }
const seqOf = async (code: string) => String((await life.stored(code)).seq)
const led = async (fields = { joint: 'yes' }) => {
  const code = await life.open(four)
  await life.claim(code, 'ben', fields)
  return code
}

describe('a claim that several share', () => {
  test('is asked for with a tick that a wish for a single item does not have', async () => {
    const one = await life.open({ quantity: '1' })
    expect((await app.as('ben').get(`/wishes/${one}`)).html).not.toContain('name="joint"')
    const code = await life.open(four)
    expect((await app.as('ben').get(`/wishes/${code}`)).html).toContain('name="joint"')
    await life.claim(code)
    expect((await life.stored(code)).isJoint).toBe(false)
    expect((await app.as('cleo').get(`/wishes/${code}`)).html).not.toContain('id="joint"')
  })

  test('is joined with a part: both see each other, only the lead sees the resident, the public only the number', async () => {
    const code = await led()
    const before = await app.as('cleo').get(`/wishes/${code}`)
    expect(before.words).toContain(joint.promise)
    expect(before.words).not.toContain('ben')
    expect((await app.as('cleo').get('/c/hongqi')).html).toContain(`href="/wishes/${code}#joint"`)
    expect((await app.anyone.get('/c/hongqi')).html).not.toContain('id="joints"')
    const fields = { quantity: '2', seq: await seqOf(code) }
    await life.move('cleo', code, 'join', fields)
    await life.move('cleo', code, 'join', fields)
    expect((await life.stored(code)).joiners).toEqual([{ personId: app.people.cleo.id, quantity: 2 }])

    const [cleo, ben, anyone] = [
      await app.as('cleo').get(`/wishes/${code}`),
      await app.as('ben').get(`/wishes/${code}`),
      await app.anyone.get(`/wishes/${code}`),
    ]
    expect(cleo.words).toContain('ben')
    expect(cleo.words).not.toContain('Li Guilan')
    expect(cleo.words).not.toContain('138 0013 8000')
    expect(ben.words).toContain('cleo')
    // One that ben brings in any case, two of cleo's, and one that is still needed: four.
    for (const page of [ben, cleo]) {
      expect(page.words).toContain(joint.brings('1 箱'))
      expect(page.words).toContain(joint.brings('2 箱'))
      expect(page.words).toContain(joint.leftToLead('1 箱'))
    }
    expect(anyone.words).toContain(joint.together(2))
    for (const name of ['cleo', 'ben']) expect(anyone.words).not.toContain(name)
    const mine = await app.as('cleo').get('/mine')
    expect(mine.words).toContain(joint.noVisit)
    expect(mine.words).toContain(zh.mine.lead(0, 2) + zh.mine.joined(1))
    expect(mine.words).toContain('ben')
    expect(mine.words).not.toContain('Li Guilan')
  })

  test('is the claimant’s to complete when no one else joined until the delivery', async () => {
    const code = await led()
    await life.move('cleo', code, 'join', { quantity: '2', seq: await seqOf(code) })
    await life.deliver(code)
    const { words } = await app.as('ben').get(`/wishes/${code}`)
    expect(words.split(joint.brings('2 箱'))).toHaveLength(3)
    expect(words).not.toContain(joint.leftToLead('1 箱'))
  })

  test('takes no more than is left, nothing from a stale page, and no one from elsewhere', async () => {
    const code = await led()
    const seq = await seqOf(code)
    for (const quantity of ['4', '0', 'two'])
      expect((await app.as('cleo').post(`/wishes/${code}/join`, { quantity })).words).toContain(
        refusals.sentence({ why: 'share-taken', left: 3 }),
      )
    await life.move('ben', code, 'schedule', { day: '2026-11-04', time: '11:00' })
    expect((await app.as('cleo').post(`/wishes/${code}/join`, { quantity: '1', seq })).status).toBe(409)
    expect((await app.as('zhao').post(`/wishes/${code}/join`, { quantity: '1' })).status).toBe(403)
    expect((await life.stored(code)).joiners).toEqual([])
  })

  test('can be left again, and is gone from one’s own page', async () => {
    const code = await led()
    await life.move('cleo', code, 'join', { quantity: '1' })
    await life.move('cleo', code, 'leave', { seq: await seqOf(code) })
    expect((await life.stored(code)).joiners).toEqual([])
    expect((await app.as('cleo').get('/mine')).html).not.toContain(code.concat('#joint'))
    expect((await app.as('cleo').post(`/wishes/${code}/leave`)).status).toBe(403)
  })

  test('for a Party branch needs one on the file, and then the public card names it', async () => {
    const none = await led({ joint: 'yes', branch: 'yes' } as { joint: string })
    expect((await life.stored(none)).forBranch).toBe(false)
    const { db } = app.services.store
    const name = db.update(volunteers).set({ branch: 'Branch 3' }).where(eq(volunteers.personId, app.people.ben.id))
    await app.services.store.commit([name])
    const code = await led({ joint: 'yes', branch: 'yes' } as { joint: string })
    expect((await app.anyone.get(`/wishes/${code}`)).words).toContain(zh.card.claimedBy('Branch 3'))
  })
})

test('an invitation is on the volunteer’s own page with its button until the wish is claimed', async () => {
  await nameHours(app.services, app.people.cleo.id, ['weekday'])
  const code = await life.claimed()
  await life.move('ben', code, 'release', { handover: 'the shop had none' })

  const { words, html } = await app.as('cleo').get('/mine')
  expect(words).toContain(waits.fits.lead)
  expect(html).toContain(`action="/wishes/${code}/claim"`)
  expect((await app.as('ben').get('/mine')).words).not.toContain(waits.fits.lead)
  await life.claim(code, 'cleo')
  expect((await app.as('cleo').get('/mine')).words).not.toContain(waits.fits.lead)
})

test('a reminder leads with one tap to the form that gives the wish back', async () => {
  const code = await life.claimed()
  app.at('2026-11-05T12:00:00+08:00')
  await tick(app.services)
  expect((await app.as('ben').get('/mine')).html).toContain(
    `<a href="/wishes/${code}?give-back#release">${waits.giveBack}`,
  )
})

test('a wish for every month comes back as a draft that is checked and posted without a reason', async () => {
  const code = await life.open({ every: 'month' })
  expect((await app.anyone.get(`/wishes/${code}`)).words).toContain(waits.every.tag)
  expect((await app.as('ana').get(`/wishes/${code}/edit`)).html).toMatch(/name="every" value="month" checked/)
  await life.claim(code)
  await life.deliver(code)
  await life.call(code, { reached: 'yes', received: 'yes' })
  app.at('2026-12-01T12:00:00+08:00')
  await tick(app.services)

  const [draft] = [...(await app.as('ana').get('/desk')).html.matchAll(/\/wishes\/([\d-]+)\/edit/g)].map(
    (one) => one[1],
  )
  const page = await app.as('ana').get(`/wishes/${draft}`)
  expect(page.words).toContain(waits.every.again)
  expect(page.html).toContain(`/wishes/${code}`)
  const version = String((await life.stored(draft ?? '')).seq)
  await life.move('ana', draft ?? '', 'edit', { ...milk, version, every: 'month' })
  expect(await life.stored(draft ?? '')).toMatchObject({ state: 'submitted', every: 'month' })
})

test('no slot lies in a week in which the household is visited twice already, and the page says so', async () => {
  for (const [item, day] of [
    ['kettle', '2026-11-03'],
    ['naan', '2026-11-04'],
  ] as const) {
    const code = await life.claimed(item === 'kettle' ? 'ben' : 'cleo', { item })
    await life.move(item === 'kettle' ? 'ben' : 'cleo', code, 'schedule', { day, time: '11:00' })
  }
  const code = await life.claimed('cleo')
  const { html } = await app.as('cleo').get(`/wishes/${code}`)
  const slots = [...html.matchAll(/name="slot" value="(\d+)"/g)].map(([, at]) => Number(at) * 1000)
  expect(slots.length).toBeGreaterThan(0)
  expect(Math.min(...slots)).toBeGreaterThan(Date.parse('2026-11-08T23:59:59+08:00'))
})
