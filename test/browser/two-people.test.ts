import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { browserOfFile, isBrowserLeftOut, phone, siteOn } from '#test/support/browser/browser.ts'
import { phones } from '#test/support/cast.ts'
import { nodeStores } from '#test/support/stores.ts'
import { zh } from '#text/zh.ts'

const monday = '2026-11-02T11:00:00+08:00'
const password = 'long enough for a test'

describe.runIf(!isBrowserLeftOut)('what is typed on a wish’s page', () => {
  const open = nodeStores()
  const { newPage } = browserOfFile()
  let app: TestApp
  let life: ReturnType<typeof living>
  let site: Awaited<ReturnType<typeof siteOn>>
  beforeAll(async () => {
    const store = await open()
    app = await testApp({ store, now: monday })
    life = living(app)
    site = await siteOn(store, () => new Date(monday))
    await app.givePassword('ben', password)
  })
  afterAll(() => site.close())

  const pageOfBen = async (code: string, options = {}) => {
    const page = await newPage({ ...phone, ...options })
    const header = await sessionsOf(site.services).begin(app.people.ben.id)
    const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=')
    await page.context().addCookies([{ name, value, url: site.url }])
    await page.goto(`${site.url}/wishes/${code}`)
    return page
  }
  /** Folded or not, as someone who has opened everything would have typed it. */
  const type = (page: Awaited<ReturnType<typeof pageOfBen>>, selector: string, words: string) =>
    page.evaluate(
      ([at = '', text = '']) => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
        const field = document.querySelector<HTMLTextAreaElement>(at)
        if (field) field.value = text
      },
      [selector, words],
    )

  test('stays when another form is sent, and the focus goes to the answer', async () => {
    const code = await life.claimed()
    const page = await pageOfBen(code)
    const handover = `form[action="/wishes/${code}/release"] textarea`
    await type(page, handover, 'the shop is closed')
    const schedule = `form[action="/wishes/${code}/schedule"]:has([name="day"])`
    await type(page, `${schedule} [name="day"]`, '2026-11-04')
    await type(page, `${schedule} [name="time"]`, '11:00')
    await page.locator(`${schedule} button`).last().click()

    await page.locator('#wish [role="status"]').first().waitFor()
    expect(await page.locator(handover).inputValue()).toBe('the shop is closed')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'))
    await expect.poll(focused).toBe('status')
    expect(page.faults).toEqual([])
    await life.deliver(code)
  })

  test.each([
    ['with scripts', { javaScriptEnabled: true }],
    ['without scripts', { javaScriptEnabled: false }],
  ])('comes back after the log-in when the session has ended, %s', async (_how, options) => {
    const code = await life.claimed()
    const page = await pageOfBen(code, options)
    const form = page.locator(`form[action="/wishes/${code}/release"]`)
    for (const fold of await page.locator('details:has(form) > summary').all())
      await fold.click().catch(() => undefined)
    await form.locator('textarea').fill('the shop is closed')
    await page.context().clearCookies()
    await form.locator('button').last().click()

    await page.getByText(zh.unsent.login).waitFor()
    await page.locator('#phone').fill(phones.ben)
    await page.locator('#password').fill(password)
    await page.getByRole('button', { name: zh.people.login.button, exact: true }).click()

    await page.locator('#not-sent-yet').waitFor()
    expect(await form.locator('textarea').inputValue()).toBe('the shop is closed')
    expect((await life.stored(code)).state).toBe('claimed')
    await form.locator('button').last().click()
    await expect.poll(async () => (await life.stored(code)).state).toBe('open')
  })
})
