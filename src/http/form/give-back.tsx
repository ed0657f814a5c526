import { readersPlace } from '#http/community/readers-community.ts'
import type { C } from '#http/context.ts'
import { pageOf, show } from '#http/respond.tsx'
import { UnsentBanner, UnsentWords } from '#views/people/unsent-words.tsx'
import { fillForm } from './fill-form.ts'
import { pagesOf, type Unsent } from './unsent-form.ts'

/** Why the form was not recorded, where it was not for the end of a session. */
type Why = { readonly title: string; readonly body: string }

/**
 * After the sign-in, or when nothing can be saved: the page with the form as it was typed, and a sentence that nothing has
 * been recorded yet. Nothing is sent automatically; the person checks the form and presses the button. If the page no
 * longer has such a form, only the typed words are shown. `session` is the cookie of a session that has just begun.
 */
export async function giveBack(c: C, unsent: Unsent, session: string, why: Why | null = null): Promise<Response> {
  const own = (c.req.header('cookie') ?? '').split(/;\s*/).filter(Boolean)
  const cookie = session ? [session, ...own.filter((one) => !one.startsWith('session='))].join('; ') : own.join('; ')
  const { action, fields, hasFile } = unsent
  const banner = `${<UnsentBanner text={c.get('text')} hasFile={hasFile} why={why} />}`
  for (const path of pagesOf(unsent)) {
    const answer = await c.get('page')(path, cookie)
    const isPage = answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')
    const html = isPage ? fillForm(await answer.text(), { action, fields, banner }) : null
    if (html !== null) return c.html(html, why ? 503 : 200)
  }
  const here = pageOf(c, await readersPlace(c))
  const words = Object.entries(fields).flatMap(([name, value]) => (isForPeople(name) ? [value].flat() : []))
  return show(c, here, here.text.unsent.title, <UnsentWords page={here} words={words} why={why} />, why ? 503 : 200)
}

/** Keys, versions and marks were not typed by a person. */
const isForPeople = (name: string): boolean => !['key', 'version', 'seq', 'mark'].includes(name)
