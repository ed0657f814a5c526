import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, notifications } from '#db/schema/tables.ts'
import { hx, living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { refusals, moves } = zh
const taken = refusals.sentence({ why: 'taken' })
const eventsOf = async (code: string) =>
  (
    await app.services.store.db
      .select()
      .from(events)
      .where(eq(events.stream, (await life.stored(code)).id))
  ).map((event) => event.action)

describe('claiming', () => {
  test('signed out leads to log-in and back to the card', async () => {
    const code = await life.open()

    const answer = await app.anyone.post(`/wishes/${code}/claim`)

    expect([answer.status, answer.location]).toEqual([303, `/login?to=%2Fwishes%2F${code}`])
  })

  test('signed out by htmx sends the whole page to log-in, not a log-in form into the card', async () => {
    const code = await life.open()

    const answer = await app.anyone.post(`/wishes/${code}/claim`, { at: 'board' }, hx)

    expect([answer.status, answer.location]).toEqual([401, null])
    expect(answer.headers.get('hx-redirect')).toBe(`/login?to=%2Fwishes%2F${code}`)
    const staff = await app.anyone.post(`/wishes/${code}/code`, {}, hx)
    expect(staff.headers.get('hx-redirect')).toBe(`/login?to=%2Fwishes%2F${code}`)
  })

  test('without scripts leads to the wish, which then shows where to go', async () => {
    const code = await life.open()

    const answer = await app.as('ben').post(`/wishes/${code}/claim`)

    expect([answer.status, answer.location]).toEqual([303, `/wishes/${code}`])
    expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain('Li Guilan')
  })

  test('on the board the card alone comes back, with thanks and without the button', async () => {
    const code = await life.open()

    const { status, html, words } = await app.as('ben').post(`/wishes/${code}/claim`, { at: 'board' }, hx)

    expect(status).toBe(200)
    expect(html).toMatch(new RegExp(`^<article [^>]*id="wish-${code}"`))
    expect(words).toContain(moves.done.claimOnBoard)
    expect(html).toContain(`href="/wishes/${code}#contact"`)
    expect(html).not.toContain('<form')
    expect(html).not.toContain('Li Guilan')
  })

  test('on its page the wish alone comes back, with the contact', async () => {
    const code = await life.open()

    const { status, html, words } = await app.as('ben').post(`/wishes/${code}/claim`, {}, hx)

    expect(status).toBe(200)
    expect(html).toMatch(/^<div id="wish"/)
    expect(words).toContain(moves.done.claim)
    expect(words).toContain('Li Guilan')
  })

  test('who comes second gets the fresh card and a kind sentence, with and without scripts', async () => {
    const code = await life.claimed('ben')

    const card = await app.as('cleo').post(`/wishes/${code}/claim`, { at: 'board' }, hx)
    const page = await app.as('cleo').post(`/wishes/${code}/claim`)

    expect([card.status, page.status]).toEqual([409, 409])
    expect(card.html).toMatch(/^<article/)
    for (const answer of [card, page]) {
      expect(answer.words).toContain(taken)
      expect(answer.words).toContain(zh.words.state.claimed)
      expect(answer.html).not.toContain('Li Guilan')
    }
  })

  test('who comes second is offered the two most alike, each with its button, and it looks like no success', async () => {
    const lost = await life.claimed('ben')
    const near = [
      await life.open({ item: 'kettle' }),
      await life.open({ item: 'rice' }),
      await life.open({ item: 'naan' }),
    ]
    // Urgent and what cleo is good at, but no thing that is brought.
    const red = await life.open({ item: 'haircut', quantity: '1', urgency: 'red' })
    const same = await life.open()

    const card = await app.as('cleo').post(`/wishes/${lost}/claim`, { at: 'board' }, hx)
    const page = await app.as('cleo').post(`/wishes/${lost}/claim`)
    const inPlace = await app.as('cleo').post(`/wishes/${lost}/claim`, {}, hx)

    for (const answer of [card, page, inPlace]) {
      const offers = [...answer.html.matchAll(/<article[^>]*id="offer-([\d-]+)"[\s\S]*?<\/article>/g)]
      expect(offers).toHaveLength(2)
      // The same item first, then another of the category.
      expect(offers[0]?.[1]).toBe(same)
      expect(near).toContain(offers[1]?.[1])
      for (const [html, code = ''] of offers) {
        expect(code).not.toBe(red)
        expect(html).toContain(`action="/wishes/${code}/claim"`)
        expect(html).toContain(`hx-target="#offer-${code}"`)
      }
      expect(answer.words).toContain(moves.others(2))
      expect(answer.html).toMatch(/class="notice yellow" role="alert"/)
      expect(answer.html).not.toMatch(/class="notice green"/)
    }
    expect(card.html).toMatch(/^<article class="wish yellow"/)
    const won = await app.as('cleo').post(`/wishes/${same}/claim`, { at: 'offer' }, hx)
    expect([won.status, won.html.startsWith(`<article class="wish green" id="offer-${same}"`)]).toEqual([200, true])
    expect(won.html).toContain('class="notice green" role="status"')
  })

  test('a volunteer at the limit, or a wish that was not claimed, brings no offers', async () => {
    const lost = await life.claimed('ben')
    await life.claimed('cleo', { item: 'kettle' })
    await life.claimed('cleo', { item: 'rice' })
    await life.open({ item: 'naan' })

    const page = await app.as('cleo').post(`/wishes/${lost}/claim`)

    expect([page.status, page.html.includes('id="offer-')]).toEqual([409, false])
  })

  test('staff who enter a claim for a volunteer too late are offered what suits that volunteer', async () => {
    const lost = await life.claimed('ben')
    const other = await life.open({ item: 'kettle' })

    const page = await app.as('dora').post(`/wishes/${lost}/claim`, { volunteer: app.people.cleo.id, door: 'counter' })

    expect(page.status).toBe(409)
    expect(page.html).toContain(`id="offer-${other}"`)
  })

  test('the winner who presses twice gets the card again, and there is one event', async () => {
    const code = await life.claimed('ben')

    const again = await app.as('ben').post(`/wishes/${code}/claim`, { at: 'board' }, hx)
    const page = await app.as('ben').post(`/wishes/${code}/claim`)

    expect([again.status, page.status]).toEqual([200, 303])
    expect((await eventsOf(code)).filter((action) => action === 'claim')).toHaveLength(1)
  })

  test('the winner who presses twice at the same moment gets the card both times', async () => {
    const code = await life.open()
    const press = () => app.as('ben').post(`/wishes/${code}/claim`, { at: 'board' }, hx)

    const answers = await Promise.all([press(), press(), press()])

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await eventsOf(code)).filter((action) => action === 'claim')).toHaveLength(1)
  })

  test('the refusal at the limit names the rule and when a place becomes free', async () => {
    await life.claimed('ben')
    await life.claimed('ben')
    const code = await life.open()

    const answer = await app.as('ben').post(`/wishes/${code}/claim`)

    expect(answer.status).toBe(409)
    const frees = new Date('2026-11-05T23:59:59+08:00')
    expect(answer.words).toContain(refusals.sentence({ why: 'person-limit', limit: 2, frees }))
    await life.claim(code, 'dora', { volunteer: app.people.ben.id, extra: 'yes' })
  })

  test('a grid worker who is no volunteer cannot take a wish for herself', async () => {
    const code = await life.open()

    expect((await app.as('ana').post(`/wishes/${code}/claim`)).status).toBe(403)
    expect((await life.stored(code)).state).toBe('open')
  })
})

describe('a claim entered for a volunteer who phoned', () => {
  test('belongs to the volunteer, who is notified; the person who entered it cannot make the callback', async () => {
    const code = await life.open()

    await life.claim(code, 'ana', { volunteer: app.people.ben.id })

    expect(await life.stored(code)).toMatchObject({ claimantId: app.people.ben.id, enteredBy: app.people.ana.id })
    const told = await app.services.store.db
      .select()
      .from(notifications)
      .where(eq(notifications.personId, app.people.ben.id))
    expect(told.map((notice) => notice.kind)).toContain('claim')
    await life.deliver(code)
    expect((await app.as('ana').get(`/wishes/${code}/confirm`)).status).toBe(403)
  })

  test('needs a volunteer of this community', async () => {
    const code = await life.open()

    const nobody = await app.as('ana').post(`/wishes/${code}/claim`, { volunteer: '' })
    const stranger = await app.as('ana').post(`/wishes/${code}/claim`, { volunteer: app.people.wang.id })

    for (const answer of [nobody, stranger]) {
      expect(answer.status).toBe(422)
      expect(answer.words).toContain(moves.chooseVolunteer)
    }
  })

  test('is not taken for done when the same person enters it for another volunteer', async () => {
    const code = await life.open()
    await life.claim(code, 'ana', { volunteer: app.people.ben.id })

    const answer = await app.as('ana').post(`/wishes/${code}/claim`, { volunteer: app.people.cleo.id, door: 'counter' })

    expect(answer.status).toBe(409)
    expect(answer.words).toContain(taken)
  })

  test('is not for a volunteer to enter', async () => {
    const code = await life.open()
    expect(
      (await app.as('ben').post(`/wishes/${code}/claim`, { volunteer: app.people.cleo.id, door: 'counter' })).status,
    ).toBe(403)
  })
})
