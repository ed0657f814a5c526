import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, knowledge } from '#db/schema/tables.ts'
import { starterKeys } from '#domain/knowledge.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const key = '0123456789abcdef01234567'
const heating = {
  ...{ subject: 'utility', title: '暖气不热', keywords: '供暖 地暖', answer: '先看阀门开没开，再打供热公司的电话。' },
  ...{ office: '供热公司', phone: '0994-2000001', documents: '缴费卡', reviewedOn: '2026-11-02' },
}
const allowance = {
  ...heating,
  subject: 'allowance',
  title: '高龄津贴',
  keywords: '',
  answer: '带身份证到窗口。暖心。',
}
const add = (fields: Readonly<Record<string, string>> = {}, who: 'ana' | 'dora' | 'wang' = 'ana', at = key) =>
  app.as(who).post('/knowledge/new', { ...heating, key: at, ...fields })
const all = () => app.services.store.db.select().from(knowledge)
const told = () => app.services.store.db.select().from(events).where(eq(events.stream, 'knowledge:hongqi'))
const idOf = (location: string | null) => location?.split('/').at(-1) ?? ''

describe('what a community answers', () => {
  test('is read by anybody once a grid worker has written it, and the event has no word of it', async () => {
    const answer = await add()
    expect(answer.status).toBe(303)
    const list = await app.anyone.get('/c/hongqi/knowledge')
    for (const word of ['暖气不热', '供热公司', '0994-2000001']) expect(list.words).toContain(word)
    expect(list.html).not.toContain('/edit"')
    const { words } = await app.anyone.get(answer.location ?? '')
    for (const word of ['先看阀门', '缴费卡']) expect(words).toContain(word)
    const [event] = await told()
    expect(event).toMatchObject({ action: 'knowledge-added', actorId: app.people.ana.id, seq: 1 })
    expect(event?.data).toEqual({ knowledgeId: idOf(answer.location), subject: 'utility' })
  })

  test('sent twice is one entry; the same key with other words is refused as typed', async () => {
    const answers = await Promise.all([add(), add()])
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, answers[0].location],
      [303, answers[0].location],
    ])
    const other = await add({ title: '水管' })
    expect([
      other.status,
      other.words.includes(zh.knowledge.form.keyReused),
      other.html.includes('value="水管"'),
    ]).toEqual([...[422, true, true]])
    expect(await all()).toHaveLength(1)
  })

  test('with a field missing comes back as typed, with a sentence at the field', async () => {
    const answer = await add({ answer: '', office: '窗口三' })
    expect(answer.status).toBe(422)
    expect(answer.words).toContain(`${zh.knowledge.form.answer} · ${zh.faults.required}`)
    expect(answer.html).toContain('value="窗口三"')
    expect(await all()).toEqual([])
  })

  test('is of one community: its neighbours neither edit it nor find it', async () => {
    const { location } = await add()
    expect((await app.as('wang').get(`${location}/edit`)).status).toBe(404)
    expect((await app.as('wang').post(`${location}/edit`, { ...heating, version: '1' })).status).toBe(404)
    expect((await app.anyone.get('/c/nanyuan/knowledge?q=暖气')).words).not.toContain('暖气不热')
    expect((await app.as('ana').get('/knowledge/new?c=nanyuan')).status).toBe(404)
  })

  test('is changed on the version that was read; who comes second changes nothing, and sees both', async () => {
    const { location } = await add()
    const change = (title: string, who: 'ana' | 'dora') =>
      app.as(who).post(`${location}/edit`, { ...heating, title, version: '1' })
    expect((await change('暖气', 'dora')).status).toBe(303)
    const late = await change('地暖', 'ana')
    expect([late.status, late.hidden('version')]).toEqual([409, '2'])
    expect(late.html).toContain('value="地暖"')
    expect(late.words).toContain('现在记的是：暖气')
    expect((await all()).map((row) => [row.title, row.version])).toEqual([['暖气', 2]])
    expect((await told()).map(({ action, data }) => [action, data.fields])).toEqual([
      ['knowledge-added', undefined],
      ['knowledge-changed', ['title']],
    ])
  })

  test('if two people save at the same moment, the second is informed', async () => {
    const { location } = await add()
    const answers = await Promise.all(
      (['ana', 'dora'] as const).map((who) =>
        app.as(who).post(`${location}/edit`, { ...heating, title: `暖气 ${who}`, version: '1' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await told()).toHaveLength(2)
  })

  test('saved unchanged is no change', async () => {
    const { location } = await add()
    expect((await app.as('ana').post(`${location}/edit`, { ...heating, version: '1' })).status).toBe(303)
    expect((await all())[0]?.version).toBe(1)
    expect(await told()).toHaveLength(1)
  })

  test('once out of use, it is found only by those who edit it, and can come back', async () => {
    const { location } = await add()
    const save = (version: string, retired = '') =>
      app.as('ana').post(`${location}/edit`, { ...heating, version, retired })
    await save('1', 'yes')
    expect((await app.anyone.get(location ?? '')).status).toBe(404)
    expect((await app.anyone.get('/c/hongqi/knowledge?q=暖气')).words).not.toContain('供热公司')
    expect((await app.anyone.get('/c/hongqi/knowledge?retired=1')).words).not.toContain('供热公司')
    expect((await app.as('dora').get('/c/hongqi/knowledge?retired=1')).words).toContain('供热公司')
    await save('2')
    expect((await app.anyone.get(location ?? '')).status).toBe(200)
    expect((await told()).map(({ action }) => action)).toEqual([
      ...['knowledge-added', 'knowledge-retired', 'knowledge-restored'],
    ])
  })
})

describe('a community that has written nothing', () => {
  test('is offered a first stock, which no one has reviewed yet; no longer once there is an entry', async () => {
    const empty = await app.as('dora').get('/c/hongqi/knowledge')
    expect((await app.anyone.get('/c/hongqi/knowledge')).html).not.toContain('/knowledge/starters')
    const bring = () => app.as('dora').post('/knowledge/starters', { key: empty.hidden('key') })
    await Promise.all([bring(), bring()])
    await app.as('ana').post('/knowledge/starters', { key: `${key.slice(1)}7` })
    expect(await all()).toHaveLength(starterKeys.length)
    expect((await all()).every(({ reviewedOn, office }) => reviewedOn === '' && office === '')).toBe(true)
    expect((await app.anyone.get('/c/hongqi/knowledge?q=暖气')).words).toContain(zh.knowledge.reviewedNever)
    expect((await app.as('wang').get('/c/nanyuan/knowledge')).html).toContain('/knowledge/starters')
  })
})

describe('looking for an answer', () => {
  test('finds by words, by other words for it and by first letters; a title counts more than the answer', async () => {
    await add()
    await add(allowance, 'ana', `${key.slice(1)}8`)
    const titles = async (q: string) => {
      const { html } = await app.anyone.get(`/c/hongqi/knowledge?q=${encodeURIComponent(q)}`)
      return [...html.matchAll(/<a href="\/knowledge\/[0-9a-f]{24}">([^<]+)<\/a>/g)].map(([, title]) => title)
    }
    expect(await titles('请问高龄津贴怎么领')).toEqual(['高龄津贴'])
    expect(await titles('地暖')).toEqual(['暖气不热'])
    expect(await titles('gljt')).toEqual(['高龄津贴'])
    expect(await titles('暖气')).toEqual(['暖气不热'])
    expect(await titles('暖心 暖气')).toEqual(['暖气不热', '高龄津贴'])
    expect(await titles('老花镜')).toEqual([])
  })

  test('takes any words: quotes, signs and a very long line find nothing and break nothing', async () => {
    await add()
    for (const q of [`' or 1=1 --`, '%_"<b>', '怎么办', '很'.repeat(500)])
      expect((await app.anyone.get(`/c/hongqi/knowledge?q=${encodeURIComponent(q)}`)).status).toBe(200)
  })

  test('an entry that no one has reviewed for a year says so', async () => {
    const { location } = await add({ reviewedOn: '2025-10-01' })
    expect((await app.anyone.get(location ?? '')).words).toContain(zh.knowledge.old)
    expect((await app.as('ana').get('/c/hongqi/knowledge')).words).toContain(zh.knowledge.oldCount(1))
    expect((await app.anyone.get('/c/hongqi/knowledge')).words).not.toContain(zh.knowledge.oldCount(1))
  })
})
