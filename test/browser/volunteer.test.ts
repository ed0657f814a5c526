import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { events } from '#db/schema/tables.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { browserOfFile, isBrowserLeftOut, phone, siteOn } from '#test/support/browser/browser.ts'
import type { Name } from '#test/support/cast.ts'
import { nodeStores, type RawStore } from '#test/support/stores.ts'
import { en } from '#text/en.ts'
import { zh } from '#text/zh.ts'

const monday = '2026-11-02T11:00:00+08:00'

describe.runIf(!isBrowserLeftOut)('a volunteer’s phone', () => {
  const open = nodeStores()
  const { newPage } = browserOfFile()
  let app: TestApp
  let life: ReturnType<typeof living>
  let site: Awaited<ReturnType<typeof siteOn>>
  let database: RawStore
  beforeAll(async () => {
    const store = await open()
    database = store
    app = await testApp({ store, now: monday })
    life = living(app)
    site = await siteOn(store, () => new Date(monday))
  })
  afterAll(() => site.close())

  /** A page of someone signed in, which counts what the thumb does. */
  const pageOf = async (who: Name, options = {}, lang = 'zh') => {
    const page = await newPage({ ...phone, ...options })
    const header = await sessionsOf(site.services).begin(app.people[who].id)
    const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=')
    await page.context().addCookies([
      { name, value, url: site.url },
      { name: 'lang', value: lang, url: site.url },
    ])
    let taps = 0
    const tap = async (target: string) => {
      taps++
      await page.locator(target).first().tap()
    }
    return { page, tap, taps: () => taps }
  }
  // A unit may claim five a month: the two share them.
  /** Whatever is claimed is brought at once, so that no one's hands are full for the next test. */
  const bring = (code: string, who: Name = 'ben') => life.deliver(code, who)
  /** Withdrawn, so that it does not count in the unit's month. */
  const end = (code: string) => life.move('dora', code, 'withdraw', { reason: 'moved' })
  const stateOf = async (code: string) => (await life.stored(code)).state
  const claim = (code: string) => `form[action="/wishes/${code}/claim"] button`
  const shown = (page: Page, words: string) => page.getByText(words).first().waitFor()

  test.each([
    ['with scripts', { javaScriptEnabled: true }, 'zh', zh],
    ['without scripts', { javaScriptEnabled: false }, 'zh', zh],
    ['in English', { javaScriptEnabled: true }, 'en', en],
  ] as const)(
    'claims from the link in at most two taps and delivers in at most three, %s',
    async (_how, options, lang, text) => {
      const code = await life.open()
      const { page, tap, taps } = await pageOf('ben', options, lang)
      await page.goto(`${site.url}/wishes/${code}`)

      await tap(claim(code))
      await shown(page, text.card.contactTitle)
      expect(taps()).toBeLessThanOrEqual(2)
      expect(await stateOf(code)).toBe('claimed')

      const before = taps()
      await page.goto(`${site.url}/mine`)
      await tap(`a[href="/wishes/${code}?deliver#deliver"]`)
      await tap(`form[action="/wishes/${code}/deliver"] button.primary`)
      await shown(page, text.words.state.delivered)
      expect(taps() - before).toBeLessThanOrEqual(3)
      expect(await stateOf(code)).toBe('delivered')
      expect(page.faults).toEqual([])
    },
  )

  test('agrees a time with two taps, and postpones in the same form where it is after the due day', async () => {
    const code = await life.claimed('ben')
    const { page, tap } = await pageOf('ben')
    await page.goto(`${site.url}/wishes/${code}`)
    expect(await page.locator('input[name="day"]').isVisible()).toBe(false)

    await tap('#schedule summary')
    // Pressed without a choice it says so at the times, and the focus is there.
    await tap(`form[action="/wishes/${code}/schedule"] button`)
    await page.locator('#slot-error').getByText(zh.moves.chooseSlot).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('slot')

    await tap('.choices label:has(input[name="slot"])')
    await tap(`form[action="/wishes/${code}/schedule"] button`)
    await tap('label:has(input[name="late"])')
    await tap(`form[action="/wishes/${code}/schedule"] button`)
    await shown(page, zh.moves.done.schedule)

    expect((await life.stored(code)).visitAt).not.toBeNull()
    await end(code)
  })

  test('finds calling and the map on the first screen of the wish, and on one’s own list delivery and giving back too', async () => {
    const code = await life.claimed('cleo')
    const { page, tap } = await pageOf('cleo')
    const going = ['a.button[href^="tel:"]', 'a[href*="amap"]']
    const ways = { [`/wishes/${code}`]: going, '/mine': [...going, 'a[href$="#deliver"]', 'a[href$="#release"]'] }
    for (const [path, all] of Object.entries(ways)) {
      await page.goto(site.url + path)
      for (const way of all) {
        const first = page.locator(`main ${way}`).first()
        const { bottom } = await first.evaluate((one) => one.getBoundingClientRect().toJSON())
        expect(bottom, `${path} ${way}`).toBeLessThan(phone.viewport.height)
      }
    }
    await tap('main a[href$="#release"]')
    await page.locator('#handover').waitFor()
    await bring(code, 'cleo')
  })

  test('in two tabs is informed politely in the second that another person was quicker', async () => {
    const code = await life.open()
    const [ben, cleo] = [await pageOf('ben'), await pageOf('cleo')]
    await ben.page.goto(`${site.url}/c/hongqi`)
    await cleo.page.goto(`${site.url}/c/hongqi`)

    await ben.tap(claim(code))
    await shown(ben.page, zh.moves.done.claimOnBoard)
    await cleo.tap(claim(code))
    await cleo.page.locator(`#wish-${code} [role="alert"]`).waitFor()

    expect(await cleo.page.locator(`#wish-${code}`).innerText()).toContain(zh.refusals.sentence({ why: 'taken' }))
    expect((await life.stored(code)).claimantId).toBe(app.people.ben.id)
    await end(code)
  })

  test('going back after a claim shows the board as it is now', async () => {
    const code = await life.open()
    const { page, tap } = await pageOf('cleo')
    await page.goto(`${site.url}/c/hongqi`)
    await tap(`#wish-${code} h2 a`)
    await page.waitForURL(`**/wishes/${code}`)
    await tap(claim(code))
    await shown(page, zh.card.contactTitle)

    await page.goBack({ waitUntil: 'load' })

    expect(await page.locator(claim(code)).count()).toBe(0)
    await bring(code, 'cleo')
  })

  test.each([
    ['on the board', () => '/c/hongqi'],
    ['on the wish', (code: string) => `/wishes/${code}`],
  ])('without signal a claim says %s that it was not sent, and is sent by the next press', async (_where, path) => {
    const code = await life.open()
    const { page, tap } = await pageOf('cleo')
    await page.goto(site.url + path(code))
    await page.context().setOffline(true)

    await tap(claim(code))
    const alert = page.locator(`form[action="/wishes/${code}/claim"] [role="alert"]`)
    await alert.getByText(zh.site.noSignal).waitFor()
    await tap(claim(code))
    await alert.getByText(zh.site.noSignal).waitFor()
    expect(await alert.count()).toBe(1)
    expect(await stateOf(code)).toBe('open')

    await page.context().setOffline(false)
    await tap(claim(code))
    await alert.waitFor({ state: 'detached' })
    await expect.poll(() => stateOf(code)).toBe('claimed')
    await bring(code, 'cleo')
  })

  test('a site that stumbles leaves the page as it is and says so at the button', async () => {
    const code = await life.open()
    const { page, tap } = await pageOf('cleo', {}, 'en')
    await page.goto(`${site.url}/wishes/${code}`)
    await page.route('**/claim', (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502' }))

    await tap(claim(code))
    await page.locator('[role="alert"]').getByText(en.site.noAnswer).waitFor()

    expect(await page.locator('h1').innerText()).not.toContain('502')
    expect(await page.locator(claim(code)).isVisible()).toBe(true)
    await end(code)
  })

  test('while nothing can be saved the button says why, the page stays, and the next press claims', async () => {
    const code = await life.open()
    const { page, tap } = await pageOf('cleo')
    await page.goto(`${site.url}/wishes/${code}`)
    await database.exec(['pragma query_only = ON'])
    await tap(claim(code))
    await page.locator('[role="alert"]').getByText(zh.errors.storage['read-only'].title).waitFor()
    expect(await page.locator(claim(code)).isVisible()).toBe(true)

    await database.exec(['pragma query_only = OFF'])
    await tap(claim(code))
    await expect.poll(() => stateOf(code)).toBe('claimed')
    await end(code)
  })

  test('on a slow network keeps the button busy and claims once', async () => {
    const code = await life.open()
    const { page, tap } = await pageOf('cleo')
    await page.goto(`${site.url}/wishes/${code}`)
    let sent = 0
    await page.route('**/claim', async (route) => {
      sent++
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })

    await tap(claim(code))
    const isBusy = () =>
      page.locator(claim(code)).evaluate((button) => getComputedStyle(button).pointerEvents === 'none')
    await expect.poll(isBusy).toBe(true)
    await page.touchscreen.tap(195, 400)
    await shown(page, zh.card.contactTitle)

    expect(sent).toBe(1)
    expect(await stateOf(code)).toBe('claimed')
    await bring(code, 'cleo')
  })

  describe('without a signal', () => {
    /** A page of Ben’s that the worker controls, with his list and the wish opened while there was a signal. */
    const opened = async (code: string) => {
      const signedIn = await pageOf('ben')
      const { page } = signedIn
      await page.goto(`${site.url}/mine`)
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      for (const path of ['/mine', `/wishes/${code}`]) {
        await page.goto(site.url + path)
        await expect.poll(() => stored(page)).toContain(path)
      }
      await page.context().setOffline(true)
      return signedIn
    }
    const stored = (page: Page) =>
      page.evaluate(async () => {
        const all = await (await caches.open('snapshots')).keys()
        return all.map(({ url }) => new URL(url).pathname)
      })
    const noSignal = (page: Page) => shown(page, zh.snapshots.plain.title)
    const seen = zh.snapshots.onPage.seen.split('{time}')[1] ?? ''

    test('list and wish can be read again, and 送到了 waits and is recorded once', async () => {
      const code = await life.claimed('ben')
      const { page, tap } = await opened(code)
      await page.goto(`${site.url}/mine`)
      await shown(page, seen)
      expect(await page.getByText('Li Guilan').count()).toBeGreaterThan(0)
      await tap(`a[href="/wishes/${code}?deliver#deliver"]`)
      await shown(page, seen)
      expect(await page.locator('#contact').innerText()).toContain('Li Guilan')
      await tap(`form[action="/wishes/${code}/deliver"] button.primary`)
      await shown(page, zh.form.waiting.kept)
      expect(await stateOf(code)).toBe('claimed')

      await page.context().setOffline(false)
      await page.locator('#waiting').getByRole('link', { name: zh.form.waiting.look }).waitFor()
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await page.goto(`${site.url}/wishes/${code}`)
      await shown(page, zh.words.state.delivered)
      const { id } = await life.stored(code)
      const done = (await app.services.store.db.select().from(events)).filter(({ stream }) => stream === id)
      expect(done.map(({ action }) => action)).toEqual(['post', 'publish', 'claim', 'deliver'])
      expect(page.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    })

    test('nothing is left after signing out, nor after the contact’s term, nor for the next person', async () => {
      const code = await life.claimed('ben')
      const { page, tap } = await opened(code)
      // The phone’s worker has a clock of its own, so the stored end is moved instead.
      await page.evaluate(async () => {
        const cache = await caches.open('snapshots')
        const mine = await (await cache.match('/mine'))?.json()
        for (const piece of mine.pieces) piece.endsAt = Date.now() - 1
        await cache.put('/mine', new Response(JSON.stringify(mine)))
      })
      await page.goto(`${site.url}/mine`)
      await shown(page, zh.snapshots.onPage.ended)
      expect(await page.content()).not.toContain('Li Guilan')
      expect(await page.evaluate(async () => (await (await caches.match('/mine'))?.text()) ?? '')).not.toContain(
        'Li Gui',
      )

      await page.context().setOffline(false)
      await page.goto(`${site.url}/logout`)
      await Promise.all([page.waitForURL((url) => url.pathname === '/'), tap('#sign-out button')])
      await page.context().setOffline(true)
      for (const path of ['/mine', `/wishes/${code}`]) {
        await page.goto(site.url + path)
        await noSignal(page)
      }
      expect(await stored(page)).toEqual([])

      await page.context().setOffline(false)
      const next = await opened(code)
      const header = await sessionsOf(site.services).begin(app.people.cleo.id)
      const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=')
      await next.page.context().setOffline(false)
      await next.page.context().addCookies([{ name, value, url: site.url }])
      await next.page.goto(`${site.url}/rules`)
      await expect.poll(() => stored(next.page)).toEqual([])
      await bring(code)
    })
  })
})
