/** What was typed, by field; a list for fields that were sent several times. */
type Fields = Readonly<Record<string, string | readonly string[]>>

type Filling = {
  /** Where the form is sent: path and query. */
  readonly action: string
  readonly fields: Fields
  /** HTML to insert before the form. */
  readonly banner: string
}

/**
 * A page of this site with one of its forms filled in as a person had typed it. Works on the HTML, so that it fits
 * every form without any of them knowing about it; our own renderer always quotes and escapes attributes. Null if no
 * form of the page is sent to `action`. Values without a field in the form are added as hidden fields.
 */
export function fillForm(html: string, { action, fields, banner }: Filling): string | null {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map((found) => ({ at: found.index, text: found[0] }))
    .map((form) => ({ ...form, fit: fitOf(form.text, action, fields) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
  const [form] = forms
  if (!form) return null
  const before = openAround(html, form.at)
  return before + banner + filled(form.text, fields) + html.slice(form.at + form.text.length)
}

/** How well a form matches what was sent: 0 if it is sent to another address, otherwise more for each common field. */
function fitOf(form: string, action: string, fields: Fields): number {
  const addresses = [...form.matchAll(/\s(?:action|formaction)="([^"]*)"/g)].map(([, at = '']) => unescaped(at))
  const whole = addresses.includes(action)
  if (!whole && !addresses.some((at) => pathOf(at) === pathOf(action))) return 0
  const names = new Set([...form.matchAll(/\sname="([^"]*)"/g)].map(([, name = '']) => unescaped(name)))
  const same = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].filter(
    ([, name = '', value = '']) => listOf(fields, unescaped(name)).includes(unescaped(value)),
  )
  return 1 + (whole ? 1000 : 0) + Object.keys(fields).filter((name) => names.has(name)).length + same.length
}

const pathOf = (address: string): string => address.split('?')[0] ?? ''

function filled(form: string, fields: Fields): string {
  const taken = new Map<string, number>()
  /** The next value sent for a typed field; undefined if there was none. */
  const next = (name: string): string | undefined => {
    const nth = taken.get(name) ?? 0
    taken.set(name, nth + 1)
    return listOf(fields, name)[nth]
  }
  const text = form.replace(
    /<input\b[^>]*>|<textarea\b([^>]*)>[\s\S]*?<\/textarea>|<select\b([^>]*)>[\s\S]*?<\/select>|<details\b[^>]*>/g,
    (tag) => {
      if (tag.startsWith('<details')) return /\sopen\b/.test(tag) ? tag : tag.replace('<details', '<details open=""')
      const head = /^<[^>]*>/.exec(tag)?.[0] ?? tag
      const name = attribute(head, 'name')
      if (name === null) return tag
      if (tag.startsWith('<textarea')) {
        const value = next(name)
        // The HTML parser drops a line break directly after the tag.
        return value === undefined ? tag : `${head}\n${escaped(value)}</textarea>`
      }
      if (tag.startsWith('<select')) return chosenIn(tag, listOf(fields, name))
      const type = attribute(head, 'type')
      if (type === 'checkbox' || type === 'radio') {
        const isChosen = listOf(fields, name).includes(attribute(head, 'value') ?? 'on')
        if (isChosen) taken.set(name, 1)
        return withFlag(head, 'checked', isChosen)
      }
      if (type === 'file' || type === 'password') return tag
      const value = next(name)
      return value === undefined ? tag : withValue(head, value)
    },
  )
  const buttons = new Set([...form.matchAll(/<button\b[^>]*\sname="([^"]*)"/g)].map(([, name = '']) => unescaped(name)))
  const selects = [...form.matchAll(/<select\b[^>]*\sname="([^"]*)"/g)].map(([, name = '']) => unescaped(name))
  const known = new Set([...taken.keys(), ...selects, ...buttons, ...pressed])
  const rest = Object.keys(fields)
    .filter((name) => !known.has(name))
    .flatMap((name) => listOf(fields, name).map((value) => hidden(name, value)))
  return text.replace(/^<form\b[^>]*>/, (head) => head + rest.join(''))
}

/**
 * Names of buttons of intermediate pages, such as a confirmation. They have to be pressed again and are not sent along.
 */
const pressed = ['step', 'do', 'find', 'check']

const chosenIn = (select: string, values: readonly string[]): string =>
  select.replace(/<option\b[^>]*>/g, (head) =>
    withFlag(head, 'selected', values.includes(attribute(head, 'value') ?? '')),
  )

const withFlag = (tag: string, flag: 'checked' | 'selected', isOn: boolean): string => {
  const plain = tag.replace(new RegExp(`\\s${flag}(?:="[^"]*")?`, 'g'), '')
  return isOn ? plain.replace(/\s*\/?>$/, ` ${flag}=""$&`) : plain
}

const withValue = (tag: string, value: string): string => {
  const plain = tag.replace(/\svalue="[^"]*"/, '')
  return plain.replace(/\s*\/?>$/, (end) => ` value="${escaped(value)}"${end}`)
}

/** The page up to this place, with all folded parts around it opened. */
export function openAround(html: string, at: number): string {
  const before = html.slice(0, at)
  const folds: number[] = []
  for (const found of before.matchAll(/<details\b[^>]*>|<\/details>/g)) {
    if (found[0] === '</details>') folds.pop()
    else folds.push(found.index)
  }
  return folds
    .toReversed()
    .reduce(
      (text, fold) =>
        /^<details\b[^>]*\sopen\b/.test(text.slice(fold))
          ? text
          : `${text.slice(0, fold)}<details open=""${text.slice(fold + '<details'.length)}`,
      before,
    )
}

const listOf = (fields: Fields, name: string): readonly string[] => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? unescaped(found[1] ?? '') : null
}

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}"/>`

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign as keyof typeof signs])
const unescaped = (text: string): string =>
  Object.entries(signs)
    .toReversed()
    .reduce((out, [sign, code]) => out.replaceAll(code, sign), text)
