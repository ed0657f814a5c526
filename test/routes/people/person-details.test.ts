import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { grantRole } from '#actions/people/grant-role.ts'
import { volunteerFile } from '#db/people/volunteer-rows.ts'
import { accessCodes, events, people } from '#db/schema/tables.ts'
import { clock } from '#domain/people/actor.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { phones, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})

const details = {
  ...{ unit: 'Water Works', branch: 'Second branch', building: '12' },
  ...{ strengths: ['driving'], freeTimes: ['sunday'] },
}
const fileOf = (who: 'ben' | 'cleo') => volunteerFile(app.services.store.db, places.hongqi, app.people[who].id)

describe('a person’s details', () => {
  const edit = async (who: 'dora' | 'zhao' | 'finn', fields: Record<string, string | readonly string[]>) => {
    const address = `/people/${app.people.ben.id}/edit`
    const form = await app.as(who).get(address)
    return app.as(who).post(address, { name: 'ben', ...details, version: form.hidden('version') || '0', ...fields })
  }

  test('are changed by the secretary or an administrator, and the event names the fields and no value', async () => {
    expect((await edit('dora', { name: '马斌' })).location).toBe(`/people/${app.people.ben.id}?done=saved`)
    expect(await fileOf('ben')).toMatchObject({ name: '马斌', branch: 'Second branch', strengths: ['driving'] })
    expect((await app.as('ana').post('/people/search', { q: 'mab' })).words).toContain('马斌')

    expect((await edit('finn', { name: '马斌', unit: 'School No. 3' })).status).toBe(303)
    expect((await fileOf('ben'))?.unit).toBe('School No. 3')
    expect((await edit('zhao', {})).status).toBe(404)
    const told = await app.services.store.db.select().from(events).where(eq(events.action, 'person-amended'))
    expect(told.map(({ data }) => data.fields)).toEqual([
      ['name', 'branch', 'building', 'strengths', 'freeTimes'],
      ['unit'],
    ])
  })

  test('are changed by volunteers themselves, except their name', async () => {
    const form = await app.as('ben').get('/mine/details')
    expect(form.html).not.toContain('name="name"')
    const typed = { ...details, name: 'somebody else', version: form.hidden('version') }

    expect((await app.as('ben').post('/mine/details?c=hongqi', typed)).location).toBe('/mine')

    expect(await fileOf('ben')).toMatchObject({ name: 'ben', building: '12', freeTimes: ['sunday'] })
    expect((await app.as('ben').post('/mine/details?c=nanyuan', typed)).status).toBe(404)
  })

  test('come back as typed if another person has saved in between, with what is recorded now', async () => {
    const form = await app.as('ben').get('/mine/details')
    await edit('dora', {})

    const late = await app.as('ben').post('/mine/details?c=hongqi', {
      ...{ ...details, branch: 'Third branch', version: form.hidden('version') },
    })

    expect([late.status, late.html.includes('value="Third branch"')]).toEqual([409, true])
    expect(late.words).toContain(zh.meanwhile.now('Second branch'))
    expect((await fileOf('ben'))?.branch).toBe('Second branch')
    const again = { ...details, branch: 'Third branch', version: late.hidden('version') }
    expect((await app.as('ben').post('/mine/details?c=hongqi', again)).status).toBe(303)
  })

  test('a name is not the secretary’s to change where the person also works elsewhere', async () => {
    await grantRole(app.services, clock, { role: 'secretary', areaId: places.nanyuan, name: 'ben', phone: phones.ben })
    expect((await app.as('dora').get(`/people/${app.people.ben.id}/edit`)).html).not.toContain('name="name"')
    await edit('dora', { name: 'other' })
    expect(await fileOf('ben')).toMatchObject({ name: 'ben', branch: 'Second branch' })
  })

  test('with a name that is none come back with a sentence', async () => {
    const refused = await edit('dora', { name: '12345' })
    expect([refused.status, refused.html.includes('value="Second branch"')]).toEqual([422, true])
  })
})

describe('a new telephone number', () => {
  const fresh = '13900000088'
  const ask = (who: 'dora' | 'zhao' | 'ana' | 'finn', phone = fresh) =>
    app.as(who).post(`/people/${app.people.ben.id}/phone`, { phone })
  const phoneOf = async () =>
    (await app.services.store.db.select().from(people).where(eq(people.id, app.people.ben.id)))[0]?.phone

  test('is confirmed by the person with the code that a colleague reads out at the new number', async () => {
    await app.givePassword('ben', 'four unrelated words')
    const asked = await ask('dora')
    const code = /<span class="code">(\d{6})<\/span>/.exec(asked.html)?.[1] ?? ''
    expect([asked.status, asked.words.includes('139 0000 0088')]).toEqual([200, true])
    expect(await phoneOf()).toBe(phones.ben)
    expect(JSON.stringify(await app.services.store.db.select().from(accessCodes))).not.toContain(code)

    const wrong = await app.as('ben').post('/mine/phone', { code: code === '111111' ? '222222' : '111111' })
    expect([wrong.status, wrong.words.includes(zh.people.phone.wrong.wrong)]).toEqual([422, true])
    expect((await app.as('cleo').post('/mine/phone', { code })).status).toBe(200)
    expect((await app.as('ben').post('/mine/phone', { code })).location).toBe('/mine')

    expect(await phoneOf()).toBe(fresh)
    const signIn = { phone: fresh, password: 'four unrelated words' }
    expect((await app.anyone.post('/login', signIn)).status).toBe(303)
    expect((await app.as('ben').post('/mine/phone', { code })).words).toContain(zh.people.phone.how)
  })

  test('cannot be guessed: after five wrong codes the person waits', async () => {
    await app.givePassword('ben', 'four unrelated words')
    await ask('dora')
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) statuses.push((await app.as('ben').post('/mine/phone', { code: 'abc' })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
  })

  test('is changed at once where the person has never signed in, and the code sent to the old one ends', async () => {
    const slip = await app.as('dora').post(`/people/${app.people.ben.id}/code`)
    expect(slip.status).toBe(200)

    expect((await ask('dora')).location).toContain('done=saved')

    expect(await phoneOf()).toBe(fresh)
    expect(await app.services.store.db.select().from(accessCodes)).toEqual([])
  })

  test('is not for other places, not one that is taken, and not without a day’s patience', async () => {
    await app.givePassword('ben', 'four unrelated words')
    expect([(await ask('zhao')).status, (await ask('ana')).status]).toEqual([404, 404])
    const taken = await ask('dora', phones.cleo)
    expect([taken.status, taken.words.includes(zh.people.phone.refused.taken(''))]).toEqual([422, true])
    const code = /<span class="code">(\d{6})<\/span>/.exec((await ask('finn')).html)?.[1] ?? ''
    app.at('2026-11-03T11:00:01+08:00')
    expect((await app.as('ben').post('/mine/phone', { code })).words).toContain(zh.people.phone.how)
    expect(await phoneOf()).toBe(phones.ben)
  })
})
