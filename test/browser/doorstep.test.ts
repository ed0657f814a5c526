import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { consents, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { browserOfFile, isBrowserLeftOut, phone, siteOn } from '#test/support/browser/browser.ts'
import { listResident, seedCast } from '#test/support/cast.ts'
import { nodeStores } from '#test/support/stores.ts'
import { zh } from '#text/zh.ts'

const monday = new Date('2026-11-02T02:00:00Z')
const { waiting } = zh.form

describe.runIf(!isBrowserLeftOut)('at the door, on a phone', () => {
  const open = nodeStores()
  const { newPage } = browserOfFile()
  let site: Awaited<ReturnType<typeof siteOn>>
  let cast: Awaited<ReturnType<typeof seedCast>>
  beforeAll(async () => {
    const store = await open()
    site = await siteOn(store, () => monday)
    cast = await seedCast(site.services)
    const { ana } = cast.people
    await listResident(site.services, ana, 'hongqi', { gridId: 'grid1', name: 'Abdulla', door: '101' })
  })
  afterAll(() => site.close())

  const signIn = async (page: Page, who: 'ana' | 'gus' | 'dora') => {
    const [cookie = ''] = (await sessionsOf(site.services).begin(cast.people[who].id)).split(';')
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: site.url }])
  }
  const atDoor = async (options = {}, who: 'ana' | 'dora' = 'ana') => {
    const page = await newPage({ ...phone, ...options })
    await signIn(page, who)
    await page.goto(`${site.url}/wishes/new`)
    return page
  }
  const wished = async (name: string) => {
    const { db } = site.services.store
    const files = (await db.select().from(residents)).filter((file) => file.name === name).map((file) => file.id)
    const details = (await db.select().from(wishDetails)).filter((row) => files.includes(row.residentId))
    return { files: files.length, wishes: details.length }
  }
  const total = async () => (await site.services.store.db.select().from(wishes)).length
  const tap = (page: Page, selector: string) => page.locator(selector).first().tap()
  const item = (id: string) => `label:has([name="item"][value="${id}"])`
  const send = 'form[data-doorstep] .button.wide'
  const search = 'form[data-doorstep] [name="q"]'

  const consented = ['kept', 'posting', 'card']
  const typeNew = async (page: Page, name: string, thing = 'milk') => {
    await tap(page, 'label:has([value="new"])')
    await answerAsNew(page)
    await page.fill('[name="name"]', name)
    await page.fill('[name="building"]', '5')
    await page.fill('[name="door"]', '301')
    await tap(page, item(thing))
  }

  /** What a new resident is asked, with and without a signal. */
  const answerAsNew = async (page: Page) => {
    const unlisted = page.locator('label:has([name="listed"][value="no"])')
    if (await unlisted.isVisible()) await unlisted.tap()
    await tap(page, 'label:has([name="ageBand"][value="80+"])')
    for (const purpose of consented) await tap(page, `label:has([name="agreed"][value="${purpose}"])`)
  }
  const onList = (page: Page) => tap(page, 'label:has([name="listed"][value="yes"])')

  const blank = async (who: 'ana' | 'dora' = 'ana') => {
    const page = await atDoor({}, who)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    await page.context().setOffline(true)
    await page.goto(`${site.url}/wishes/new`)
    await page.getByText(zh.form.offline).waitFor()
    return page
  }

  // The browser remembers a form by the places of its fields; the list and the most asked things move between two visits.
  const ticked = (page: Page) =>
    page
      .locator('form[data-doorstep] :is([name="resident"], [name="item"]):checked')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))

  test('a wish takes no more than six taps and the typed letters of a name', async () => {
    const page = await atDoor()
    await page.evaluate(() => {
      const counted = window as unknown as { taps: number }
      counted.taps = 0
      addEventListener('pointerdown', () => counted.taps++, true)
    })
    // The list is drawn once more for the second letter; a tap before that may hit what is about to be replaced.
    const answered = page.waitForResponse((answer) => answer.request().postData()?.includes('q=lg') ?? false)
    await tap(page, search)
    await page.keyboard.type('lg', { delay: 20 })
    await answered
    await page.locator('#found label:has-text("Li Guilan")').tap()
    await tap(page, item('milk'))
    await tap(page, '[data-step="1"]')
    await tap(page, 'label:has([value="yellow"])')
    const taps = await page.evaluate(() => (window as unknown as { taps: number }).taps)
    await tap(page, send)
    await page.waitForURL(/\/wishes\/\d/)
    expect(taps + 1).toBeLessThanOrEqual(6)
    const [wish] = await site.services.store.db.select().from(wishes)
    expect(wish).toMatchObject({ itemId: 'milk', quantity: 2, urgency: 'yellow' })
    expect(page.faults).toEqual([])
  })

  test('typed without signal, the page closed: one wish when the signal is back', async () => {
    const page = await atDoor()
    await page.context().setOffline(true)
    await typeNew(page, '赵素珍')
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.getByText(waiting.waiting).waitFor()
    await page.close()
    expect(await wished('赵素珍')).toEqual({ files: 0, wishes: 0 })

    await page.context().setOffline(false)
    const [one, two] = [await page.context().newPage(), await page.context().newPage()]
    await Promise.all([one.goto(`${site.url}/wishes/new`), two.goto(`${site.url}/wishes/new`)])
    await expect.poll(() => wished('赵素珍')).toEqual({ files: 1, wishes: 1 })
    await Promise.all([one.reload(), two.reload()])
    await one.waitForTimeout(300)
    expect(await wished('赵素珍')).toEqual({ files: 1, wishes: 1 })
    expect(await one.locator('#waiting li').count()).toBe(0)
  })

  test('two that waited are both sent, and the page tells of each', async () => {
    const page = await atDoor()
    await page.context().setOffline(true)
    for (const [n, name] of ['钱桂英', '周秀兰'].entries()) {
      await typeNew(page, name)
      await tap(page, send)
      await page.locator('#waiting li').nth(n).waitFor()
    }

    await page.context().setOffline(false)
    await page.locator('#waiting').getByRole('link', { name: waiting.look }).nth(1).waitFor()
    expect(await page.locator('#waiting li').count()).toBe(0)
    expect([await wished('钱桂英'), await wished('周秀兰')]).toEqual([
      { files: 1, wishes: 1 },
      { files: 1, wishes: 1 },
    ])
  })

  test('the estate of a new resident is sent with the form, and in no address', async () => {
    const page = await atDoor()
    const urls: string[] = []
    page.on('request', (request) => urls.push(decodeURIComponent(request.url())))
    await page.context().setOffline(true)
    await typeNew(page, '冯桂芝')
    await page.fill('[name="place"]', '阳光小区')
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await page.locator('#waiting').getByRole('link', { name: waiting.look }).waitFor()

    expect(urls.filter((url) => url.includes('阳光'))).toEqual([])
    expect(urls.some((url) => url.endsWith('/wishes/new?c=hongqi'))).toBe(true)
    const [file] = (await site.services.store.db.select().from(residents)).filter(({ name }) => name === '冯桂芝')
    expect([file?.place, file?.building, file?.door]).toEqual(['阳光小区', '5', '301'])
  })

  test('what is half typed is there again after the page was closed, and only for the one who typed it', async () => {
    const left = await atDoor()
    await typeNew(left, '孙玉芬', 'rice')
    await left.waitForTimeout(400)
    const page = await left.context().newPage()
    await left.close()
    await page.goto(`${site.url}/wishes/new`)
    await page.getByText(waiting.typing).waitFor()
    await page.locator('#waiting a', { hasText: waiting.open }).tap()
    await expect.poll(() => page.inputValue('[name="name"]')).toBe('孙玉芬')
    expect(await page.isChecked('[name="item"][value="rice"]')).toBe(true)

    await signIn(page, 'gus')
    await page.goto(`${site.url}/wishes/new`)
    await page.waitForTimeout(200)
    expect(await page.locator('#waiting').isVisible()).toBe(false)
  })

  test('what the server does not take stays, with its sentence, until it is changed or discarded', async () => {
    const page = await atDoor()
    await page.context().setOffline(true)
    await typeNew(page, '钱秀英')
    await page.fill('[name="quantity"]', '0')
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await page.getByText(zh.faults.quantity ?? '').waitFor()
    await page.getByText(waiting.refused).waitFor()
    expect(await wished('钱秀英')).toEqual({ files: 0, wishes: 0 })

    await page.locator('#waiting button', { hasText: waiting.discard }).tap()
    await page.locator('#waiting button', { hasText: waiting.sure }).tap()
    await expect.poll(() => page.locator('#waiting li').count()).toBe(0)
  })

  test('on a slow line the second press makes no second wish, and a lost answer neither', async () => {
    const page = await atDoor()
    let posts = 0
    await page.route('**/wishes/new?c=*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      posts++
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.fetch()
      return posts === 1 ? route.abort() : route.continue()
    })
    const before = await total()
    await tap(page, 'label:has-text("Li Guilan")')
    await tap(page, item('cane'))
    await tap(page, send)
    expect(await page.locator('form[data-doorstep]').getAttribute('class')).toContain('busy')
    await page.locator(send).dispatchEvent('click')
    await page.getByText(waiting.kept).waitFor()
    expect([posts, await total()]).toEqual([1, before + 1])
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => page.locator('#waiting li').count()).toBe(0)
    expect(await total()).toBe(before + 1)
  })

  test('signing out tells of what is unsent, and the desk shows it', async () => {
    const page = await atDoor()
    await page.context().setOffline(true)
    await typeNew(page, '郑玉兰')
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.route('**/wishes/new?c=*', (route) => route.abort())
    await page.context().setOffline(false)
    await page.goto(`${site.url}/desk`)
    await page.getByText('郑玉兰').waitFor()
    await Promise.all([page.waitForURL('**/logout'), tap(page, 'header a[href="/logout"]')])
    await page.getByText(waiting.signOut.replace('{n}', '1')).waitFor()
    await Promise.all([page.waitForURL((url) => url.pathname === '/'), tap(page, '#sign-out button')])
    await page.goto(`${site.url}/desk`)
    expect(page.url()).toContain('/login')
    await page.unroute('**/wishes/new?c=*')
    await signIn(page, 'ana')
    await page.goto(`${site.url}/desk`)
    await expect.poll(() => wished('郑玉兰')).toEqual({ files: 1, wishes: 1 })
  })

  test('where the session has ended it says so and keeps what was typed', async () => {
    const page = await atDoor()
    await typeNew(page, '周凤兰')
    await page.context().clearCookies()
    await tap(page, send)
    await page.getByText(waiting.toLogin).waitFor()
    await signIn(page, 'ana')
    await page.goto(`${site.url}/wishes/new`)
    await expect.poll(() => wished('周凤兰')).toEqual({ files: 1, wishes: 1 })
  })

  test('the form opens without signal where the phone has a worker for it', async () => {
    const page = await blank()
    // The community's number is the phone's own memory; of the form's page it is no part.
    await page.locator('header a[href="tel:0994-2345678"]').waitFor()
    expect(await page.locator('header a[href*="login"], nav').count()).toBe(0)
    expect(await page.getByText(zh.form.newResident).isVisible()).toBe(false)
    expect(await page.content()).not.toContain('Li Guilan')
    await answerAsNew(page)
    // The one grid of its reader, which the phone remembers from the full form.
    expect(await page.inputValue('[name="gridId"]')).toBe('grid1')
    await page.fill('[name="name"]', '吴桂英')
    await page.fill('[name="door"]', '808')
    await tap(page, item('rice'))
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await expect.poll(() => wished('吴桂英')).toEqual({ files: 1, wishes: 1 })
    // No one has to come back to ask: everything is in the file.
    const { db } = site.services.store
    const [file] = (await db.select().from(residents)).filter(({ name }) => name === '吴桂英')
    expect([file?.gridId, file?.ageBand]).toEqual(['grid1', '80+'])
    const given = (await db.select().from(consents)).filter(({ residentId }) => residentId === file?.id)
    expect(given.map(({ purpose }) => purpose).sort()).toEqual([...consented].sort())
  })

  test('a worker of two grids posts without signal for a resident on the list', async () => {
    const page = await blank('dora')
    const before = await wished('Li Guilan')
    await onList(page)
    expect(await page.locator('[name="gridId"], [name="agreed"]').first().isVisible()).toBe(false)
    await page.fill('[name="name"]', 'Li Guilan')
    for (const [name, value] of Object.entries({ building: '17号楼', unit: '2', door: '203' }))
      await page.fill(`[name="${name}"]`, value)
    await tap(page, item('change-lamp'))
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await expect.poll(() => wished('Li Guilan')).toEqual({ files: 1, wishes: before.wishes + 1 })
  })

  test.each(['/', '/desk', '/c/hongqi'])('opening %s without signal shows the form', async (path) => {
    const page = await blank()
    await page.goto(site.url + path)
    await page.getByText(zh.form.offline).waitFor()
    expect(await page.locator('[name="name"]').isVisible()).toBe(true)
  })

  /** Types a name and leaves at once, while the phone takes half a second to write: another access to the store comes first. */
  const typeAndLeave = (page: Page, name: string, link: string) =>
    page.evaluate(
      async ([typed, words]) => {
        const request = indexedDB.open('micro-wish')
        await new Promise((resolve) => request.addEventListener('success', resolve))
        const drafts = request.result.transaction('drafts', 'readwrite').objectStore('drafts')
        const until = performance.now() + 500
        const wait = () => {
          if (performance.now() < until) drafts.count().onsuccess = wait
        }
        wait()
        const field = document.querySelector<HTMLInputElement>('[name="name"]')
        if (!field) throw new Error('the form asks for no name')
        field.value = typed
        field.dispatchEvent(new Event('input', { bubbles: true }))
        ;[...document.querySelectorAll('a')].find((one) => one.textContent === words)?.click()
      },
      [name, link] as const,
    )

  test('when the signal is back the form says so, and leads to the full one with what was typed last', async () => {
    const page = await blank()
    await page.goto(`${site.url}/desk`)
    await page.context().setOffline(false)
    await page.getByText(waiting.online).waitFor()
    expect(await page.getByText(zh.form.offline).count()).toBe(0)
    await typeAndLeave(page, '韩素琴', waiting.toForm)
    await page.locator(search).waitFor()
    await expect.poll(() => page.inputValue('[name="name"]')).toBe('韩素琴')
  })

  test('a search without signal says that no one can be looked up, and a name is typed instead', async () => {
    const page = await atDoor()
    await page.fill(search, 'nobody')
    await page.getByText(zh.form.noResidents).waitFor()
    await page.context().setOffline(true)
    await page.fill(search, 'lg')
    await page.locator('#found').getByText(waiting.noList).waitFor()
    expect(await page.getByText(zh.form.noResidents).count()).toBe(0)
    expect(await ticked(page)).toEqual(['new'])
    expect(await page.locator('[name="name"]').isVisible()).toBe(true)
  })

  test('a search without signal leaves the people on the screen, says so, and chooses no one', async () => {
    const page = await atDoor()
    await page.fill(search, 'lg')
    const found = page.locator('#found label:has-text("Li Guilan")')
    await found.waitFor()
    await page.context().setOffline(true)
    await page.fill(search, 'lgu')
    await page.locator('#found').getByText(waiting.oldList).waitFor()
    expect(await ticked(page)).toEqual([])
    await found.tap()
    expect(await ticked(page)).toEqual([cast.residents.li])
  })

  test('a draft that was not taken opens at the field that has to be mended, and is sent with it', async () => {
    const page = await blank('dora')
    await onList(page)
    await page.fill('[name="name"]', '冯玉珍')
    await page.fill('[name="building"]', '99')
    await tap(page, item('rice'))
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await page.getByText(waiting.refused).waitFor()
    await page.goto(`${site.url}/desk`)
    await page.locator('#waiting a', { hasText: waiting.open }).tap()
    await page.locator('#gridId-error', { hasText: zh.form.faults.grid }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name')
    // Not on the list after all: the questions for a new resident are open, and no file is made without consent.
    await page.locator('#name-error', { hasText: zh.form.faults['not-on-list'] }).waitFor()
    expect(await wished('冯玉珍')).toEqual({ files: 0, wishes: 0 })
    await page.selectOption('#gridId', 'grid2')
    await answerAsNew(page)
    await tap(page, send)
    await page.waitForURL(/\/wishes\/\d/)
    expect(await wished('冯玉珍')).toEqual({ files: 1, wishes: 1 })
  })

  test('what the server would have to ask is asked without signal before the form is stored, at its field', async () => {
    const page = await atDoor({}, 'dora')
    await page.context().setOffline(true)
    await tap(page, send)
    await page.locator('#resident-error', { hasText: waiting.missing.resident }).waitFor()
    await page.locator('#item-error').waitFor()
    await tap(page, 'label:has([value="new"])')
    await tap(page, 'label:has([name="listed"][value="no"])')
    await tap(page, send)
    for (const field of ['name', 'gridId', 'ageBand', 'agreed'] as const)
      await page.locator(`#${field}-error`, { hasText: waiting.missing[field] }).waitFor()
    await typeNew(page, '褚秀兰')
    await tap(page, send)
    await page.locator('#gridId-error', { hasText: waiting.missing.gridId }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('gridId')
    expect(await page.locator('#resident-error, #item-error').count()).toBe(0)
    await page.selectOption('#gridId', 'grid1')
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await expect.poll(() => wished('褚秀兰')).toEqual({ files: 1, wishes: 1 })
  })

  test('going back after a wish was sent shows no resident and nothing chosen', async () => {
    const page = await atDoor()
    await tap(page, 'label:has-text("Li Guilan")')
    await tap(page, item('reading-glasses'))
    await tap(page, send)
    await page.waitForURL(/\/wishes\/\d/)
    await page.goBack({ waitUntil: 'load' })
    await page.waitForTimeout(300)
    expect(await ticked(page)).toEqual([])
    const before = await total()
    await tap(page, send)
    await page.locator('#resident-error').waitFor()
    expect(await total()).toBe(before)
  })

  test('going back to a half-typed form shows the same resident and the same item', async () => {
    const page = await atDoor()
    await page.fill(search, 'lg')
    await page.locator('#found label:has-text("Li Guilan")').tap()
    await tap(page, item('kettle'))
    await page.waitForTimeout(400)
    await page.goto(`${site.url}/rules`)
    await page.goBack({ waitUntil: 'load' })
    await expect.poll(() => ticked(page)).toEqual([cast.residents.li, 'kettle'])
    expect(await page.locator('#waiting li').count()).toBe(0)
  })

  test('a page that the browser restores as it was left is emptied if its wish was sent', async () => {
    const page = await atDoor()
    await tap(page, 'label:has-text("Li Guilan")')
    await tap(page, item('kettle'))
    const key = await page.inputValue('[name="key"]')
    await page.waitForTimeout(400)
    await page.evaluate(`import('/outbox.js').then(({ drop }) => drop('${key}'))`)
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await expect.poll(() => ticked(page)).toEqual([])
    expect(await page.inputValue('[name="key"]')).not.toBe(key)
  })

  test('without scripts nothing is chosen by going back', async () => {
    const page = await atDoor({ javaScriptEnabled: false })
    await tap(page, 'label:has-text("Li Guilan")')
    await tap(page, item('kettle'))
    await page.goto(`${site.url}/rules`)
    await page.goBack({ waitUntil: 'load' })
    expect(await page.locator('form[data-doorstep] :is([name="resident"], [name="item"]):checked').count()).toBe(0)
  })

  test('without scripts the form posts all the same', async () => {
    const page = await atDoor({ javaScriptEnabled: false })
    await page.fill(search, 'lg')
    await page.getByRole('button', { name: zh.form.find }).tap()
    await tap(page, 'label:has-text("Li Guilan")')
    await tap(page, item('haircut'))
    await tap(page, send)
    await page.waitForURL(/\/wishes\/\d/)
  })

  test('a draft that is odd comes back with the question, and opens with the field for the reason', async () => {
    const page = await blank()
    await answerAsNew(page)
    await page.fill('[name="name"]', '蒋桂兰')
    await page.fill('[name="building"]', '17')
    await page.fill('[name="door"]', '101')
    await tap(page, item('rice'))
    await page.fill('[name="quantity"]', '50')
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await page.locator('#waiting .error', { hasText: '一次要 50，一般不超过 12' }).waitFor()
    await page.goto(`${site.url}/desk`)
    await page.locator('#waiting a', { hasText: waiting.open }).tap()
    await page.locator('#odd-error', { hasText: '一次要 50' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('odd')
    await page.fill('#odd', '整栋楼一起发')
    await page.waitForTimeout(400)
    await page.reload()
    await expect.poll(() => page.inputValue('#odd')).toBe('整栋楼一起发')
    await tap(page, send)
    await page.waitForURL(/\/wishes\/\d/)
    expect(await wished('蒋桂兰')).toEqual({ files: 1, wishes: 1 })
  })

  test('a draft with a private word opens with the tick that confirms it', async () => {
    const page = await atDoor()
    await page.context().setOffline(true)
    await typeNew(page, '韩秀珍', 'rice')
    await page.locator('summary', { hasText: zh.form.more }).tap()
    await page.fill('[name="note"]', '老人耳背，敲门响一点')
    await tap(page, send)
    await page.getByText(waiting.kept).waitFor()
    await page.context().setOffline(false)
    await page.getByText(waiting.refused).waitFor()
    await page.locator('#waiting a', { hasText: waiting.open }).tap()
    await tap(page, 'label:has([name="needed"])')
    await tap(page, send)
    await page.waitForURL(/\/wishes\/\d/)
    expect(await wished('韩秀珍')).toEqual({ files: 1, wishes: 1 })
  })

  test('what is no wish is referred by the button that the refusal shows, with the form as typed', async () => {
    const page = await atDoor()
    await page.locator(search).pressSequentially('Guilan')
    await tap(page, 'label:has-text("Li Guilan")')
    await page.locator('summary', { hasText: zh.form.other }).tap()
    await tap(page, 'label:has([name="item"][value="other"])')
    await page.fill('[name="words"]', '500元现金')
    await tap(page, send)
    await tap(page, '[name="referTo"]')
    await page.waitForURL(/\/wishes\/\d/)
    expect(await page.locator('main').textContent()).toContain(zh.words.state.referred)
  })
})
