/** What every page of the site has to be, whatever it shows. Gives each fault in words; none is a good page. */
export function faultsOfPage(html: string): readonly string[] {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1])
  const tags = (name: string) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
  const isHidden = (tag: string) => /type="hidden"/.test(tag)
  const idOf = (tag: string) => /\sid="([^"]*)"/.exec(tag)?.[1]
  const isLabelled = (tag: string) => {
    const id = idOf(tag)
    const before = html.slice(0, html.indexOf(tag))
    const isInside = before.lastIndexOf('<label') > before.lastIndexOf('</label>')
    return isInside || html.includes(`for="${id}"`) || /aria-label=/.test(tag)
  }
  const controls = [...tags('input').filter((tag) => !isHidden(tag)), ...tags('select'), ...tags('textarea')]
  const textOf = (id: string) => {
    const [, words = ''] = new RegExp(`\\sid="${id}"[^>]*>([\\s\\S]*?)</h\\d>`).exec(html) ?? []
    return words.replace(/<[^>]*>/g, '').trim()
  }
  // What a reader of landmarks hears: several of everything must still be told apart.
  const landmarks = [...tags('section'), ...tags('nav')].flatMap((tag) => {
    const own = /aria-label="([^"]*)"/.exec(tag)?.[1]
    const by = /aria-labelledby="([^"]*)"/.exec(tag)?.[1]
    const name = own ?? (by ? textOf(by) : '')
    return name ? [name] : []
  })
  return [
    ...landmarks
      .filter((name, index) => landmarks.indexOf(name) !== index)
      .map((name) => `two parts of the page are called ${name}`),
    ...(html.startsWith('<!doctype html>') ? [] : ['no doctype']),
    ...(tags('h1').length === 1 ? [] : [`${tags('h1').length} first headings`]),
    ...(/<title>[^<]+<\/title>/.test(html) ? [] : ['no title']),
    ...(/<html lang="(zh-CN|en)"/.test(html) ? [] : ['no language']),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two elements are called ${id}`),
    ...[...tags('input'), ...tags('button')].filter((tag) => !/\stype="/.test(tag)).map((tag) => `no type: ${tag}`),
    ...controls.filter((tag) => !isLabelled(tag)).map((tag) => `no label: ${tag}`),
    ...(/<[^>]+\s(?:style|on[a-z]+)=/.test(html) ? ['a style or a script stands inside a tag'] : []),
    ...(/undefined|\[object |NaN/.test(html) ? ['a value that is no word: undefined, [object …] or NaN'] : []),
    ...headingsThatSkip(html),
    ...childrenOfLists(html).map((tag) => `a list has a child that is no item: ${tag}`),
    ...ariaWithoutTarget(html, ids).map((id) => `an aria attribute names ${id}, which is not there`),
    ...(/<a\b[^>]*\shx-/.test(html) ? ['htmx has an attribute on a link, where HTML knows none'] : []),
    ...[...html.matchAll(/href="#([^"]+)"/g)]
      .filter((found) => !ids.includes(found[1]))
      .map((found) => `a link leads to ${found[1]}, which is not there`),
  ]
}

/** Headings that go down more than one level at once, by their words. */
function headingsThatSkip(html: string): readonly string[] {
  const headings = [...html.matchAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/g)]
  return headings.flatMap(([, level, words = ''], index) => {
    const before = Number(headings[index - 1]?.[1] ?? 1)
    return Number(level) > before + 1 ? [`h${level} after h${before}: ${words.replace(/<[^>]*>/g, '')}`] : []
  })
}

/** The first tags inside lists, and right after an item of a list, that are not items. */
function childrenOfLists(html: string): readonly string[] {
  const first = [...html.matchAll(/<[uo]l\b[^>]*>\s*(<(?!li\b|\/)[^>]*>)/g)]
  const after = [...html.matchAll(/<\/li>\s*(<(?!li\b|\/[uo]l>)[^>]*>)/g)]
  return [...first, ...after].map(([, tag = '']) => tag)
}

/** Ids that labels and descriptions name without being on the page. */
function ariaWithoutTarget(html: string, ids: readonly (string | undefined)[]): readonly string[] {
  const named = [...html.matchAll(/\s(?:aria-(?:describedby|labelledby|controls)|for)="([^"]+)"/g)]
  return [...new Set(named.flatMap(([, all = '']) => all.split(' ')))].filter((id) => !ids.includes(id))
}
