import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { claims, events, notes, views } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const yes = { reached: 'yes', speaker: 'resident', received: 'yes', satisfaction: 'very-satisfied', words: '' }
const send = (code: string, fields: Record<string, string>, who: 'ana' | 'dora' | 'gus' | 'zhao' | 'ben' = 'ana') =>
  app.as(who).post(`/wishes/${code}/confirm`, fields)
const actionsOf = async (code: string) => {
  const { id } = await life.stored(code)
  const rows = await app.services.store.db.select().from(events).where(eq(events.stream, id))
  return rows.map(({ action }) => action)
}

describe('the call-back page', () => {
  test('shows whom to call and under whose eyes, and writes down that it was opened', async () => {
    const code = await life.delivered()
    const { status, words, html } = await app.as('ana').get(`/wishes/${code}/confirm`)
    expect(status).toBe(200)
    for (const word of ['Li Guilan', '138 0013 8000', '10:00–12:30']) expect(words).toContain(word)
    expect(html).toMatch(/data-text="ana [^"]*11:00/)
    const looks = await app.services.store.db.select().from(views)
    expect(looks).toMatchObject([{ viewerId: app.people.ana.id, page: 'call', residentId: app.residents.li }])
  })

  test('is only for who works there and had no part in it', async () => {
    const code = await life.open()
    await life.claim(code, 'ana', { volunteer: app.people.ben.id })
    await life.deliver(code)
    const statuses = async (who: 'ana' | 'dora' | 'gus' | 'zhao' | 'ben' | 'eve') =>
      (await app.as(who).get(`/wishes/${code}/confirm`)).status
    expect([await statuses('ana'), await statuses('dora'), await statuses('gus')]).toEqual([403, 200, 404])
    expect([await statuses('zhao'), await statuses('ben'), await statuses('eve')]).toEqual([404, 404, 404])
    expect((await app.anyone.get(`/wishes/${code}/confirm`)).location).toContain('/login?to=')
  })

  test('opens only where something was delivered', async () => {
    const code = await life.claimed()
    expect((await app.as('dora').get(`/wishes/${code}/confirm`)).status).toBe(404)
  })

  test('is refused to a person who has seen the receipt code', async () => {
    const code = await life.claimed()
    const shown = await app.as('dora').post(`/wishes/${code}/code`)
    await life.deliver(code)

    expect(shown.words).toContain(await life.codeOf(code))
    const looks = await app.services.store.db.select().from(views).where(eq(views.page, 'code'))
    expect(looks).toMatchObject([{ viewerId: app.people.dora.id, round: '1' }])
    expect((await app.as('dora').get(`/wishes/${code}/confirm`)).status).toBe(403)
    expect((await send(code, yes, 'dora')).status).toBe(403)
    expect((await app.as('ana').get(`/wishes/${code}/confirm`)).status).toBe(200)
  })
})

describe('the receipt code', () => {
  test('is shown only to those who work there, and only while a volunteer is on the way', async () => {
    const code = await life.claimed()
    const right = await life.codeOf(code)
    for (const who of ['ben', 'cleo', 'gus', 'zhao', 'eve'] as const) {
      const answer = await app.as(who).post(`/wishes/${code}/code`)
      expect([who, answer.status, answer.html.includes(right)]).toEqual([who, 404, false])
    }
    expect((await app.as('ana').get(`/wishes/${code}`)).html).not.toContain(right)
    await life.deliver(code)
    const late = await app.as('ana').post(`/wishes/${code}/code`)
    expect([late.status, late.words.includes(zh.refusals.sentence({ why: 'overtaken' }))]).toEqual([409, true])
  })

  test('is another one in the next round', async () => {
    const code = await life.claimed()
    const first = await life.codeOf(code)
    await life.move('ben', code, 'release', { handover: 'ill' })
    await life.claim(code, 'cleo')
    const answer = await app.as('cleo').post(`/wishes/${code}/deliver`, { code: first })
    expect([answer.status, first === (await life.codeOf(code))]).toEqual([422, false])
  })
})

describe('what they said', () => {
  test('received and satisfied fulfils the wish, with the words as its note', async () => {
    const code = await life.delivered()
    const answer = await send(code, { ...yes, words: 'the milk was good' })
    expect([answer.status, answer.location]).toEqual([303, `/callbacks?c=hongqi&done=confirm&of=${code}`])
    expect(await life.stored(code)).toMatchObject({
      state: 'fulfilled',
      confirmedHow: 'call',
      satisfaction: yes.satisfaction,
    })
    const kept = await app.services.store.db.select().from(notes).where(eq(notes.kind, 'words'))
    expect(kept.map(({ text }) => text)).toEqual(['the milk was good'])
    expect((await app.anyone.get(`/wishes/${code}`)).html).not.toContain('the milk was good')
  })

  test.each([
    ['nothing came', { received: 'no' }, 'not-received'],
    ['a part came', { received: 'partly' }, 'partly-received'],
    ['it came and does not please', { received: 'yes', satisfaction: 'dissatisfied' }, 'dissatisfied'],
    ['it came and does not please at all', { received: 'yes', satisfaction: 'very-dissatisfied' }, 'dissatisfied'],
  ] as const)('%s: the wish reopens for another claimant', async (_name, fields, reason) => {
    const code = await life.delivered()
    await life.call(code, { ...yes, ...fields })
    expect(await life.stored(code)).toMatchObject({ state: 'open', reopened: 1, barredId: app.people.ben.id })
    const [event] = (await app.services.store.db.select().from(events)).slice(-1)
    expect(event?.data.reason).toBe(reason)
    expect((await app.as('ben').post(`/wishes/${code}/claim`)).status).toBe(403)
    await life.claim(code, 'cleo')
  })

  test('no one answered: a try is counted, never a satisfaction, and pressed twice it is one try', async () => {
    const code = await life.delivered()
    const form = await app.as('ana').get(`/wishes/${code}/confirm`)
    const fields = { ...yes, reached: 'no-answer', seq: form.hidden('seq') }

    const answers = await Promise.all([send(code, fields), send(code, fields)])
    await send(code, fields)

    expect(answers.map(({ location }) => location)).toContain(`/callbacks?c=hongqi&done=try&of=${code}`)
    const [claim] = await app.services.store.db.select().from(claims)
    expect(claim).toMatchObject({ tries: 1, calledAt: null, satisfaction: null })
    expect((await life.stored(code)).state).toBe('delivered')
    expect((await app.as('dora').get(`/wishes/${code}/confirm`)).words).toContain(zh.moves.call.tried(1))
  })

  test('a call that another person recorded first is not overwritten', async () => {
    const code = await life.delivered()
    const [ana, dora] = [
      await app.as('ana').get(`/wishes/${code}/confirm`),
      await app.as('dora').get(`/wishes/${code}/confirm`),
    ]
    await send(code, { ...yes, seq: ana.hidden('seq') })

    const late = await send(code, { ...yes, received: 'no', seq: dora.hidden('seq') }, 'dora')

    expect(late.status).toBe(409)
    expect(late.words).toContain(zh.refusals.sentence({ why: 'overtaken' }))
    expect(await actionsOf(code)).toEqual(['post', 'publish', 'claim', 'deliver', 'confirm'])
  })

  test('confirmed twice by the same hand is one event', async () => {
    const code = await life.delivered()
    const seq = (await app.as('ana').get(`/wishes/${code}/confirm`)).hidden('seq')
    await send(code, { ...yes, seq })
    expect((await send(code, { ...yes, seq })).location).toBe(`/callbacks?c=hongqi&done=already&of=${code}`)
    expect(await actionsOf(code)).toEqual(['post', 'publish', 'claim', 'deliver', 'confirm'])
  })

  test('after a receipt code the call adds the satisfaction, or opens the wish again', async () => {
    const code = await life.claimed()
    await life.deliver(code, 'ben', { code: await life.codeOf(code) })
    await life.call(code, { ...yes, satisfaction: 'rather-satisfied' })
    expect(await life.stored(code)).toMatchObject({
      state: 'fulfilled',
      confirmedHow: 'code',
      satisfaction: 'rather-satisfied',
    })
    await life.call(code, { ...yes, received: 'no' }, 'dora')
    expect(await life.stored(code)).toMatchObject({ state: 'open', confirmedHow: null, satisfaction: null })
  })

  test('a question without an answer keeps the rest as it was typed', async () => {
    const code = await life.delivered()
    const [nothing, half] = [await send(code, { words: 'hm' }), await send(code, { reached: 'yes', words: 'hm' })]
    const long = await send(code, { ...yes, words: 'and so on '.repeat(60) })
    expect([nothing.status, half.status, long.status]).toEqual([422, 422, 422])
    expect(nothing.words).toContain(zh.moves.chooseReached)
    expect(half.words).toContain(zh.moves.call.needAnswer)
    expect(half.html).toContain('>hm</textarea>')
    expect(long.words).toContain(zh.faults['too-long'])
    expect((await life.stored(code)).state).toBe('delivered')
  })

  test('is not for the claimant, nor for people of elsewhere, to write down', async () => {
    const code = await life.delivered()
    const sent = [await send(code, yes, 'ben'), await send(code, yes, 'zhao'), await send(code, yes, 'gus')]
    expect(sent.map(({ status }) => status)).toEqual([403, 403, 403])
    expect((await app.as('ben').post(`/wishes/${code}/reopen`, yes)).status).toBe(404)
    expect((await life.stored(code)).state).toBe('delivered')
  })
})
