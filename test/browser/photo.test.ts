import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { photos } from '#db/schema/tables.ts'
import { readPhoto } from '#domain/photo/photo.ts'
import { browserOfFile, isBrowserLeftOut, phone, siteOn } from '#test/support/browser/browser.ts'
import { listResident, seedCast } from '#test/support/cast.ts'
import { exifOf, withoutMetadata } from '#test/support/photos.ts'
import { nodeStores } from '#test/support/stores.ts'
import { post } from '#test/support/wish.ts'
import { zh } from '#text/zh.ts'

const monday = new Date('2026-11-02T02:00:00Z')
const words = zh.photos

describe.runIf(!isBrowserLeftOut)('a photo from a phone', () => {
  const open = nodeStores()
  const { newPage } = browserOfFile()
  let site: Awaited<ReturnType<typeof siteOn>>
  let cast: Awaited<ReturnType<typeof seedCast>>
  let large: Buffer
  beforeAll(async () => {
    const store = await open()
    site = await siteOn(store, () => monday)
    cast = await seedCast(site.services)
    large = await cameraPicture(await newPage())
  })
  afterAll(() => site.close())

  let doors = 300
  /** A wish of a household of its own that ben or cleo has claimed, and its page on their phone. */
  async function atDoor(who: 'ben' | 'cleo', options = {}) {
    const { people } = cast
    const file = { gridId: 'grid1', name: 'Wu Guiying', door: `${++doors}`, phones: [`13800138${doors}`] }
    const resident = await listResident(site.services, people.ana, 'hongqi', file)
    const code = await post({ services: site.services, ...cast } as never, people.ana, resident)
    await moveWish(site.services, people.dora, {
      code,
      orders: [{ action: 'publish', publicText: '', approvesValue: false }],
    })
    const volunteer = { id: people[who].id, unitId: null, isActive: true }
    const claim = { action: 'claim', claimId: newId(), volunteer, isExtra: false } as const
    const claimed = await moveWish(site.services, people[who], { code, orders: [claim] })
    if (!claimed?.ok) throw new Error('not claimed')
    const page = await newPage({ ...phone, ...options })
    const [cookie = ''] = (await sessionsOf(site.services).begin(people[who].id)).split(';')
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: site.url }])
    await page.goto(`${site.url}/wishes/${code}`)
    // Until the day of the visit the delivery is folded.
    await page.locator('#deliver summary').first().tap()
    return { page, code }
  }
  const choose = (page: Page) =>
    page.setInputFiles('#photo', { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: large })
  const kept = async (page: Page) => {
    const image = page.locator('img.photo')
    await image.waitFor()
    const bytes = new Uint8Array(
      await (await page.request.get(new URL((await image.getAttribute('src')) ?? '', page.url()).href)).body(),
    )
    return { read: readPhoto(bytes), text: Buffer.from(bytes).toString('latin1') }
  }

  test('is made small before it is sent, can be taken away, and is shown when delivered', async () => {
    const { page } = await atDoor('ben')
    const away = page.getByRole('button', { name: words.away })

    expect(await away.isVisible()).toBe(false)
    await choose(page)
    await page.getByRole('img', { name: words.preview }).waitFor()
    const sent = await page.evaluate(() => {
      const file = document.querySelector<HTMLInputElement>('#photo')?.files?.[0]
      return { name: file?.name, type: file?.type, size: file?.size ?? 0 }
    })
    expect(sent).toMatchObject({ name: 'photo.jpg', type: 'image/jpeg' })
    expect(sent.size).toBeLessThan(large.length)
    await away.tap()
    expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#photo')?.files?.length)).toBe(0)
    expect(await away.isVisible()).toBe(false)

    await choose(page)
    await page.getByRole('img', { name: words.preview }).waitFor()
    await page.getByRole('button', { name: zh.moves.deliver.button }).tap()
    const { read, text } = await kept(page)
    // The camera was held upright: 1600 by 1200 with a quarter turn.
    expect(read).toMatchObject({ ok: true, width: 960, height: 1280, turn: 1 })
    expect(text).not.toContain('Exif')
    expect(page.faults).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })

  test('is still chosen after a wrong receipt code, and the code’s field is in sight with its sentence', async () => {
    const { page, code } = await atDoor('ben')
    await choose(page)
    await page.getByRole('img', { name: words.preview }).waitFor()
    await page.fill('#code', '000000')
    await page.getByRole('button', { name: zh.moves.deliver.button }).tap()

    await page.locator('#code-error').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code')
    const { top = -1, bottom = -1 } = await page
      .locator('#code')
      .evaluate((one) => one.getBoundingClientRect().toJSON())
    expect([top > 0, bottom < 844]).toEqual([true, true])
    await page.getByRole('img', { name: words.preview }).waitFor()
    expect(await page.getByText(words.again).count()).toBe(0)

    await page.fill('#code', '')
    await page.getByRole('button', { name: zh.moves.deliver.button }).tap()
    const { read } = await kept(page)
    expect(read).toMatchObject({ ok: true, width: 960, height: 1280 })
    expect(page.url()).toContain(code)
  })

  test('without scripts is sent as it is, loses its metadata on the way, and is shown upright', async () => {
    const { page } = await atDoor('cleo', { javaScriptEnabled: false })

    await choose(page)
    await page.getByRole('button', { name: zh.moves.deliver.button }).tap()
    const { read, text } = await kept(page)

    expect(read).toMatchObject({ ok: true, width: 1600, height: 1200 })
    expect(text.includes('GPS')).toBe(false)
    const upright = await page.locator('img.photo').evaluate((one) => {
      const { naturalWidth, naturalHeight } = one as HTMLImageElement
      return [naturalWidth, naturalHeight]
    })
    expect(upright).toEqual([1200, 1600])
    expect((await site.services.store.db.select().from(photos)).every(({ state }) => state === 'kept')).toBe(true)
    await page.getByRole('button', { name: words.remove }).tap()
    await page.getByText(words.add).waitFor()
    expect(await page.locator('img.photo').count()).toBe(0)
  })

  test('has the same pixels without its metadata, as JPEG, PNG and WebP', async () => {
    const page = await newPage()
    for (const type of ['image/jpeg', 'image/png', 'image/webp']) {
      const bytes = await drawn(page, type, 40, 30)
      const bare = withoutMetadata(bytes)
      expect(bare, type).not.toBeNull()
      expect(await pixels(page, bare ?? bytes, type), type).toBe(await pixels(page, bytes, type))
    }
    const bare = withoutMetadata(withExif(await drawn(page, 'image/jpeg', 40, 30), 1))
    expect(await pixels(page, bare ?? new Uint8Array(), 'image/jpeg')).toBe(
      await pixels(page, await drawn(page, 'image/jpeg', 40, 30), 'image/jpeg'),
    )
  })
})

/** What a phone held upright makes: 1600 by 1200, to be turned to the right, with the place in it. */
const cameraPicture = async (page: Page): Promise<Buffer> =>
  Buffer.from(withExif(await drawn(page, 'image/jpeg', 1600, 1200), 6))

const withExif = (jpeg: Uint8Array, turn: number): Uint8Array => {
  const exif = exifOf({ turn, note: 'GPS' })
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...jpeg.subarray(2)])
}

const drawn = async (page: Page, type: string, width: number, height: number): Promise<Uint8Array> =>
  Uint8Array.from(
    await page.evaluate(
      async ({ type, width, height }) => {
        const canvas = new OffscreenCanvas(width, height)
        const pen = canvas.getContext('2d')
        if (!pen) throw new Error('no canvas')
        for (let n = 0; n < 40; n++) {
          pen.fillStyle = `hsl(${n * 37} 70% ${30 + n}%)`
          pen.fillRect((n * width) / 50, (n * height) / 70, width / 3, height / 4)
        }
        return [...new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer())]
      },
      { type, width, height },
    ),
  )

const pixels = (page: Page, bytes: Uint8Array, type: string): Promise<string> =>
  page.evaluate(
    async ({ bytes, type }) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type }))
      const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')
      pen?.drawImage(image, 0, 0)
      return `${image.width} ${image.height} ${pen?.getImageData(0, 0, image.width, image.height).data.join()}`
    },
    { bytes: [...bytes], type },
  )
