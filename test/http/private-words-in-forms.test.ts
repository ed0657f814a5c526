import { beforeEach, describe, expect, test } from 'vitest'
import { registrationOf } from '#db/people/registration-rows.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { ruleForm } from '#test/support/rule-form.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

type Fields = Readonly<Record<string, string>>
type Form = {
  readonly name: string
  readonly who: Name
  readonly field: string
  /** The address of the form as it is sent, and the rest of it. */
  readonly open: () => Promise<readonly [path: string, rest: Fields]>
}

const key = '0123456789abcdef01234567'
const entry = {
  ...{ subject: 'home', title: '暖气不热怎么办', keywords: '暖气', answer: '打供热电话', office: '', phone: '' },
  ...{ documents: '', reviewedOn: '2026-11-01' },
}
const activity = { key, item: 'kettle', category: '', title: '烧水壶安全课', day: '2026-11-20', note: '' }
const closure = {
  key,
  layer: 'community',
  from: '2026-11-04',
  until: '',
  kind: 'rest',
  name: '停水',
  title: '',
  do: 'save',
}
const ruleChange = async (): Promise<readonly [string, Fields]> => {
  const version = (await app.as('dora').get('/rules/change')).hidden('version')
  return ['/rules/change', { ...ruleForm, repeatDays: '61', fromDay: '2026-12-01', reason: '冬天路滑', key, version }]
}
const written =
  (rest: Fields): Form['open'] =>
  async () => ['/knowledge/new', { ...entry, key, ...rest }]

const forms: readonly Form[] = [
  ...['title', 'keywords', 'answer', 'office', 'documents'].map((field) => ({
    ...{ name: `an answer for everybody, ${field}`, who: 'ana' as const, field, open: written({}) },
  })),
  {
    ...{ name: 'an answer that is changed', who: 'ana', field: 'answer' },
    open: async () => {
      const { location } = await app.as('ana').post('/knowledge/new', { ...entry, key })
      return [`${location}/edit`, { ...entry, version: '1' }]
    },
  },
  ...['title', 'note'].map((field) => ({
    ...{ name: `an activity, ${field}`, who: 'dora' as const, field },
    open: async () => ['/reports/2026-11/activities', activity] as const,
  })),
  { name: 'new rules', who: 'dora', field: 'reason', open: ruleChange },
  ...['name', 'title'].map((field) => ({
    ...{ name: `a day on which the community is closed, ${field}`, who: 'dora' as const, field },
    open: async () => ['/calendar/edit/notices', closure] as const,
  })),
  {
    ...{ name: 'a registration that is declined', who: 'dora', field: 'note' },
    open: async () => [`/people/registrations/${await registered()}/decline`, { reason: 'not-here' }],
  },
]

async function registered(): Promise<string> {
  const form = await app.anyone.get('/c/hongqi/register')
  const fields = { name: 'Rosa', phone: '13900000077', unit: 'Bakery', branch: '', building: '5', consent: 'yes' }
  await app.anyone.post('/c/hongqi/register', {
    ...fields,
    strengths: ['cooking'],
    freeTimes: ['weekend'],
    key: form.hidden('key'),
  })
  const page = await app.as('dora').get('/people')
  const id = /registrations\/([0-9a-f]+)\/decline/.exec(page.html)?.[1] ?? ''
  expect(await registrationOf(app.services.store.db, 'hongqi', id)).not.toBeNull()
  return id
}

const tick = (answer: Answer): string => /name="needed"[^>]*value="([^"]*)"/.exec(answer.html)?.[1] ?? ''

describe.each(forms)('$name', ({ who, field, open }) => {
  test('a word of hardship is marked at its field, and the form comes back as typed with a tick that names it', async () => {
    const [path, rest] = await open()
    const answer = await app.as(who).post(path, { ...rest, [field]: '给低保户的' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain('「低保户」像是困难情况。')
    expect(answer.html).toContain('给低保户的')
    expect(tick(answer)).toBe('低保户')
    expect(answer.words).toContain(zh.form.needed.general(['低保户']))
  })

  test('is accepted once confirmed as not about a person; ticking one word does not confirm another', async () => {
    const [path, rest] = await open()
    const other = await app.as(who).post(path, { ...rest, [field]: '给低保户、信教的', needed: '低保户' })
    expect([other.status, tick(other)]).toEqual([422, '低保户 信教'])
    const taken = await app.as(who).post(path, { ...rest, [field]: '给低保户的', needed: '低保户' })
    expect(taken.status).toBe(303)
  })
})

test('a change that leaves a confirmed word where it is does not ask again', async () => {
  const own = { ...entry, answer: '低保户免费' }
  const { location } = await app.as('ana').post('/knowledge/new', { ...own, key, needed: '低保户' })
  const saved = await app.as('ana').post(`${location}/edit`, { ...own, office: '供热公司', version: '1' })
  expect(saved.status).toBe(303)
})
