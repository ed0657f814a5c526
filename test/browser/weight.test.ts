import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { type EveryPage, everyPage } from '#test/support/every-page.ts'

/** Kilobytes (of 1000) that a first visit may send over the line: the page and all that it names, compressed. */
const budget = 60

let site: DemoSite
let pages: readonly EveryPage[]
beforeAll(async () => {
  site = await demoSite()
  pages = await everyPage(site)
})
afterAll(() => site.closeAll())

test(`no page weighs more than ${budget} kB on a first visit, styles and scripts included`, async () => {
  const files = new Map<string, Promise<number>>()
  const weightOf = async ({ path, who }: EveryPage) => {
    const page = await sent(path, who)
    const named = [...page.text.matchAll(/<(?:script|link|img)\b[^>]*\s(?:src|href)="(\/[^"]+)"/g)].map(
      (found) => found[1]!,
    )
    for (const file of named)
      if (!files.has(file))
        files.set(
          file,
          sent(file).then(({ bytes }) => bytes),
        )
    const beside = await Promise.all([...new Set(named)].map((file) => files.get(file) ?? 0))
    return beside.reduce((sum, bytes) => sum + bytes, page.bytes)
  }
  const weights: string[] = []
  for (const page of pages) {
    const kilobytes = (await weightOf(page)) / 1000
    if (kilobytes > budget) weights.push(`${page.path} (${page.who}): ${kilobytes.toFixed(1)} kB`)
  }
  const board = (await weightOf({ route: '/', path: '/', who: 'anyone' })) / 1000

  expect(weights).toEqual([])
  // What is counted is really there: a board without its styles would be lighter than this.
  expect(board).toBeGreaterThan(20)
})

/** As a browser of today is sent it: what arrives on the line, and the text in it. */
async function sent(path: string, who: EveryPage['who'] = 'anyone') {
  const headers = { cookie: await site.cookieOf(who), 'accept-encoding': 'gzip' }
  return new Promise<{ readonly bytes: number; readonly text: string }>((resolve, reject) => {
    request(site.url + path, { headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
        resolve({ bytes: body.length + answer.rawHeaders.join(': ').length, text: text.toString('utf8') })
      })
    })
      .on('error', reject)
      .end()
  })
}
