import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { activateVolunteer } from '#actions/people/add-person.ts'
import { claims, people } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, type Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
let codes: readonly string[]
beforeEach(async () => {
  app = await testApp()
  life = living(app)
  await named('ben', '张志明')
  await named('cleo', '李娜')
  codes = [await life.open(), await life.open(), await life.open()]
  const form = await app.as('dora').get('/doors')
  await app.as('dora').post('/doors/messages', { wish: codes, key: form.hidden('key') })
})

const { replies: words } = zh.doors
async function named(who: Name, name: string) {
  const { db, commit } = { db: app.services.store.db, commit: app.services.store.commit }
  await commit([db.update(people).set({ name }).where(eq(people.id, app.people[who].id))])
}
const paste = (text: string, press = '', more: Readonly<Record<string, string>> = {}, who: Name = 'dora') =>
  app.as(who).post('/doors/replies', { message: '1', text, ...more, ...(press ? { press } : {}) })
const claimants = async () => Promise.all(codes.map(async (code) => (await life.stored(code)).claimantId))

describe('replies pasted from the group', () => {
  test('are shown first: each with its wish and the member it names, and nothing is claimed', async () => {
    const page = await paste('3号 张志明\n谢谢大家')

    expect(page.status).toBe(200)
    expect(page.words).toContain('3 号：纯牛奶 2 箱')
    expect(page.words).toMatch(/→ 张志明 Water Works/)
    expect(page.words).toContain('谢谢大家')
    expect(page.words).toContain(words.unread)
    expect(await claimants()).toEqual([null, null, null])
  })

  test('are claimed one by one, or all at once, and the claim came from the group', async () => {
    const { ben, cleo } = app.people
    await paste('3号 张志明\n1 李娜', 'volunteer-0')
    expect(await claimants()).toEqual([null, null, ben.id])

    await paste('3号 张志明\n1 李娜\n2 李娜', 'all')
    expect(await claimants()).toEqual([cleo.id, cleo.id, ben.id])
    const rows = await app.services.store.db.select().from(claims)
    expect(rows.map(({ door, enteredBy }) => [door, enteredBy])).toEqual(Array(3).fill(['group', app.people.dora.id]))
  })

  test('pasted a second time claim nothing, not even where the volunteer gave the wish back since', async () => {
    await paste('2 李娜', 'all')
    const again = await paste('2 李娜', 'all')
    expect(again.words).toContain(words.done)

    await life.move('cleo', codes[1] as string, 'release', { handover: 'ill' })
    await paste('2 李娜', 'all')

    expect(await claimants()).toEqual([null, null, null])
    expect(await app.services.store.db.select().from(claims)).toHaveLength(1)
  })

  test('with a name that two members have, or none, or no name at all ask who is meant, and claim nothing by themselves', async () => {
    await twin('张志明')
    const page = await paste('1 张志明\n我来2\n3 赵云', 'all')

    expect(page.words).toContain(words.twoOfName('张志明'))
    expect(page.words).toContain(words.noName)
    expect(page.words).toContain(words.notOnRoll('赵云'))
    expect(page.html.match(/<select[^>]*name="volunteer-0"[\s\S]*?<\/select>/)?.[0].match(/<option/g)).toHaveLength(3)
    expect(await claimants()).toEqual([null, null, null])

    const unasked = await paste('1 张志明', 'volunteer-0')
    expect(unasked.words).toContain(words.chooseWho)
    await paste('1 张志明', 'volunteer-0', { 'volunteer-0': app.people.ben.id })
    expect(await claimants()).toEqual([app.people.ben.id, null, null])
    // Not of the two who have the name.
    await paste('2 张志明', 'volunteer-0', { 'volunteer-0': app.people.cleo.id })
    expect(await claimants()).toEqual([app.people.ben.id, null, null])
  })

  test('that come second, or go over a limit, say so at their line while the others are claimed', async () => {
    await life.claim(codes[0] as string, 'ben')
    const page = await paste('1 李娜\n2 李娜\n7 李娜', 'all')

    expect(page.words).toContain(words.taken)
    expect(page.words).toContain(words.noWish('7'))
    expect(await claimants()).toEqual([app.people.ben.id, app.people.cleo.id, null])

    const third = await life.open()
    const fourth = await life.open()
    await paste(`${third} 李娜`, 'all')
    const over = await paste(`${fourth} 李娜`, 'volunteer-0')
    expect(over.words).toContain(zh.refusals.sentence({ why: 'person-limit', limit: 2, frees: null }).slice(0, 6))
    expect((await life.stored(fourth)).state).toBe('open')
  })

  test('are answered to a message of one’s own community alone', async () => {
    expect((await paste('1 李娜', 'all', {}, 'zhao')).status).toBe(404)
    expect((await paste('1 李娜', 'all', { message: '9' })).status).toBe(404)
    expect(await claimants()).toEqual([null, null, null])
  })
})

async function twin(name: string) {
  const { dora } = app.people
  const { id } = await addToCast(app.services, dora, 'hongqi', {
    ...blankPerson,
    name,
    phone: '13900000088',
    unit: 'Bank',
  })
  await activateVolunteer(app.services, dora, 'hongqi', id)
}
