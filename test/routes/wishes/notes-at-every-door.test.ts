import { beforeEach, describe, expect, test } from 'vitest'
import { notes, wishDetails } from '#db/schema/tables.ts'
import { needFor } from '#domain/wish/notes/note-words.ts'
import { noteKinds } from '#domain/wish/wish-events.ts'
import { tick } from '#jobs/run-clock.ts'
import { living, milk } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

type Fields = Readonly<Record<string, string>>
type Door = {
  readonly kind: (typeof noteKinds)[number] | 'wish' | 'specification'
  readonly name: string
  readonly who: Name
  /** The field of the form that takes the words. */
  readonly field: string
  /** Brings a wish so far; gives the address and the rest of the form. */
  readonly open: () => Promise<readonly [path: string, rest: Fields]>
}

const key = '0123456789abcdef01234567'
const door = '/wishes/new'
const posting = (more: Fields = {}) => ({ ...milk, resident: app.residents.li, key, ...more })
const other = { item: 'other', words: '一袋盐', category: 'goods', measure: 'piece', quantity: '1' }

const doors: readonly Door[] = [
  { kind: 'claimer', name: 'posting', who: 'ana', field: 'note', open: async () => [door, posting()] },
  { kind: 'wish', name: 'posting', who: 'ana', field: 'words', open: async () => [door, posting(other)] },
  { kind: 'specification', name: 'posting', who: 'ana', field: 'specification', open: async () => [door, posting()] },
  {
    ...{ kind: 'office', name: 'posting and referring', who: 'ana', field: 'referNote' },
    open: async () => [door, posting({ refer: 'policy' })],
  },
  {
    ...{ kind: 'repeat', name: 'posting again', who: 'ana', field: 'repeat' },
    open: async () => {
      await life.post()
      return [door, posting()]
    },
  },
  {
    ...{ kind: 'odd', name: 'posting', who: 'ana', field: 'odd' },
    open: async () => [door, posting({ item: 'nail-clippers', quantity: '5' })],
  },
  {
    ...{ kind: 'odd', name: 'amending', who: 'ana', field: 'odd' },
    open: async () => {
      const code = await life.post()
      const version = (await app.as('ana').get(`/wishes/${code}/edit`)).hidden('version')
      return [`/wishes/${code}/edit`, { ...milk, quantity: '50', version }]
    },
  },
  {
    ...{ kind: 'odd', name: 'publishing', who: 'dora', field: 'odd' },
    open: async () => [`/wishes/${await life.post(other)}/publish`, { publicText: '盐50袋' }],
  },
  {
    ...{ kind: 'claimer', name: 'amending', who: 'ana', field: 'note' },
    open: async () => {
      const code = await life.post()
      const version = (await app.as('ana').get(`/wishes/${code}/edit`)).hidden('version')
      return [`/wishes/${code}/edit`, { ...milk, version }]
    },
  },
  {
    ...{ kind: 'reason', name: 'returning', who: 'dora', field: 'reason' },
    open: async () => [`/wishes/${await life.post()}/return`, {}],
  },
  {
    ...{ kind: 'reason', name: 'withdrawing', who: 'dora', field: 'note' },
    open: async () => [`/wishes/${await life.open()}/withdraw`, { reason: 'met-otherwise' }],
  },
  {
    ...{ kind: 'handover', name: 'giving back', who: 'ben', field: 'handover' },
    open: async () => [`/wishes/${await life.claimed()}/release`, {}],
  },
  {
    ...{ kind: 'handover', name: 'leaving', who: 'ben', field: 'handover' },
    open: async () => {
      await life.claimed()
      return ['/mine/leave', {}]
    },
  },
  {
    ...{ kind: 'delivery', name: 'delivering', who: 'ben', field: 'note' },
    open: async () => [`/wishes/${await life.claimed()}/deliver`, {}],
  },
  {
    ...{ kind: 'office', name: 'referring', who: 'ana', field: 'note' },
    open: async () => [`/wishes/${await life.open()}/refer`, { reason: 'policy' }],
  },
  {
    ...{ kind: 'office', name: 'following a referral', who: 'ana', field: 'office' },
    open: async () => {
      const code = await life.open()
      await life.move('ana', code, 'refer', { reason: 'policy' })
      return [`/wishes/${code}/answer`, { outcome: 'asked' }]
    },
  },
  {
    ...{ kind: 'answer', name: 'answering for everyone', who: 'ana', field: 'answer' },
    open: async () => {
      const code = await life.open()
      await life.move('ana', code, 'refer', { reason: 'policy' })
      return [`/wishes/${code}/answer`, { outcome: 'phone', office: '已答复' }]
    },
  },
  {
    ...{ kind: 'street', name: 'answering for the street', who: 'eve', field: 'note' },
    open: async () => {
      const code = await life.open()
      for (const day of ['2026-11-05', '2026-11-11', '2026-11-20', '2026-11-24']) {
        app.at(`${day}T12:00:00+08:00`)
        await tick(app.services)
      }
      return [`/wishes/${code}/advise`, {}]
    },
  },
  {
    ...{ kind: 'words', name: 'calling back', who: 'ana', field: 'words' },
    open: async () => [`/wishes/${await life.delivered()}/confirm`, { reached: 'yes', received: 'yes' }],
  },
  {
    ...{ kind: 'office', name: 'answering at once', who: 'ana', field: 'office' },
    open: async () => ['/answers/new', { key, source: 'visit', words: '问路', resident: app.residents.li }],
  },
  {
    ...{ kind: 'words', name: 'answering at once', who: 'ana', field: 'words' },
    open: async () => ['/answers/new', { key, source: 'visit', office: '已答复', resident: app.residents.li }],
  },
]

const said = '老人耳背，敲门响一点'
async function stored(): Promise<string> {
  const { db } = app.services.store
  return JSON.stringify([await db.select().from(notes), await db.select().from(wishDetails)])
}

test('every kind of text has a door below', () => {
  const known = doors.map(({ kind }) => kind)
  expect(Object.keys(needFor).filter((kind) => !known.includes(kind as Door['kind']))).toEqual([])
  expect(noteKinds.filter((kind) => !known.includes(kind))).toEqual([])
})

describe.each(doors)('$kind, $name', ({ kind, who, field, open }) => {
  test('the form comes back as typed, says which word, and nothing is stored', async () => {
    const [path, rest] = await open()
    const answer = await app.as(who).post(path, { ...rest, [field]: said })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(said)
    expect(answer.words).toContain('「耳背」像是病情。')
    expect(await stored()).not.toContain('耳背')
    const mayConfirm = needFor[kind] === 'sometimes'
    expect(/name="needed"[^>]*value="耳背"/.test(answer.html)).toBe(mayConfirm)
    if (mayConfirm) expect(answer.words).toContain(zh.form.needed.label(['耳背']))
  })

  test('a tick that names the word lets it pass where the work may need it, and nowhere else', async () => {
    const [path, rest] = await open()
    const answer = await app.as(who).post(path, { ...rest, [field]: said, needed: '耳背' })
    expect(answer.status).toBe(needFor[kind] === 'sometimes' ? 303 : 422)
    expect((await stored()).includes('耳背')).toBe(needFor[kind] === 'sometimes')
  })

  test('a tick for one word is none for another', async () => {
    const [path, rest] = await open()
    const answer = await app.as(who).post(path, { ...rest, [field]: `${said}，低保户`, needed: '耳背' })
    expect(answer.status).toBe(422)
    expect(await stored()).not.toContain('低保')
  })
})

test('a form from a phone’s outbox is refused like any other, with the sentence at the field', async () => {
  const kept = posting({ note: said, unseen: '1', typedAt: '1793500000' })
  const answer = await app.as('ana').post(door, kept, { 'x-from-phone': '1' })
  expect(answer.status).toBe(422)
  expect(answer.html).toMatch(/href="#note"/)
  expect(await stored()).not.toContain('耳背')
})

test('a question without a name is about no person', async () => {
  const asked = { key, source: 'visit', words: '问低保怎么办', office: '到窗口办' }
  expect((await app.as('ana').post('/answers/new', asked)).status).toBe(303)
})

test('an amendment that leaves a confirmed note as it is does not ask again', async () => {
  const code = await life.post({ note: said, needed: '耳背' })
  const form = await app.as('ana').get(`/wishes/${code}/edit`)
  const again = { ...milk, note: said, quantity: '3', version: form.hidden('version') }
  expect((await app.as('ana').post(`/wishes/${code}/edit`, again)).status).toBe(303)
})
