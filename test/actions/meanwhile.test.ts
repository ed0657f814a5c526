import { beforeEach, describe, expect, test } from 'vitest'
import { living, milk } from '#test/routes/site/living.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { ruleForm } from '#test/support/rule-form.ts'
import { eachStore } from '#test/support/stores.ts'
import { zh } from '#text/zh.ts'

const { meanwhile, words } = zh
type Fields = Readonly<Record<string, string>>

type Edit = {
  readonly name: string
  /** The address of the form, once what it edits is there. */
  readonly form: (app: TestApp) => Promise<string>
  readonly post?: (form: string) => string
  readonly fields: Fields
  /** What the first and the second change of the form as it was opened. */
  readonly first: Fields
  readonly second: Fields
  readonly who: readonly [first: Name, second: Name]
  /** What the second reads of the first, and that their own words are still there. */
  readonly said: readonly string[]
  readonly kept: string
}

const heating = {
  ...{ subject: 'utility', title: '暖气不热', keywords: '', answer: '打电话给供热公司。', office: '', phone: '' },
  ...{ documents: '', reviewedOn: '2026-11-01' },
}
const li = {
  ...{ name: 'Li Guilan', sex: 'female', ageBand: '80+', gridId: 'grid1', building: '1', unit: '', door: '203' },
  ...{ phone1: '13800000001', phone2: '', phone3: '', callFrom: '', callUntil: '' },
  ...{ relativeName: '', relativePhone: '', hearing: '' },
}

/** Every form that changes a record which others may change as well. docs/decisions lists those that only add. */
const edits: readonly Edit[] = [
  {
    name: 'a resident',
    form: async (app) => `/residents/${app.residents.li}/edit`,
    fields: li,
    first: { phone1: '13800000009' },
    second: { door: '204' },
    who: ['dora', 'ana'],
    said: [words.role.secretary, meanwhile.now('13800000009')],
    kept: 'value="204"',
  },
  {
    name: 'a wish',
    form: async (app) => `/wishes/${await living(app).post()}/edit`,
    fields: milk,
    first: { quantity: '3' },
    second: { quantity: '1', note: 'ring twice' },
    who: ['dora', 'ana'],
    said: [words.role.secretary, meanwhile.now('3')],
    kept: 'ring twice',
  },
  {
    name: 'an answer of the knowledge base',
    form: async (app) => {
      const key = (await app.as('ana').get('/knowledge/new')).hidden('key')
      return `${(await app.as('ana').post('/knowledge/new', { ...heating, key })).location}/edit`
    },
    fields: heating,
    first: { phone: '8812345' },
    second: { title: '地暖不热' },
    who: ['ana', 'dora'],
    said: [words.role.gridWorker, meanwhile.now('8812345')],
    kept: 'value="地暖不热"',
  },
  {
    name: 'the rules',
    form: async () => '/rules/change',
    fields: { ...ruleForm, reason: '冬天路滑' },
    first: { blue: '9', fromDay: '2026-12-01' },
    second: { red: '2', fromDay: '2026-12-15' },
    who: ['dora', 'dora'],
    said: [meanwhile.self, meanwhile.now('9')],
    kept: 'value="2026-12-15"',
  },
  {
    name: 'the office hours',
    form: async () => '/calendar/edit',
    post: () => '/calendar/edit/hours',
    fields: {},
    first: { opens: '09:00', closes: '18:30' },
    second: { opens: '10:00', closes: '17:00' },
    who: ['dora', 'dora'],
    said: [meanwhile.self, meanwhile.now('09:00')],
    kept: 'value="17:00"',
  },
]

eachStore((open) => {
  describe.each(edits)('$name', ({ form, post, fields, first, second, who, said, kept }) => {
    let app: TestApp
    let path: string
    let to: string
    beforeEach(async () => {
      app = await testApp({ store: await open() })
      path = await form(app)
      to = post?.(path) ?? path
    })

    const opened = async (name: Name) => {
      const page = await app.as(name).get(path)
      expect(page.status).toBe(200)
      return { version: page.hidden('version'), key: page.hidden('key') }
    }
    const save = (name: Name, hidden: Fields, typed: Fields): Promise<Answer> =>
      app.as(name).post(to, { ...fields, ...hidden, ...typed })

    test('does not overwrite what another person saved in the meantime, and nothing of either is lost', async () => {
      const [mine, theirs] = [await opened(who[0]), await opened(who[1])]
      expect((await save(who[0], mine, first)).status).toBe(303)

      const late = await save(who[1], theirs, second)

      expect(late.status).toBe(409)
      expect(late.words).toContain(meanwhile.title)
      for (const sentence of said) expect(late.words).toContain(sentence)
      expect(late.html).toContain(kept)
      const hidden = { version: late.hidden('version'), key: late.hidden('key') }
      expect((await save(who[1], hidden, second)).status).toBe(303)
    })

    test('if two people save at the same moment, the second is informed', async () => {
      const [mine, theirs] = [await opened(who[0]), await opened(who[1])]

      const answers = await Promise.all([save(who[0], mine, first), save(who[1], theirs, second)])

      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    })

    test('may be pressed twice by one person', async () => {
      const hidden = await opened(who[0])

      const answers = await Promise.all([save(who[0], hidden, first), save(who[0], hidden, first)])

      expect(answers.map(({ status }) => status)).toEqual([303, 303])
    })

    test('without a version is no form of this site', async () => {
      const { key } = await opened(who[0])

      expect((await save(who[0], { key }, first)).status).toBe(400)
    })
  })
})
