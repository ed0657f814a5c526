import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { volunteers } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type Answer, hanIn, type TestApp, testApp } from '#test/support/app.ts'
import { listResident } from '#test/support/cast.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const { board, catalogue } = zh
const { reason, when } = zh.invitations
const at = (minute: number) => app.at(new Date(Date.parse('2026-11-02T03:00:00Z') + minute * 60_000).toISOString())
const codesIn = ({ html }: Answer) => [...html.matchAll(/id="wish-([\d-]+)"/g)].map((found) => found[1])
const told = async (own: { strengths?: string[]; freeTimes?: string[]; building?: string }) => {
  const { db } = app.services.store
  const change = db.update(volunteers).set(own).where(eq(volunteers.personId, app.people.ben.id))
  await app.services.store.commit([change])
}
/** A haircut that ben can do, behind milk that waits longer. */
const twoWishes = async () => {
  at(0)
  const milk = await life.open()
  at(1)
  const haircut = await life.open({ item: 'haircut', quantity: '1', urgency: 'blue' })
  return { milk, haircut }
}

describe('the board of a volunteer', () => {
  test('begins with what suits, and says why in words', async () => {
    const { milk, haircut } = await twoWishes()

    const page = await app.as('ben').get('/c/hongqi')

    expect(codesIn(page)).toEqual([haircut, milk])
    expect(page.words).toContain(board.fits)
    expect(page.words).toContain(reason.strength(catalogue.strengths.haircut))
    expect(page.words).toContain(reason.time(when('周六', '上午')))
    const english = await app.as('ben').get('/c/hongqi', { cookie: 'lang=en' })
    expect(english.words).toContain(en.invitations.reason.strength(en.catalogue.strengths.haircut))
    expect(hanIn(english)).toEqual([])
  })

  test('has the plain order one tap away, which only the link remembers', async () => {
    const { milk, haircut } = await twoWishes()
    const page = await app.as('ben').get('/c/hongqi')
    expect(page.html).toContain('href="/c/hongqi?order=plain"')
    expect(page.html).toContain('href="/c/hongqi/rules#order"')

    const plain = await app.as('ben').get('/c/hongqi?order=plain')

    expect(codesIn(plain)).toEqual([milk, haircut])
    expect(plain.words).not.toContain(reason.strength(catalogue.strengths.haircut))
    expect(plain.html).toContain('href="/c/hongqi?category=goods&amp;order=plain"')
    expect(codesIn(await app.as('ben').get('/c/hongqi'))).toEqual([haircut, milk])
  })

  test('knows the grid from the building that the volunteer named, however it is written', async () => {
    at(0)
    const milk = await life.open()
    const near = { gridId: 'grid1', name: 'Wu Gui', building: '21', door: '101' }
    await listResident(app.services, app.people.ana, 'hongqi', near)
    await told({ strengths: [], building: '21号楼' })

    const page = await app.as('ben').get('/c/hongqi')

    expect(codesIn(page)).toEqual([milk])
    expect(page.words).toContain(reason.ownGrid)
    expect(page.words).not.toMatch(/17|21/)
  })

  test('names the days until a wish should be done, when few are left', async () => {
    await twoWishes()
    await told({ strengths: [], freeTimes: [] })

    expect((await app.as('ben').get('/c/hongqi')).words).not.toContain(board.fits)
    at(12 * 24 * 60 + 5)
    expect((await app.as('ben').get('/c/hongqi')).words).toContain(reason.deadline(0))
  })

  test('shows every wish once on its first page, and continues in the plain order after it', async () => {
    const codes: string[] = []
    for (let n = 0; n < 30; n++) {
      at(n)
      codes.push(await life.open(n === 29 ? { item: 'haircut', quantity: '1' } : {}))
    }
    const first = await app.as('ben').get('/c/hongqi')

    const onFirst = codesIn(first)
    expect(onFirst).toEqual([codes[29], ...codes.slice(0, 9)])
    const next = /href="(\/c\/hongqi\?after=[^"]+)"/.exec(first.html)?.[1] ?? ''
    expect(codesIn(await app.as('ben').get(next))).toEqual(codes.slice(9, 25))
  })

  test('is the plain one for everybody else', async () => {
    const { milk, haircut } = await twoWishes()

    for (const page of [await app.anyone.get('/c/hongqi'), await app.as('dora').get('/c/hongqi')]) {
      expect(codesIn(page)).toEqual([milk, haircut])
      expect(page.words).not.toContain(board.fits)
      expect(page.words).not.toContain(board.toPlain)
    }
  })

  test('is explained among the rules', async () => {
    const { words, html } = await app.anyone.get('/c/hongqi/rules')

    expect(html).toContain('id="order"')
    for (const row of zh.rules.order.rows) expect(words).toContain(row)
  })
})
