import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims } from '#db/schema/tables.ts'
import { sayOnPage } from '#test/routes/receipts/say-on-page.ts'
import { slipOf } from '#test/routes/receipts/slip-of.ts'
import { testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'
import { living } from './living.ts'

test('a wish goes from the doorstep over the notice board, the door and the receiving side into the month, each step from a page that offers it', async () => {
  const app = await testApp()
  const life = living(app)
  /** Opens `to` from a page that links to it. */
  const follow = async (who: Name | 'anyone', from: string, to: string | RegExp) => {
    const reader = who === 'anyone' ? app.anyone : app.as(who)
    const page = await reader.get(from)
    const links = [...page.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, one = '']) =>
      one.replaceAll('&amp;', '&'),
    )
    const found = links.find((one) => (typeof to === 'string' ? one === to : to.test(one)))
    expect([who, from, String(to), found]).toEqual([who, from, String(to), expect.any(String)])
    return reader.get(found ?? '')
  }

  // The grid worker posts it, the secretary checks and publishes it.
  await follow('ana', '/desk', /^\/wishes\/new/)
  const code = await life.post()
  await follow('dora', '/desk', `/wishes/${code}`)
  await life.publish(code)

  // It is sent to the group and hung on the notice board.
  for (const door of ['messages', 'sheets']) {
    const form = await follow('dora', '/desk', /^\/doors/)
    const made = await app.as('dora').post(`/doors/${door}`, { wish: [code], key: form.hidden('key') })
    expect(made.location).toBe(`/doors/${door}/1?c=hongqi`)
  }
  const paper = await app.as('dora').get('/doors/sheets/1')
  expect(paper.words).toContain(code)

  // A volunteer in front of the notice board scans the code of the sheet, claims it there and agrees a visit.
  await follow('anyone', '/c/hongqi/sheets/1', `/wishes/${code}?d=b`)
  const offered = await app.as('ben').get(`/wishes/${code}?d=b`)
  expect(offered.html).toContain(`action="/wishes/${code}/claim"`)
  await life.claim(code, 'ben', { d: offered.hidden('d') })
  await life.move('ben', code, 'schedule', { day: '2026-11-03', time: '11:00' })

  // A person tells the resident; the slip says who comes.
  const call = await follow('ana', '/callbacks', `/wishes/${code}/tell`)
  expect(call.words).toContain('Water Works的ben')
  await app.as('ana').post(`/wishes/${code}/told`, { seq: call.hidden('seq') })
  const { at } = await slipOf(app, code)
  expect((await app.anyone.get(at)).words).toContain('Water Works')

  // At the door the pass and the page of the slip show the same two words.
  app.at('2026-11-03T10:45:00+08:00')
  const pass = await follow('ben', `/wishes/${code}`, `/wishes/${code}/pass`)
  const twoWords = (html: string) =>
    [...(/class="pass-words"[^>]*>(.*?)<\/p>/.exec(html)?.[1] ?? '').matchAll(/<b>(.*?)<\/b>/g)].map(([, word]) => word)
  expect(twoWords(pass.html)).toHaveLength(2)
  expect(twoWords((await app.anyone.get(at)).html)).toEqual(twoWords(pass.html))
  await life.deliver(code)

  // The receiving side says that it has arrived, and thanks; a person independent of the delivery asks how it was.
  await sayOnPage(app.anyone, at, { act: 'word', received: 'yes', satisfaction: 'unrated' })
  await sayOnPage(app.anyone, at, { act: 'thanks', thanks: '牛奶很好，谢谢！' })
  await follow('ana', '/callbacks', `/wishes/${code}/confirm`)
  await life.call(code, { reached: 'yes', received: 'yes', satisfaction: 'very-satisfied' })

  // The ledger shows it to everyone, and the month counts it with its door.
  expect((await follow('anyone', '/c/hongqi', /^\/c\/hongqi\/ledger/)).words).toContain('纯牛奶')
  expect(await life.stored(code)).toMatchObject({ state: 'fulfilled', satisfaction: 'very-satisfied' })
  const [claim] = await app.services.store.db
    .select()
    .from(claims)
    .where(eq(claims.wishId, (await life.stored(code)).id))
  expect(claim?.door).toBe('board')
  const month = await app.as('dora').get('/reports/2026-11?c=hongqi')
  expect(month.words).toContain(zh.ledger.month(2026, 11))
})
