import { beforeEach, describe, expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const codesIn = (html: string) => [...html.matchAll(/id="wish-([\d-]+)"/g)].map((found) => found[1] as string)
const board = async (query = '', who: Name = 'ben') => codesIn((await app.as(who).get(`/c/hongqi${query}`)).html)
/** Minutes after the beginning, so that each wish is published at its own time. */
const at = (minute: number) => app.at(new Date(Date.parse('2026-11-02T03:00:00Z') + minute * 60_000).toISOString())

describe('the board', () => {
  test('shows the most urgent first, and among these the longest waiting', async () => {
    const codes: Record<string, string> = {}
    for (const [minute, urgency] of ['blue', 'yellow', 'red', 'blue', 'red'].entries()) {
      at(minute)
      codes[`${urgency}${minute}`] = await life.open({ urgency })
    }
    expect(await board()).toEqual([codes.red2, codes.red4, codes.yellow1, codes.blue0, codes.blue3])
  })

  test('shows what is open and nothing else', async () => {
    const open = await life.open()
    await life.post()
    await life.claimed()
    const over = await life.open()
    await life.move('ana', over, 'withdraw', { reason: 'moved' })
    expect(await board()).toEqual([open])
  })

  test('is filtered by kind, urgency and grid, together and by an address that can be shared', async () => {
    const milk = await life.open()
    at(1)
    const lamp = await life.open({ item: 'change-lamp', urgency: 'red' })
    at(2)
    const chat = await life.post({ item: 'chat', urgency: 'red' }, 'gus', 'ma')
    await life.publish(chat)

    expect(await board('?category=goods')).toEqual([milk])
    expect(await board('?category=repair&urgency=red')).toEqual([lamp])
    // Of two red ones the one that asks for no craft comes first: it is likelier to be delivered in time.
    expect(await board('?urgency=red')).toEqual([chat, lamp])
    expect(await board('?grid=2')).toEqual([chat])
    expect(await board('?grid=1&urgency=red')).toEqual([lamp])
    expect(await board('?grid=2&category=goods')).toEqual([])
    expect((await app.anyone.get('/c/hongqi?grid=2&category=goods')).words).toContain(zh.board.emptyFilter)
    expect(await board('?category=gold&grid=77&urgency=now')).toEqual([chat, lamp, milk])
  })

  test('is read page by page: no card twice, none lost, also when cards go while one reads', async () => {
    const all: string[] = []
    for (let n = 0; n < 55; n++) {
      // Three a minute: the same second, told apart by their ids.
      at(Math.floor(n / 3))
      all.push(
        await life.open({
          urgency: (['red', 'yellow', 'blue'] as const)[n % 3] as string,
          quantity: `${n + 1}`,
          value: '50',
        }),
      )
    }
    const pages: string[][] = []
    let next: string | undefined = '/c/hongqi'
    while (next) {
      const { html } = await app.anyone.get(next)
      pages.push(codesIn(html))
      next = /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      if (pages.length === 1) await life.claim(pages[0]?.[15] as string)
    }
    expect(pages.map((page) => page.length)).toEqual([16, 16, 16, 7])
    expect([...pages.flat()].sort()).toEqual([...all].sort())
    expect((await board('?after=99999999999.0123456789abcdef01234567')).length).toBe(0)
    expect((await board('?after=nonsense')).length).toBe(10)
  })

  test('of a community that is not there is 404', async () => {
    expect((await app.anyone.get('/c/nowhere')).status).toBe(404)
  })
})

describe('with several communities', () => {
  test('the first page asks which community, and knows the one of a signed-in person', async () => {
    const chooser = await app.anyone.get('/')
    expect(chooser.words).toContain(zh.site.chooser.title)
    expect(chooser.html).toContain('href="/c/nanyuan"')
    const code = await life.open()
    expect(codesIn((await app.as('ben').get('/')).html)).toEqual([code])
    expect(codesIn((await app.as('zhao').get('/')).html)).toEqual([])
  })
})

describe('the button on a card', () => {
  test('leads to log-in and back when no one is signed in', async () => {
    const code = await life.open()
    const { html } = await app.anyone.get('/c/hongqi')
    expect(html).toContain(`href="/login?to=%2Fwishes%2F${code}"`)
    expect(html).not.toContain('/claim')
  })

  test('claims in place for a volunteer, and is a plain form where no script runs', async () => {
    const code = await life.open()
    const { html } = await app.as('ben').get('/c/hongqi')
    expect(html).toMatch(
      new RegExp(`<form method="post" action="/wishes/${code}/claim" hx-post="/wishes/${code}/claim"`),
    )
    expect(html).toContain(`hx-target="#wish-${code}"`)
  })

  test('is not offered to volunteers of elsewhere, nor to whose delivery was not received', async () => {
    const code = await life.delivered()
    await life.call(code, { reached: 'yes', received: 'no' })
    expect((await app.as('ben').get('/c/hongqi')).html).not.toContain('/claim')
    expect((await app.as('cleo').get('/c/hongqi')).html).toContain('/claim')
    expect((await app.as('zhao').get('/c/hongqi')).html).not.toContain('/claim')
  })
})

describe('a wish that is not published', () => {
  test('is 404 for everyone but those who work with it, also when sent to', async () => {
    const code = await life.post()
    const looks = (['ana', 'dora', 'gus', 'ben', 'zhao', 'eve', 'finn'] as const).map(
      async (who) => `${who} ${(await app.as(who).get(`/wishes/${code}`)).status}`,
    )
    expect(await Promise.all(looks)).toEqual([
      ...['ana 200', 'dora 200', 'gus 404', 'ben 404', 'zhao 404', 'eve 404', 'finn 404'],
    ])
    expect((await app.anyone.get(`/wishes/${code}`)).status).toBe(404)
    for (const action of ['claim', 'deliver', 'withdraw', 'schedule', 'confirm'])
      expect((await app.as('ben').post(`/wishes/${code}/${action}`, { reason: 'moved', code: '1' })).status).toBe(404)
  })

  test('is 404 under a code that is none, too', async () => {
    for (const code of ['1234-5678', '12345678', '1', '-', '99999999999999999999'])
      expect((await app.anyone.get(`/wishes/${code}`)).status).toBe(404)
  })
})

test('every word of board and wish is there in both languages', async () => {
  const code = await life.open()
  const english = { cookie: 'lang=en' }
  for (const path of ['/c/hongqi', `/wishes/${code}`]) {
    const [chinese, other] = [await app.anyone.get(path), await app.anyone.get(path, english)]
    expect(chinese.words).toContain(zh.words.action.claim)
    expect(other.words).toContain(en.catalogue.items.milk.name)
    expect(other.html).toContain('<html lang="en">')
    // The switch itself says the other language's name.
    expect(other.words.replace(zh.site.language, '')).not.toMatch(/\p{Script=Han}/u)
  }
})
