/** A file as a person chooses it. */
export type Chosen = { readonly name: string; readonly bytes: Uint8Array }
type Value = string | readonly string[] | Chosen
export type Fill = Readonly<Record<string, Value>>

/** Sends one request and follows no redirect. */
export type Send = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
) => Promise<Response>

type Control = { readonly name: string; readonly value: string; readonly isSent: boolean; readonly isTick: boolean }
type Press = { readonly words: string; readonly name: string; readonly value: string; readonly to: string | null }
type Form = {
  readonly id: string
  readonly method: string
  readonly to: string
  readonly isMultipart: boolean
  readonly controls: Control[]
  readonly presses: Press[]
}

/**
 * What a browser without scripts does with a site: opens addresses, presses links and buttons, sends what the form of the
 * button has, keeps cookies and follows redirects. It counts what a person did, and the pages they were shown.
 */
export function plainBrowser(send: Send, origin: string) {
  const cookies = new Map<string, string>()
  const count = { presses: 0, pages: 0 }
  const at = { path: '/', status: 0, html: '' }

  async function ask(path: string, method = 'GET', body?: string | Uint8Array<ArrayBuffer>, type?: string) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...(method === 'POST' ? { origin, 'content-type': type ?? 'application/x-www-form-urlencoded' } : {}),
    }
    const answer = await send(path, { method, headers, ...(body === undefined ? {} : { body }) })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line) || value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (answer.status >= 300 && answer.status < 400 && to) {
      await answer.arrayBuffer()
      await ask(pathOf(to, path))
      return
    }
    count.pages++
    Object.assign(at, { path, status: answer.status, html: await answer.text() })
  }

  const pathOf = (to: string, from: string): string => {
    const { pathname, search } = new URL(to, new URL(from, origin))
    return pathname + search
  }

  const self = {
    count,
    /** The page that is open. */
    at,
    words: () => wordsOf(at.html),
    /** Opens an address that was typed, scanned or sent. */
    open: async (path: string) => {
      await ask(path)
      return self
    },
    /** Presses the link with these words. */
    follow: async (words: string | RegExp) => {
      const found = linksOf(at.html).find((link) => says(link.words, words))
      if (!found) throw new Error(`${at.path} (${at.status}) has no link ${words}: ${wordsOf(at.html).slice(0, 1500)}`)
      count.presses++
      await ask(pathOf(found.to, at.path))
      return self
    },
    /** Fills in the form of the button with these words, and presses it. A field that the form lacks is an error. */
    press: async (words: string | RegExp, fill: Fill = {}) => {
      const named = Object.keys(fill)
      const offers = formsOf(at.html).flatMap((form) => form.presses.map((button) => ({ form, button })))
      const found = offers.find(
        ({ form, button }) =>
          says(button.words, words) && named.every((name) => form.controls.some((control) => control.name === name)),
      )
      if (!found) {
        const there = offers.map(({ form, button }) => `${button.words} (${form.controls.map(({ name }) => name)})`)
        throw new Error(`${at.path} (${at.status}) has no button ${words} with ${named}: ${there.join(' | ')}`)
      }
      count.presses++
      const { form, button } = found
      const pairs = sentBy(form, button, fill)
      const to = pathOf(button.to ?? form.to, at.path)
      if (form.method !== 'post') {
        await ask(`${to.split('?')[0]}?${new URLSearchParams(pairs as [string, string][])}`)
        return self
      }
      if (!form.isMultipart) {
        await ask(to, 'POST', new URLSearchParams(pairs as [string, string][]).toString())
        return self
      }
      const data = new FormData()
      for (const [name, value] of pairs)
        if (typeof value === 'string') data.append(name, value)
        else data.append(name, new File([value.bytes as Uint8Array<ArrayBuffer>], value.name))
      const packed = new Response(data)
      const type = packed.headers.get('content-type') ?? ''
      await ask(to, 'POST', new Uint8Array(await packed.arrayBuffer()), type)
      return self
    },
    /** The values of a field on this page, for example of all ticks of a list. */
    valuesOf: (name: string): readonly string[] =>
      formsOf(at.html).flatMap(({ controls }) => controls.filter((one) => one.name === name).map(({ value }) => value)),
    /** What a field lets one choose from. */
    choicesOf: (name: string): readonly { readonly value: string; readonly words: string }[] => {
      const [, inner = ''] = new RegExp(`<select[^>]* name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(at.html) ?? []
      return [...inner.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(([, tag = '', label = '']) => ({
        value: attribute(tag, 'value') ?? plain(label),
        words: plain(label).trim(),
      }))
    },
    /** The names of everything that can be filled in here. */
    fields: (): readonly string[] => formsOf(at.html).flatMap(({ controls }) => controls.map(({ name }) => name)),
    links: () => linksOf(at.html),
  }
  return self
}
export type PlainBrowser = ReturnType<typeof plainBrowser>

/** What the form sends with that button: its own values, or what was filled in instead. */
function sentBy(form: Form, button: Press, fill: Fill): readonly (readonly [string, string | Chosen])[] {
  const kept = form.controls.filter(({ name, isSent }) => isSent && !(name in fill))
  const filled = Object.entries(fill).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one: string) => [name, one] as const)
      : [[name, value as string | Chosen] as const],
  )
  return [
    ...kept.map(({ name, value }) => [name, value] as const),
    ...filled,
    ...(button.name ? [[button.name, button.value] as const] : []),
  ]
}

const says = (said: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? said === words : words.test(said)

const linksOf = (html: string): readonly { readonly to: string; readonly words: string }[] =>
  [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)].flatMap(([, open = '', inner = '']) => {
    const to = attribute(open, 'href')
    return to === null ? [] : [{ to, words: wordsOf(inner) }]
  })

function formsOf(html: string): readonly Form[] {
  const forms: Form[] = []
  const outside: Form = { id: '', method: '', to: '', isMultipart: false, controls: [], presses: [] }
  let form = outside
  const pieces = /<(\/?)(form|input|select|textarea|button)\b([^>]*)>/g
  for (const { 0: tag, 1: end, 2: kind, 3: open = '', index } of html.matchAll(pieces)) {
    if (kind === 'form') {
      form = end ? outside : opened(open)
      if (!end) forms.push(form)
      continue
    }
    if (end) continue
    const own = attribute(open, 'form')
    const owner = own === null ? form : (forms.find(({ id }) => id === own) ?? outside)
    const inner = html.slice(index + tag.length, html.indexOf(`</${kind}>`, index))
    const name = attribute(open, 'name') ?? ''
    if (kind === 'button') {
      const press = { words: wordsOf(inner), name, value: attribute(open, 'value') ?? '' }
      if (attribute(open, 'type') !== 'button') owner.presses.push({ ...press, to: attribute(open, 'formaction') })
      continue
    }
    if (name) owner.controls.push(...controlsOf(kind ?? '', open, inner, name))
  }
  return forms
}

const opened = (open: string): Form => ({
  id: attribute(open, 'id') ?? '',
  method: (attribute(open, 'method') ?? 'get').toLowerCase(),
  to: attribute(open, 'action') ?? '',
  isMultipart: attribute(open, 'enctype') === 'multipart/form-data',
  controls: [],
  presses: [],
})

function controlsOf(kind: string, open: string, inner: string, name: string): readonly Control[] {
  const isOff = / disabled/.test(open)
  if (kind === 'textarea') return [{ name, value: plain(inner), isSent: !isOff, isTick: false }]
  if (kind === 'select') {
    const options = [...inner.matchAll(/<option\b([^>]*)>([^<]*)/g)].map(([, tag = '', label = '']) => ({
      value: attribute(tag, 'value') ?? plain(label),
      isChosen: / selected/.test(tag),
    }))
    const chosen = options.find(({ isChosen }) => isChosen) ?? options[0]
    return [{ name, value: chosen?.value ?? '', isSent: !isOff && chosen !== undefined, isTick: false }]
  }
  const type = attribute(open, 'type') ?? 'text'
  const isTick = type === 'checkbox' || type === 'radio'
  const value = attribute(open, 'value') ?? (isTick ? 'on' : '')
  return [{ name, value, isSent: !isOff && type !== 'file' && (!isTick || / checked/.test(open)), isTick }]
}

function attribute(open: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}(?:="([^"]*)")?(?=\\s|/|$)`).exec(open)
  return found ? plain(found[1] ?? '') : null
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const wordsOf = (html: string): string =>
  plain(
    html
      .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
