import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskTasks } from '#domain/desk-queue.ts'
import { type DemoSite, demoSite, type Reader } from '#test/support/demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await demoSite()
})
afterAll(() => site.closeAll())

const people: readonly Exclude<Reader, 'anyone'>[] = [
  'gridWorker',
  'secretary',
  'volunteer',
  'secondVolunteer',
  'supervisor',
  'administrator',
]

/** Pages with lists of work. A person to whom one of them answers 404 has no link to it. */
const lists = [
  '/desk',
  ...deskTasks.map((task) => `/desk/${task}`),
  '/wishes',
  '/visits',
  '/callbacks',
  '/referrals',
  '/letters',
  '/doors',
  '/slips',
  '/residents',
  '/residents/consents',
  '/residents/ended',
  '/people',
  '/import',
  '/import/headings',
  '/invitations',
  '/knowledge',
  '/reports',
  '/calendar/edit',
  '/mine',
  '/mine/invitations',
  '/',
]

const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** The addresses to which the buttons of a page lead. */
const linkButtons = (html: string): readonly string[] =>
  [...mainOf(html).matchAll(/<a\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /class="[^"]*\bbutton\b/.test(tag))
    .map((tag) => (/href="([^"]+)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith('/'))

type Form = {
  readonly action: string
  readonly hasFile: boolean
  readonly sent: readonly (readonly [string, string])[]
}

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** The forms of a page that change something, with what they send of themselves. */
const formsOf = (html: string): readonly Form[] =>
  [...mainOf(html).matchAll(/<form\b[^>]*method="post"[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)].map(
    ([whole, action = '', inside = '']) => ({
      action: action.replaceAll('&amp;', '&'),
      hasFile: whole.includes('enctype="multipart/form-data"'),
      sent: [...inside.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
        const isSent = tag.includes('type="hidden"') || (/type="(radio|checkbox)"/.test(tag) && /\schecked/.test(tag))
        return isSent ? [[attribute(tag, 'name'), attribute(tag, 'value')] as const] : []
      }),
    }),
  )

/** What a page has at `#id`: up to the end of that part. */
const partAt = (html: string, id: string): string => {
  const from = html.indexOf(` id="${id}"`)
  if (from < 0) return ''
  const until = html.indexOf('</section>', from)
  return html.slice(from, until < 0 ? undefined : until)
}

/** Says why a button promised what its page does not offer; null where it can be done. */
async function brokenPromise(who: Reader, href: string): Promise<string | null> {
  const [path = '', id] = href.split('#')
  const answer = await site.get(path, who)
  if (answer.status === 303) return null
  if (answer.status !== 200) return `answers ${answer.status}`
  const html = await answer.text()
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return null
  if (id) {
    const part = partAt(html, id)
    if (!part) return `has no #${id}`
    if (/^\/wishes\/[\d-]+/.test(path) && !/<form|class="button/.test(part)) return `#${id} has nothing to press`
  }
  const opened = /^\/wishes\/[\d-]+\/(confirm|edit|answer)$/.exec(path)?.[0]
  if (opened && !formsOf(html).some(({ action }) => action === opened)) return 'has no such form'
  return null
}

describe('every button of every list can be pressed by the person who sees it', () => {
  test.each(people)('%s: none leads to a page where that cannot be done, none to 404', async (who) => {
    const broken: string[] = []
    const seen = new Set<string>()
    for (const list of lists) {
      const answer = await site.get(list, who)
      if (answer.status !== 200) continue
      for (const href of linkButtons(await answer.text())) {
        if (seen.has(href)) continue
        seen.add(href)
        const why = await brokenPromise(who, href)
        if (why) broken.push(`${list} → ${href}: ${why}`)
      }
    }
    expect(broken).toEqual([])
  })
})

// Comes last: every press changes the community. The list is read again after each press, as its reader would see it.
describe('every form of every list is taken, or comes back with what is missing', () => {
  test.each(people)('%s', async (who) => {
    const broken: string[] = []
    const pressed = new Set<string>()
    for (const list of lists) {
      for (;;) {
        const answer = await site.get(list, who)
        const forms = answer.status === 200 ? formsOf(await answer.text()) : []
        const form = forms.find(({ action }) => !pressed.has(action))
        if (!form) break
        pressed.add(form.action)
        const status = await press(who, form)
        if (![200, 303, 422].includes(status)) broken.push(`${list} → ${form.action}: ${status}`)
      }
    }
    expect(broken).toEqual([])
  })
})

async function press(who: Reader, { action, hasFile, sent }: Form): Promise<number> {
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of sent) body.append(name, value)
  const headers = { cookie: await site.cookieOf(who), origin: site.url }
  const answer = await fetch(site.url + action, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  })
  await answer.text()
  return answer.status
}
