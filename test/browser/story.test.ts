import readQr from 'jsqr'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { browserOfFile, isBrowserLeftOut, siteOn } from '#test/support/browser/browser.ts'
import type { Name } from '#test/support/cast.ts'
import { nodeStores } from '#test/support/stores.ts'

describe.runIf(!isBrowserLeftOut)('the story of one wish, by taps alone', () => {
  const open = nodeStores()
  const { newPage } = browserOfFile()
  let app: TestApp
  let now = new Date('2026-11-02T11:00:00+08:00')
  let site: Awaited<ReturnType<typeof siteOn>>
  beforeAll(async () => {
    app = await testApp({ store: await open(), now: now.toISOString() })
    site = await siteOn(app.services.store, () => now)
  })
  afterAll(() => site.close())

  /** A phone on which that person has signed in, on the first page. */
  const phoneOf = async (who: Name | 'anyone', first: string) => {
    const page = await newPage()
    if (who !== 'anyone') {
      const header = await sessionsOf(site.services).begin(app.people[who].id)
      const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=')
      await page.context().addCookies([{ name, value, url: site.url }])
    }
    page.setDefaultTimeout(8000)
    await page.goto(site.url + first)
    const tap = (target: string) => page.locator(target).first().tap()
    /** A tap that leads to another page. */
    const go = async (target: string, to: string | RegExp) =>
      Promise.all([
        page.waitForURL((url) => (typeof to === 'string' ? url.pathname === to : to.test(url.pathname))),
        tap(target),
      ])
    return { page, tap, go }
  }
  const stored = (code: string) => loadWish(app.services.store.db, code)
  const stateOf = async (code: string) => (await stored(code))?.state
  /** What a phone's camera reads from a QR code on the page. */
  const codeOn = async (page: Page, target = '.qr-code svg, svg.qr, main svg[role="img"]') => {
    const picture = await page.locator(target).first().screenshot()
    const { pixels, width, height } = await page.evaluate(
      async (source) => {
        const image = new Image()
        image.src = source
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.width
        canvas.height = image.height
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        const data = context?.getImageData(0, 0, image.width, image.height).data
        return { pixels: [...(data ?? [])], width: image.width, height: image.height }
      },
      `data:image/png;base64,${picture.toString('base64')}`,
    )
    return readQr(new Uint8ClampedArray(pixels), width, height)?.data ?? ''
  }
  const reads = (page: Page, words: string) => page.getByText(words).first().waitFor()

  test('from the doorstep over the notice board to the door, the resident, the ledger and the month', async () => {
    const worker = await phoneOf('ana', '/desk')
    await worker.go('main a[href^="/wishes/new"]', '/wishes/new')
    await worker.tap('label:has-text("Li Guilan")')
    await worker.tap('.picker label:has([value="milk"])')
    await worker.tap('label:has([name="urgency"][value="yellow"])')
    await worker.go('form[action^="/wishes/new"] button.primary', /^\/wishes\/\d{4}-\d{4}$/)
    const code = new URL(worker.page.url()).pathname.replace('/wishes/', '')

    const secretary = await phoneOf('dora', '/desk')
    await secretary.go(`a[href^="/wishes/${code}"]`, `/wishes/${code}`)
    await secretary.tap(`form[action="/wishes/${code}/publish"] button`)
    await expect.poll(() => stateOf(code)).toBe('open')

    // It is sent to the group and hung on the notice board.
    await secretary.go('nav a[href="/desk"]', '/desk')
    await secretary.go('main a[href^="/doors"]', '/doors')
    await secretary.go('form[action^="/doors/messages"] button', '/doors/messages/1')
    expect(await secretary.page.content()).toContain(`/w/${code.replace('-', '')}`)
    await secretary.go('main a[href^="/doors"]', '/doors')
    await secretary.go('form[action^="/doors/sheets"] button', '/doors/sheets/1')
    const hanging = await codeOn(secretary.page)
    expect(hanging).toBe(`${site.url}/w/${code.replace('-', '')}?d=b`)

    // The resident gets a slip, whose code leads to a page of their own.
    await secretary.go('nav a[href="/desk"]', '/desk')
    await secretary.tap('main details.fold:has(a[href^="/slips"]) summary')
    await secretary.go('main a[href^="/slips"]', '/slips')
    await secretary.tap('label:has([name="wish"])')
    await secretary.tap('form[action^="/slips"] button')
    await secretary.page.locator('.slips svg').first().waitFor()
    const slip = await codeOn(secretary.page, '.slips svg')
    expect(slip).toMatch(/\/r\/[\w-]{22}$/)

    // A volunteer in front of the notice board scans the code, claims and agrees a visit.
    const volunteer = await phoneOf('ben', hanging.replace(site.url, ''))
    await volunteer.tap(`form[action="/wishes/${code}/claim"] button`)
    await expect.poll(() => stateOf(code)).toBe('claimed')
    await volunteer.page.reload()
    await volunteer.tap('#schedule summary')
    await volunteer.tap('label:has(input[name="slot"])')
    await volunteer.tap(`form[action="/wishes/${code}/schedule"] button`)
    // He is free at the weekend alone, which is after the due day, so he says that it was agreed.
    await volunteer.tap('label:has(input[name="late"])')
    await volunteer.tap(`form[action="/wishes/${code}/schedule"] button`)
    await expect.poll(async () => (await stored(code))?.visitAt).not.toBeNull()
    const visitAt = (await stored(code))?.visitAt
    if (!visitAt) throw new Error('no visit was agreed')

    // The resident reads who comes. At the door both show the same two words.
    const resident = await phoneOf('anyone', new URL(slip).pathname)
    await reads(resident.page, 'Water Works')
    now = new Date(visitAt.getTime() - 10 * 60_000)
    await volunteer.page.goto(`${site.url}/mine`)
    await volunteer.go(`a[href^="/wishes/${code}"]`, `/wishes/${code}`)
    await volunteer.go(`a[href="/wishes/${code}/pass"]`, `/wishes/${code}/pass`)
    await resident.page.reload()
    const words = (page: Page) => page.locator('.pass-words b').allTextContents()
    expect(await words(resident.page)).toEqual(await words(volunteer.page))
    expect(await words(volunteer.page)).toHaveLength(2)

    // Delivered; the resident says so on their page, and a person independent of the delivery asks how it was.
    await volunteer.page.goBack()
    await volunteer.tap(`form[action="/wishes/${code}/deliver"] button.primary`)
    await expect.poll(() => stateOf(code)).toBe('delivered')
    await resident.page.reload()
    await resident.tap('label:has([name="received"][value="yes"])')
    await resident.tap('form:has([name="received"]) button')
    await resident.tap('form:has([name="sure"]) button')
    await expect.poll(() => stateOf(code)).toBe('fulfilled')
    await worker.page.goto(`${site.url}/callbacks`)
    await worker.go(`a[href^="/wishes/${code}/confirm"]`, `/wishes/${code}/confirm`)
    await worker.tap('label:has([name="reached"][value="yes"])')
    await worker.tap('label:has([name="speaker"][value="resident"])')
    await worker.tap('label:has([name="received"][value="yes"])')
    await worker.tap('label:has([name="satisfaction"][value="very-satisfied"])')
    await worker.tap(`form[action="/wishes/${code}/confirm"] button.primary`)
    await expect.poll(async () => (await stored(code))?.satisfaction).toBe('very-satisfied')

    // Everyone reads it in the ledger, and the secretary in the month.
    const neighbour = await phoneOf('anyone', '/c/hongqi')
    await neighbour.go('nav a[href$="/ledger"]', '/c/hongqi/ledger')
    await reads(neighbour.page, '纯牛奶')
    await secretary.page.goto(`${site.url}/desk`)
    await secretary.tap('main details.fold:has(a[href^="/reports"]) summary')
    await secretary.go('a[href^="/reports"]', /^\/reports/)
    // The browser reports the one form that asked him to agree to a later day.
    const asked = /status of 422/
    for (const { page } of [worker, secretary, volunteer, resident, neighbour])
      expect(page.faults.filter((fault) => !asked.test(fault))).toEqual([])
  }, 120_000)
})
