import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { type EveryPage, everyPage } from '#test/support/every-page.ts'
import { zh } from '#text/zh.ts'

let site: DemoSite
let pages: readonly EveryPage[]
beforeAll(async () => {
  site = await demoSite()
  pages = await everyPage(site)
})
afterAll(() => site.closeAll())

const number = '650102198001010015'
const card = '6222 0200 0000 0000 000'

type Form = EveryPage & { readonly action: string; readonly isMultipart: boolean; readonly body: string }

/** Every form of every page into which someone can write. */
async function formsToWriteIn(): Promise<readonly Form[]> {
  const seen = new Map<string, Form>()
  for (const page of pages) {
    const html = await (await site.get(page.path, page.who)).text()
    for (const [, open = '', body = ''] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
      if (!/method="post"/.test(open) || !written(body).length) continue
      const action = (/action="([^"]*)"/.exec(open)?.[1] ?? '').replaceAll('&amp;', '&')
      const kind = `${action.replaceAll(/[0-9a-f]{24}|\d{4}-\d{4}/g, ':id')} ${written(body)}`
      seen.set(kind, { ...page, action, isMultipart: /multipart/.test(open), body })
    }
  }
  return [...seen.values()]
}

/** What is typed to sign in with is compared and not stored, a search stores nothing, and minutes are a number up to three digits. */
const notStored = (action: string, name: string) =>
  /^\/(login|activate|account\/factor)/.test(action) || ['q', 'minutes'].includes(name)

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"') ?? ''

const written = (body: string): readonly string[] => [
  ...new Set(
    [...body.matchAll(/<(?:input|textarea)\b[^>]*>/g)].flatMap(([tag]) =>
      tag.startsWith('<textarea') || ['text', 'search', ''].includes(attribute(tag, 'type'))
        ? attribute(tag, 'name')
        : [],
    ),
  ),
]

/** The form as it stands on the page, with the first choice where one has to be made. */
function filled({ body }: Form): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
    const [type, name] = [attribute(tag, 'type'), attribute(tag, 'name')]
    if (!name || type === 'file' || (type === 'checkbox' && !/\schecked/.test(tag))) continue
    if (type === 'radio' && !/\schecked/.test(tag) && fields.has(name)) continue
    fields.set(name, attribute(tag, 'value'))
  }
  for (const [, tag = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>([^<]*)<\/textarea>/g))
    fields.set(attribute(` ${tag}`, 'name'), text)
  for (const [, tag = '', options = ''] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]*value="([^"]+)"[^>]*\sselected/.exec(options) ?? /value="([^"]+)"/.exec(options)
    fields.set(attribute(` ${tag}`, 'name'), chosen?.[1] ?? '')
  }
  return fields
}

async function send(form: Form, fields: URLSearchParams) {
  const body = form.isMultipart ? new FormData() : fields
  if (body instanceof FormData) for (const [name, value] of fields) body.append(name, value)
  const headers = { cookie: await site.cookieOf(form.who), origin: site.url }
  return fetch(site.url + form.action, { method: 'POST', headers, body, redirect: 'manual' })
}

/** Every stored value of every table as one text. */
async function everythingStored(): Promise<string> {
  const { db } = site.store
  const tables = (await db.all(sql`select name from sqlite_master where type = 'table'`)) as { name: string }[]
  const rows = await Promise.all(tables.map(({ name }) => db.all(sql.raw(`select * from "${name}"`))))
  return JSON.stringify(rows)
}

test('a number of an identity or bank card is refused in every field of every form, and never stored', async () => {
  const faults: string[] = []
  const forms = await formsToWriteIn()
  let fieldsTried = 0
  for (const form of forms) {
    for (const name of written(form.body)) {
      if (notStored(form.action, name)) continue
      fieldsTried++
      const fields = filled(form)
      fields.set(name, `号码${name === 'workOrder' ? number : fieldsTried % 2 ? number : card}`)
      const answer = await send(form, fields)
      const html = await answer.text()
      const where = `${form.path} (${form.who}) → ${form.action} ${name}`
      if (answer.status !== 422) faults.push(`${where}: answered ${answer.status}`)
      else if (!html.includes(zh.faults['private-number'] ?? '?')) faults.push(`${where}: no sentence`)
      if (html.includes(number) || html.includes(card)) faults.push(`${where}: it comes back`)
    }
  }
  expect(faults).toEqual([])
  expect(forms.length).toBeGreaterThan(20)
  expect(fieldsTried).toBeGreaterThan(60)
  const stored = await everythingStored()
  expect([stored.includes(number), stored.includes(card), stored.includes('号码已删')]).toEqual([false, false, false])
})
