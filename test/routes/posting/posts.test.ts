import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, notes, wishes } from '#db/schema/tables.ts'
import { living, milk } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const key = '0123456789abcdef01234567'
const send = (fields: Record<string, string>, who: 'ana' | 'dora' | 'gus' | 'wang' = 'ana') =>
  app.as(who).post('/wishes/new', { ...milk, resident: app.residents.li, key, ...fields })
const all = () => app.services.store.db.select().from(wishes)

describe('posting', () => {
  test('begins with whose wish it is, among the residents of one’s own places', async () => {
    const [ana, dora, wang] = await Promise.all(
      (['ana', 'dora', 'wang'] as const).map(async (who) => (await app.as(who).get('/wishes/new')).words),
    )
    expect([ana?.includes('Li Guilan'), ana?.includes('Ma Xiulan'), ana?.includes('Sun Yulan')]).toEqual([
      ...[true, false, false],
    ])
    expect([dora?.includes('Li Guilan'), dora?.includes('Ma Xiulan')]).toEqual([true, true])
    expect([wang?.includes('Li Guilan'), wang?.includes('Sun Yulan')]).toEqual([false, true])
  })

  test('for a resident of another place is 404, whether one looks or sends', async () => {
    expect((await app.as('gus').get(`/wishes/new?resident=${app.residents.li}`)).status).toBe(404)
    expect((await send({}, 'gus')).status).toBe(404)
    expect((await send({}, 'wang')).status).toBe(404)
    expect(await all()).toEqual([])
  })

  test('takes the usual price where no value is typed, and leads to the wish', async () => {
    const answer = await send({})
    const [wish] = await all()
    expect([answer.status, answer.location]).toEqual([303, `/wishes/${wish?.code}`])
    expect(wish).toMatchObject({ state: 'submitted', itemId: 'milk', quantity: 2, valueFen: 12_000, gridId: 'grid1' })
  })

  test('says what happens next to the poster alone, and offers the next posting for the same resident', async () => {
    const to = (await send({})).location ?? ''
    const own = await app.as('ana').get(to)
    expect(own.words).toContain(zh.moves.posted.next('11月3日（周二）', '18:30'))
    expect(own.html).toContain(`href="/wishes/new?resident=${app.residents.li}"`)
    expect((await app.as('dora').get(to)).words).not.toContain(zh.moves.posted.title)
  })

  test('twice with the same key and the same words is one wish, also at the same moment', async () => {
    const answers = [...(await Promise.all([send({}), send({})])), await send({})]
    const [wish, ...others] = await all()
    expect(others).toEqual([])
    expect(answers.map(({ location }) => location)).toEqual(answers.map(() => `/wishes/${wish?.code}`))
  })

  test('the same key with other words is refused', async () => {
    await send({})
    const answer = await send({ item: 'rice' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.form.keyReused)
    expect(await all()).toHaveLength(1)
  })

  test('the same item within 60 days asks for a reason, returns the form as typed, and is accepted with one', async () => {
    const first = await life.post({ repeat: '' })
    const on = app.services.now()

    const asked = await send({ specification: '250 ml' })
    const taken = await send({ specification: '250 ml', repeat: 'the first is used up' })

    expect(asked.status).toBe(422)
    expect(asked.words).toContain(zh.refusals.sentence({ why: 'repeat', code: first, on, days: 60 }))
    expect(asked.html).toMatch(/<textarea[^>]*name="repeat"/)
    expect(asked.html).toContain('value="250 ml"')
    expect(taken.status).toBe(303)
    app.at('2027-01-05T11:00:00+08:00')
    expect((await send({ key: `${key.slice(1)}f` })).status).toBe(303)
  })

  test.each([
    ['quantity', '0'],
    ['quantity', '100'],
    ['quantity', '1.5'],
    ['quantity', '-2'],
    ['quantity', 'two'],
    ['quantity', '1e1'],
    ['value', '-5'],
    ['value', '10001'],
    ['value', 'dear'],
    ['value', '0x10'],
  ] as const)('%s may not be %s: the sentence is at the field, the rest stays as typed', async (field, typed) => {
    const answer = await send({ [field]: typed, specification: '250 ml', note: 'ring twice' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.faults[field])
    expect(answer.html).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"`))
    expect(answer.html).toContain(`href="#${field}"`)
    expect(answer.html).toContain('value="250 ml"')
    expect(answer.html).toContain('>ring twice</textarea>')
    expect(await all()).toEqual([])
  })

  test('digits of any width, commas and blanks are read as they are meant', async () => {
    await send({ quantity: ' ３ ', value: '1，200.5', odd: 'as agreed' })
    expect(await all()).toMatchObject([{ quantity: 3, valueFen: 120_050 }])
    await send({ item: 'rice', value: '  ', key: `${key.slice(1)}e` })
    expect((await all())[1]?.valueFen).toBeGreaterThan(0)
  })

  test.each([
    ['nothing chosen', { item: '' }, 'choose'],
    ['a thing the catalogue does not have', { item: 'gold' }, 'choose'],
    ['a free wish without a word', { item: 'other', words: ' ' }, 'required'],
    ['too many words', { item: 'other', words: 'lamp '.repeat(40) }, 'too-long'],
    ['too long a note', { note: 'and '.repeat(100) }, 'too-long'],
    ['no urgency', { urgency: 'purple' }, 'choose'],
  ] as const)('%s is refused with a sentence', async (_name, fields, fault) => {
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(zh.faults[fault])
  })

  test('what is refused is refused in the reader’s language', async () => {
    const typed = { ...milk, quantity: '0', resident: app.residents.li, key }
    const answer = await app.as('ana').post('/wishes/new', typed, { cookie: 'lang=en' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(en.faults.quantity)
  })

  test('control characters and broken halves of letters never reach the database', async () => {
    await send({ specification: 'a\u0002b\ufffe\ud83c', note: 'ring\u0000 twice\r\nplease' })
    const [wish] = await all()
    const form = await app.as('ana').get(`/wishes/${wish?.code}/edit`)
    expect(form.html).toContain('name="specification" value="ab')
    const [note] = await app.services.store.db.select().from(notes)
    expect(note?.text).toBe('ring twice\nplease')
  })
})

test('a form that was sent under a used key comes back with another, and can be sent', async () => {
  const form = await app.as('ana').get('/wishes/new')
  const key = form.hidden('key')
  const typed = { ...milk, resident: app.residents.li, key }
  expect((await app.as('ana').post('/wishes/new', typed)).status).toBe(303)

  const changed = { ...typed, item: 'rice', value: '50' }
  const refused = await app.as('ana').post('/wishes/new', changed)

  expect([refused.status, refused.words.includes(zh.form.keyReused)]).toEqual([422, true])
  expect(refused.hidden('key')).toMatch(/^[0-9a-f]{24}$/)
  expect(refused.hidden('key')).not.toBe(key)
  expect((await app.as('ana').post('/wishes/new', { ...changed, key: refused.hidden('key') })).status).toBe(303)
})

describe('amending', () => {
  const amend = async (code: string, fields: Record<string, string>, who: 'ana' | 'gus' | 'dora' = 'ana') => {
    const version = String((await life.stored(code)).seq)
    return app.as(who).post(`/wishes/${code}/edit`, { ...milk, version, ...fields })
  }
  const lastEvent = async () => (await app.services.store.db.select().from(events)).at(-1)

  test('names the fields in the event and never the words', async () => {
    const code = await life.post()
    await amend(code, { quantity: '3', specification: 'low fat', note: 'ring twice', repeat: 'as agreed' })
    const event = await lastEvent()
    expect(event).toMatchObject({ action: 'amend', state: 'submitted' })
    expect(event?.data.fields).toEqual(['quantity', 'valueFen', 'specification', 'note'])
    expect(JSON.stringify(event)).not.toMatch(/low fat|ring twice/)
    expect((await life.stored(code)).quantity).toBe(3)
  })

  test('an open wish keeps its item, and its words stay those of the public title', async () => {
    const code = await life.open()
    await amend(code, { item: 'rice', quantity: '1', urgency: 'red' })
    expect(await life.stored(code)).toMatchObject({
      itemId: 'milk',
      quantity: 1,
      urgency: 'red',
      rank: 0,
      state: 'open',
    })
    const form = await app.as('ana').get(`/wishes/${code}/edit`)
    expect(form.html).not.toContain('value="rice"')
  })

  test('a note for the claimer can be changed and taken away again', async () => {
    const code = await life.post({ note: 'ring twice' })
    await amend(code, { note: 'knock loudly' })
    expect((await app.as('ana').get(`/wishes/${code}`)).words).toContain('knock loudly')
    await amend(code, { note: '' })
    expect((await app.as('ana').get(`/wishes/${code}`)).words).not.toContain('knock loudly')
    expect((await app.as('ana').get(`/wishes/${code}/edit`)).html).not.toContain('knock loudly')
  })

  test('what is refused after an earlier amendment is refused, not taken for done', async () => {
    await life.post({ item: 'rice' })
    const code = await life.post()
    await amend(code, { quantity: '3' })
    const answer = await amend(code, { item: 'rice' })
    expect(answer.status).toBe(422)
    expect((await life.stored(code)).itemId).toBe('milk')
  })

  test('is over once the wish has been claimed', async () => {
    const code = await life.claimed()
    const [look, send] = [await app.as('ana').get(`/wishes/${code}/edit`), await amend(code, { quantity: '9' })]
    expect([look.status, send.status]).toEqual([409, 409])
    expect((await life.stored(code)).quantity).toBe(2)
  })

  test('is for the people of the place', async () => {
    const code = await life.open()
    expect((await app.as('gus').get(`/wishes/${code}/edit`)).status).toBe(404)
    expect((await amend(code, {}, 'gus')).status).toBe(404)
    expect((await app.as('ben').get(`/wishes/${code}/edit`)).status).toBe(404)
    expect((await app.anyone.get(`/wishes/${code}/edit`)).location).toContain('/login?to=')
  })

  test('events contain only the hash of a wish’s notes', async () => {
    const code = await life.post({ note: 'ring twice' })
    const { id } = await life.stored(code)
    const [event] = await app.services.store.db.select().from(events).where(eq(events.stream, id))
    expect(Object.keys((event?.data.notes ?? {}) as object)).toEqual(['claimer', 'repeat'])
  })
})
