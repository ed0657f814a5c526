import { afterAll, beforeAll, expect, test } from 'vitest'
import { focusedOnFault } from '#http/form/focus-on-fault.ts'
import { type DemoSite, demoSite } from '#test/support/demo-site.ts'
import { type EveryPage, everyPage } from '#test/support/every-page.ts'

let site: DemoSite
let pages: readonly EveryPage[]
let forms: readonly Form[]
beforeAll(async () => {
  site = await demoSite()
  pages = await everyPage(site)
  forms = await everyForm()
})
afterAll(() => site.closeAll())

type Form = EveryPage & { readonly open: string; readonly body: string }

/** Every different form of every page. */
async function everyForm(): Promise<readonly Form[]> {
  const seen = new Map<string, Form>()
  for (const page of pages) {
    const html = await (await site.get(page.path, page.who)).text()
    for (const [, open = '', body = ''] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
      const action = /action="([^"]*)"/.exec(open)?.[1] ?? ''
      const names = [...body.matchAll(/\sname="([^"]*)"/g)].map(([, name]) => name)
      seen.set([shapeOf(action), ...new Set(names)].join(' '), { ...page, open, body })
    }
  }
  return [...seen.values()]
}

/** An address without what differs from wish to wish. */
const shapeOf = (action: string): string =>
  action
    .replaceAll(/[0-9a-f]{24}|\d{4}-\d{4}/g, ':id')
    .replace(/\?.*/, '')
    .replace(/^\/c\/[^/]+/, '/c/:slug')

/** A form that has a field without which it cannot be sent, or a choice of which nothing is chosen yet. */
const asks = ({ body }: Form): boolean =>
  /<(?:input|select|textarea)\b[^>]*\srequired/.test(body) || unchosenIn(body).length > 0

/** The names of groups of choices without a chosen one. */
function unchosenIn(body: string): readonly string[] {
  const radios = [...body.matchAll(/<input\b[^>]*type="radio"[^>]*>/g)].map(([tag]) => tag)
  const chosen = new Set(radios.filter((tag) => /\schecked/.test(tag)).map(nameOf))
  return [...new Set(radios.map(nameOf))].filter((name) => !chosen.has(name))
}

const nameOf = (tag: string): string => /\sname="([^"]*)"/.exec(tag)?.[1] ?? ''

/** The name of the field that a browser focuses when it has loaded the page, with or without scripts. */
function focusOf(html: string): string {
  const [tag = ''] = /<(?:input|select|textarea)\b[^>]*\sautofocus[^>]*>/.exec(html) ?? []
  return nameOf(tag)
}

type Answer = { readonly name: string; readonly says: 'required' | 'optional' | 'nothing' }

/** What each field says about an empty answer: the texts to type, and the choices of which none is taken yet. */
function answersOf({ body }: Form): readonly Answer[] {
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const says = (label: string, tags: readonly string[]) =>
    tags.some((tag) => /\srequired/.test(tag))
      ? 'required'
      : label.includes('class="optional"')
        ? 'optional'
        : 'nothing'
  const typed = [...body.matchAll(/<(?:input|textarea)\b[^>]*>/g)].flatMap(([tag]) => {
    if (/type="(?:hidden|radio|checkbox|search)"|\s(?:readonly|disabled)/.test(tag)) return []
    const label = new RegExp(`<label for="${attribute(tag, 'id')}">(.*?)</label>`, 's').exec(body)?.[1] ?? ''
    return [{ name: attribute(tag, 'name'), says: says(label, [tag]) } as const]
  })
  const chosen = [...body.matchAll(/<fieldset\b[^>]*>\s*<legend>(.*?)<\/legend>(.*?)<\/fieldset>/gs)].flatMap(
    ([, legend = '', options = '']) => {
      const tags = [...options.matchAll(/<input\b[^>]*type="radio"[^>]*>/g)].map(([tag]) => tag)
      if (!tags.length || tags.some((tag) => /\schecked/.test(tag))) return []
      return [{ name: attribute(tags[0] ?? '', 'name'), says: says(legend, tags) } as const]
    },
  )
  return [...typed, ...chosen]
}

/** What a browser would send of a form whose required fields are left empty. */
function emptied({ body }: Form): { readonly fields: URLSearchParams; readonly asked: readonly string[] } {
  const fields = new URLSearchParams()
  const asked = new Set(unchosenIn(body))
  for (const [tag] of body.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((one) => new RegExp(`\\s${one}="([^"]*)"`).exec(tag)?.[1])
    if (!name) continue
    if (/\srequired/.test(tag)) asked.add(name)
    else if (/type="hidden"/.test(tag) || (/type="radio"/.test(tag) && /\schecked/.test(tag)))
      fields.append(name, value ?? '')
  }
  const buttons = [...body.matchAll(/<button\b[^>]*>/g)].map(([tag]) => tag)
  // Where each button says what to do, the form is sent by one of them.
  if (buttons.every(nameOf))
    fields.append(nameOf(buttons[0] ?? ''), /\svalue="([^"]*)"/.exec(buttons[0] ?? '')?.[1] ?? '')
  for (const { name } of answersOf({ body } as Form)) if (!fields.has(name)) fields.append(name, '')
  for (const name of asked) if (!fields.has(name)) fields.append(name, '')
  return { fields, asked: [...asked] }
}

function asFile(fields: URLSearchParams): FormData {
  const sent = new FormData()
  for (const [name, value] of fields) sent.append(name, name === 'file' ? new File([], '') : value)
  return sent
}

async function send({ open, who }: Form, fields: URLSearchParams): Promise<Response> {
  return fetch(site.url + actionOf(open), {
    method: 'POST',
    headers: { cookie: await site.cookieOf(who), origin: site.url },
    body: /multipart/.test(open) ? asFile(fields) : fields,
    redirect: 'manual',
  })
}

const actionOf = (open: string): string => (/action="([^"]*)"/.exec(open)?.[1] ?? '').replaceAll('&amp;', '&')
const isSent = ({ open }: Form): boolean => !/method="get"/.test(open)
const errorAt = (html: string, name: string): boolean => new RegExp(`id="(?:[\\w-]+-)?${name}-error"`).test(html)

/** Fields that are needed after some answers only, by the shape of the form's address. */
const neededSometimes: readonly string[] = [
  '/answers/new workOrder',
  '/c/:slug/counter/:id time',
  '/c/:slug/letters/new aboutStaff',
  '/c/:slug/letters/new name',
  '/c/:slug/letters/new phone',
  '/counter/:id found',
  '/counter/:id note',
  '/counter/:id time',
  '/counter/new/:id time',
  '/desk/to-check title…',
  '/import/:id/rows/0 words',
  '/letters/new aboutStaff',
  '/letters/new name',
  '/letters/new phone',
  '/residents building',
  '/residents/:id/edit building',
  '/wishes/:id/answer office',
  '/wishes/:id/answer toldOn',
  '/wishes/:id/confirm received',
  '/wishes/:id/edit words',
  '/wishes/:id/schedule day',
  '/wishes/:id/schedule time',
  '/wishes/new ageBand',
  '/wishes/new building',
  '/wishes/new day',
  '/wishes/new name',
  '/wishes/new resident',
  '/wishes/new words',
  '/wishes/new workOrder',
]

test('every field is required, or says that it is optional, or is needed in some cases only', async () => {
  const silent = forms.filter(isSent).flatMap((form) =>
    answersOf(form)
      .filter(({ says }) => says === 'nothing')
      .map(({ name }) => `${shapeOf(actionOf(form.open))} ${name.replace(/\d.*|-.*/, '…')}`),
  )

  expect([...new Set(silent)].sort()).toEqual(neededSometimes)
  expect(forms.flatMap(answersOf).filter(({ says }) => says === 'optional').length).toBeGreaterThan(40)
})

test('what is missing is said by the page, at its field and in its language, never by the browser', async () => {
  const faults: string[] = []
  const asking = forms.filter(asks)
  for (const form of asking) {
    const where = `${form.path} (${form.who}) → ${actionOf(form.open)}`
    if (!/\snovalidate/.test(form.open)) faults.push(`${where}: the browser judges first`)
    if (!isSent(form)) continue
    const { fields, asked } = emptied(form)
    const answer = await send(form, fields)
    const html = await answer.text()
    if (answer.status !== 422) faults.push(`${where}: answered ${answer.status} to ${fields}`)
    else if (!asked.some((name) => errorAt(html, name))) faults.push(`${where}: no sentence at ${asked.join(', ')}`)
    else if (html.startsWith('<!doctype') && !errorAt(html, focusOf(html)))
      faults.push(`${where}: the focus is at “${focusOf(html)}”, which is not faulty`)
    else faults.push(...refusedOptional(form, html).map((name) => `${where}: ${name} is called optional and needed`))
  }
  expect(asking.length).toBeGreaterThan(15)
  expect(faults).toEqual([])
})

const refusedOptional = (form: Form, html: string): readonly string[] =>
  answersOf(form).flatMap(({ name, says }) => (says === 'optional' && errorAt(html, name) ? [name] : []))

// Last, because some of these forms are accepted and change the community.
test('a form of optional fields alone is not refused for one that is empty', async () => {
  const faults: string[] = []
  for (const form of forms.filter((one) => isSent(one) && !asks(one))) {
    if (!answersOf(form).some(({ says }) => says === 'optional')) continue
    const answer = await send(form, emptied(form).fields)
    if (answer.status === 422)
      faults.push(...refusedOptional(form, await answer.text()).map((name) => `${actionOf(form.open)}: ${name}`))
  }

  expect(faults).toEqual([])
})

test('the first choice of a faulty group gets the focus, and the folded parts around it are open', () => {
  const group =
    '<fieldset aria-invalid="true"><input type="hidden" name="seq"/><input type="radio" name="when"/></fieldset>'
  const focused = group.replace('<input type="radio"', '<input autofocus="" type="radio"')
  expect(focusedOnFault(`<details><summary>a</summary></details><details class="x">${group}</details>`)).toBe(
    `<details><summary>a</summary></details><details open="" class="x">${focused}</details>`,
  )
  expect(focusedOnFault('<input name="q"/>')).toBe('<input name="q"/>')
})
