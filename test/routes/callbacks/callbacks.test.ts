import { beforeEach, describe, expect, test } from 'vitest'
import { bestTime } from '#domain/wish/callback.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const page = (who: Name, query = '') => app.as(who).get(`/callbacks${query}`)
const listed = async (who: Name) => {
  const { html } = await page(who)
  const list = /id="to-call"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return [...list.matchAll(/href="\/wishes\/([\d-]+)\/confirm"/g)].map((found) => found[1])
}
const noAnswer = { reached: 'no-answer' }
const yes = { reached: 'yes', received: 'yes', satisfaction: 'satisfied' }

describe('the call-back desk', () => {
  test('lists the deliveries of the place with the hour, the date and the tries, and no telephone', async () => {
    const code = await life.delivered()
    const { status, words } = await page('ana')
    expect(status).toBe(200)
    for (const word of ['Li Guilan', '10:00–12:30', zh.callbacks.now]) expect(words).toContain(word)
    expect(words).not.toContain('8000')
    expect(await listed('ana')).toEqual([code])
    expect(await listed('dora')).toEqual([code])
    expect([await listed('gus'), await listed('zhao')]).toEqual([[], []])
  })

  test('shows nothing that the reader may not call, but says how many others have to', async () => {
    const entered = await life.open()
    await life.claim(entered, 'ana', { volunteer: app.people.ben.id })
    await life.deliver(entered)
    const seen = await life.claimed('cleo')
    await app.as('dora').post(`/wishes/${seen}/code`)
    await life.deliver(seen, 'cleo')

    expect(await listed('ana')).toEqual([seen])
    expect(await listed('dora')).toEqual([entered])
    for (const who of ['ana', 'dora'] as const) expect((await page(who)).words).toContain(zh.callbacks.others(1))
  })

  test('outside the good hours it says when to call, and after them names tomorrow', async () => {
    await life.delivered()
    app.at('2026-11-03T09:00:00+08:00')
    expect((await page('ana')).words).toContain(zh.callbacks.later(zh.spoken.visit(zh.spoken.today, 10, '00')))
    app.at('2026-11-03T12:30:00+08:00')
    expect((await page('ana')).words).toContain(zh.callbacks.later(zh.spoken.visit(zh.spoken.tomorrow, 10, '00')))
  })

  test('who can take a call now comes first, then the nearest date', async () => {
    const first = await life.delivered('ben')
    const second = await life.delivered('cleo')
    expect(await listed('dora')).toEqual([first, second].sort())
    await life.call(first, noAnswer)
    expect(await listed('dora')).toEqual([second, first])
    expect((await page('dora')).words).toContain(zh.callbacks.tried(1))
  })

  test('what is past its date is marked', async () => {
    await life.delivered()
    app.at('2026-11-05T23:59:59+08:00')
    expect((await page('ana')).words).not.toContain(zh.callbacks.overdue)
    app.at('2026-11-06T00:00:00+08:00')
    expect((await page('ana')).words).toContain(zh.callbacks.overdue)
  })

  test('what the receipt code confirmed is asked about until its date, and once', async () => {
    const code = await life.claimed()
    await life.deliver(code, 'ben', { code: await life.codeOf(code) })
    expect((await page('ana')).words).toContain(zh.callbacks.rate)
    app.at('2026-11-06T00:00:00+08:00')
    expect(await listed('ana')).toEqual([])
    app.at('2026-11-03T11:00:00+08:00')
    expect(await listed('ana')).toEqual([code])
    await life.call(code, yes)
    expect(await listed('ana')).toEqual([])
  })

  test('pages by where the last one ended', async () => {
    const codes = []
    for (let n = 0; n < 22; n++) {
      const code = await life.open({ quantity: `${n + 1}`, value: '50' })
      await life.claim(code, 'dora', { volunteer: app.people.ben.id, extra: 'yes' })
      await life.deliver(code)
      codes.push(code)
    }
    const first = await page('ana')
    const path = (/href="([^"]*after=[^"]*)"/.exec(first.html)?.[1] ?? '').replaceAll('&amp;', '&')
    const second = await app.as('ana').get(path)
    const both = [first.html, second.html].flatMap((html) =>
      [...html.matchAll(/href="\/wishes\/([\d-]+)\/confirm"/g)].map((found) => found[1]),
    )
    expect(both.sort()).toEqual(codes.sort())
    expect((await page('ana', '?after=nonsense')).status).toBe(200)
  })

  test('is only for those who work in a place, and another place is 404', async () => {
    expect((await page('ben')).status).toBe(404)
    expect((await page('ana', '?c=nowhere')).status).toBe(404)
    expect((await app.anyone.get('/callbacks')).location).toContain('/login?to=')
  })
})

describe('after a call', () => {
  test('the desk says what it led to and offers the next one', async () => {
    const [first, second] = [await life.delivered('ben'), await life.delivered('cleo')]
    const answer = await app.as('ana').post(`/wishes/${first}/confirm`, yes)
    expect(answer.location).toBe(`/callbacks?c=hongqi&done=confirm&of=${first}`)
    const { html, words } = await app.as('ana').get(answer.location ?? '')
    expect(words).toContain(zh.moves.done.confirm)
    expect(html).toContain(`href="/wishes/${second}/confirm"`)
    const last = await app.as('ana').post(`/wishes/${second}/confirm`, { ...yes, received: 'no' })
    const { words: done } = await app.as('ana').get(last.location ?? '')
    expect(done).toContain(zh.moves.done.reopen)
    expect(done).toContain(zh.callbacks.noNext)
  })

  test('a try in the hour of the last one is said not to count', async () => {
    const code = await life.delivered()
    await life.call(code, noAnswer)
    app.at('2026-11-02T11:59:59+08:00')
    const again = await app.as('ana').post(`/wishes/${code}/confirm`, noAnswer)
    expect(again.location).toBe(`/callbacks?c=hongqi&done=same-hour&of=${code}`)
    expect((await app.as('ana').get(again.location ?? '')).words).toContain(zh.callbacks.sameHour)
    expect(await life.stored(code)).toMatchObject({ callbackTries: 1 })
  })

  test('after the last try it is on no list, and the page of the wish still opens the call', async () => {
    const code = await life.delivered()
    for (const time of ['11:00', '14:00', '17:00']) {
      app.at(`2026-11-02T${time}:00+08:00`)
      await life.call(code, noAnswer)
    }
    expect(await listed('ana')).toEqual([])
    await tick(app.services)
    expect((await life.stored(code)).state).toBe('unconfirmed')
    expect((await app.as('ana').get(`/wishes/${code}/confirm`)).status).toBe(200)
    await life.call(code, yes)
    expect((await life.stored(code)).state).toBe('fulfilled')
  })

  test('the call page leads to a new wish of the same resident', async () => {
    const code = await life.delivered()
    const { html } = await app.as('ana').get(`/wishes/${code}/confirm`)
    expect(html).toMatch(new RegExp(`href="/wishes/new\\?of=${code}&(amp;)?call=1"`))
  })
})

describe('the desk', () => {
  test('leads to the call-backs with their count, and lists what was opened again', async () => {
    const [call, again] = [await life.delivered('ben'), await life.delivered('cleo')]
    await life.call(again, { ...yes, received: 'no' })
    const { html, words } = await app.as('dora').get('/desk')
    expect(words).toContain(zh.callbacks.onDesk(1))
    expect(html).toContain(`href="/wishes/${call}/confirm"`)
    expect(/id="reopened"[\s\S]*?<\/ul>/.exec(html)?.[0]).toContain(again)
    await life.claim(again, 'ben')
    expect((await app.as('dora').get('/desk')).html).not.toContain('id="reopened"')
  })
})

test('the query and the sentence agree on who can take a call now', async () => {
  const code = await life.delivered()
  await life.call(code, noAnswer)
  const other = await life.delivered('cleo')
  for (let minute = 0; minute < 26 * 60; minute += 37) {
    const now = new Date(Date.parse('2026-11-02T11:00:00+08:00') + minute * 60_000)
    app.at(now.toISOString())
    const { lastTryAt } = await life.stored(code)
    const hours = { callFrom: '10:00', callUntil: '12:30' }
    const isLater = bestTime(hours, lastTryAt, now, 'Asia/Shanghai') > now
    const isOtherLater = bestTime(hours, null, now, 'Asia/Shanghai') > now
    const order = isLater === isOtherLater ? [code, other].sort() : isLater ? [other, code] : [code, other]
    expect([now, await listed('dora')]).toEqual([now, order])
  }
})
