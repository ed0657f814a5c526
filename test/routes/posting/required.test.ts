import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { type EveryPage, everyPage } from '#test/support/every-page.ts'

let site: DemoSite
let pages: readonly EveryPage[]
beforeAll(async () => {
  site = await demoSite()
  pages = await everyPage(site)
})
afterAll(() => site.closeAll())

type Form = EveryPage & { readonly open: string; readonly body: string }

/** Every form of every page that has a field without which it cannot be sent. */
async function formsThatAsk(): Promise<readonly Form[]> {
  const seen = new Map<string, Form>()
  for (const page of pages) {
    const html = await (await site.get(page.path, page.who)).text()
    for (const [, open = '', body = ''] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs))
      if (/<(?:input|select|textarea)\b[^>]*\srequired/.test(body)) {
        const action = /action="([^"]*)"/.exec(open)?.[1] ?? ''
        seen.set(action.replaceAll(/[0-9a-f]{24}|\d{4}-\d{4}/g, ':id'), { ...page, open, body })
      }
  }
  return [...seen.values()]
}

/** What a browser would send of a form whose required fields are left empty. */
function emptied({ body }: Form): { readonly fields: URLSearchParams; readonly asked: readonly string[] } {
  const fields = new URLSearchParams()
  const asked = new Set<string>()
  for (const [tag] of body.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((one) => new RegExp(`\\s${one}="([^"]*)"`).exec(tag)?.[1])
    if (!name) continue
    if (/\srequired/.test(tag)) asked.add(name)
    else if (/type="hidden"/.test(tag) || (/type="radio"/.test(tag) && /\schecked/.test(tag)))
      fields.append(name, value ?? '')
  }
  for (const name of asked) if (!fields.has(name)) fields.append(name, '')
  return { fields, asked: [...asked] }
}

function asFile(fields: URLSearchParams): FormData {
  const sent = new FormData()
  for (const [name, value] of fields) sent.append(name, name === 'file' ? new File([], '') : value)
  return sent
}

test('what is missing is said by the page, at its field and in its language, never by the browser', async () => {
  const faults: string[] = []
  const forms = await formsThatAsk()
  for (const form of forms) {
    const action = (/action="([^"]*)"/.exec(form.open)?.[1] ?? '').replaceAll('&amp;', '&')
    const where = `${form.path} (${form.who}) → ${action}`
    if (!/\snovalidate/.test(form.open)) faults.push(`${where}: the browser judges first`)
    if (/method="get"/.test(form.open)) continue
    const { fields, asked } = emptied(form)
    const answer = await fetch(site.url + action, {
      method: 'POST',
      headers: { cookie: await site.cookieOf(form.who), origin: site.url },
      body: /multipart/.test(form.open) ? asFile(fields) : fields,
      redirect: 'manual',
    })
    const html = await answer.text()
    if (answer.status !== 422) faults.push(`${where}: answered ${answer.status} to ${fields}`)
    else if (!asked.some((name) => new RegExp(`id="(?:\\w+-)?${name}-error"`).test(html)))
      faults.push(`${where}: no sentence at ${asked.join(', ')}`)
  }
  expect(forms.length).toBeGreaterThan(15)
  expect(faults).toEqual([])
})
