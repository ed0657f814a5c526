import readQr from 'jsqr'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserOfFile, desktop, isBrowserLeftOut, phone } from '#test/support/browser/browser.ts'
import { codesInPdf } from '#test/support/browser/codes-in-pdf.ts'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { zh } from '#text/zh.ts'

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The picture as a JPEG of quality 60 at half its size; of it the pixels of a box, given in the whole picture's. */
const halved = (page: Page, source: string, { x, y, width, height }: Box) =>
  page.evaluate(
    async ([from, left, top, wide, high]) => {
      const load = async (src: string) => {
        const image = new Image()
        image.src = src
        await image.decode()
        return image
      }
      const paint = (image: HTMLImageElement, across: number, down: number) => {
        const canvas = document.createElement('canvas')
        canvas.width = across
        canvas.height = down
        canvas.getContext('2d')?.drawImage(image, 0, 0, across, down)
        return canvas
      }
      const whole = await load(from)
      const [across, down] = [Math.round(whole.width / 2), Math.round(whole.height / 2)]
      const small = await load(paint(whole, across, down).toDataURL('image/jpeg', 0.6))
      const part = paint(small, across, down)
        .getContext('2d')
        ?.getImageData(left / 2, top / 2, wide / 2, high / 2)
      return { pixels: [...(part?.data ?? [])], width: part?.width ?? 0, height: part?.height ?? 0 }
    },
    [source, x, y, width, height] as const,
  )

const codeIn = async (page: Page, source: string, box: Box) => {
  const { pixels, width, height } = await halved(page, source, box)
  return readQr(new Uint8ClampedArray(pixels), width, height)?.data
}

describe.runIf(!isBrowserLeftOut)('what goes out of the program', () => {
  const { newPage } = browserOfFile()
  let site: DemoSite
  beforeAll(async () => {
    site = await demoSite()
  })
  afterAll(() => site.closeAll())

  const open = async (path: string, options = phone as Parameters<typeof newPage>[0]) => {
    const page = await newPage(options)
    await site.become(page.context(), 'secretary')
    await page.goto(site.url + path)
    return page
  }

  test('the picture is drawn on the phone, 1080 wide, and its code is read from a JPEG of quality 60 at half size', async () => {
    const page = await open('/doors/messages/1')
    const image = page.locator('img.picture')
    await image.waitFor()
    const source = (await image.getAttribute('src')) ?? ''
    const [width = 0, height = 0] = await image.evaluate((one: HTMLImageElement) => [
      one.naturalWidth,
      one.naturalHeight,
    ])

    expect(source).toMatch(/^data:image\/jpeg/)
    expect(width).toBe(1080)
    expect(height).toBeGreaterThan(width)
    const corner = { x: width / 2, y: height - 460, width: width / 2, height: 460 }
    expect(await codeIn(page, source, corner)).toBe(`${site.url}/c/demo`)
    expect(page.faults).toEqual([])
  })

  test('every code of a printed sheet can be read at half size, and leads to the number printed next to it', async () => {
    const page = await open('/doors/sheets/1', { ...desktop, deviceScaleFactor: 2 })
    await page.emulateMedia({ media: 'print' })
    const shot = await page.screenshot({ fullPage: true })
    const items = page.locator('.board-sheet li:has(.qr)')
    const all = await items.count()

    expect(all).toBeGreaterThan(0)
    for (let n = 0; n < all; n++) {
      const number = await items.nth(n).locator('.number').textContent()
      const box = await items.nth(n).locator('.qr').boundingBox()
      if (!box) throw new Error('the code is not printed')
      const doubled = { x: box.x * 2, y: box.y * 2, width: box.width * 2, height: box.height * 2 }
      const read = await codeIn(page, `data:image/png;base64,${shot.toString('base64')}`, doubled)
      expect(read).toBe(`${site.url}/w/${number?.replace('-', '')}?d=b`)
    }
  })

  /** The demo's sheet on A4, or a new one that is made on A3. */
  const sheetOn = async (paper: 'a4' | 'a3') => {
    if (paper === 'a4') return { page: await open('/doors/sheets/1', desktop), path: '/sheets/1' }
    const page = await open('/doors', desktop)
    const form = page.locator('form:has([name="paper"])')
    await form.locator('label:has([value="a3"])').click()
    await Promise.all([page.waitForURL(/\/doors\/sheets\/\d+\?/), form.locator('button:not([type=button])').click()])
    return { page, path: new URL(page.url()).pathname.replace('/doors', '') }
  }

  test.each([
    ['a4', /\/MediaBox\s*\[0 0 59[45][\d.]* 84[12][\d.]*\]/],
    ['a3', /\/MediaBox\s*\[0 0 84[12][\d.]* 119[01][\d.]*\]/],
  ] as const)('a sheet is one page of %s, and in its PDF another reader reads every code', async (paper, size) => {
    const { page, path } = await sheetOn(paper)
    const file = await page.pdf({ preferCSSPageSize: true, printBackground: true })

    expect(file.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(file.toString('latin1')).toMatch(size)
    const numbers = await page.locator('.board-sheet li:has(.qr) .number').allTextContents()
    expect(numbers.length).toBeGreaterThan(0)
    expect(codesInPdf(file)).toEqual([
      ...numbers.map((number) => `${site.url}/w/${number.replace('-', '')}?d=b`),
      `${site.url}/c/demo${path}`,
    ])
  })

  test('where the browser refuses to copy, the whole message is selected and the button says what to do', async () => {
    const page = await open('/doors/messages/1')
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })

    await page.getByRole('button', { name: zh.doors.message.copy }).click()

    await page.getByRole('button', { name: zh.doors.message.selected }).waitFor()
    const [selected, whole] = await page
      .locator('textarea')
      .evaluate((field: HTMLTextAreaElement) => [
        field.value.slice(field.selectionStart, field.selectionEnd),
        field.value,
      ])
    expect(selected).toBe(whole)
  })
})
