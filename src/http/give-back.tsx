import { UnsentNotice, UnsentWords } from '#views/people/unsent-words.tsx'
import type { C } from './context.ts'
import { fillForm } from './fill-form.ts'
import { readersPlace } from './readers-community.ts'
import { pageOf, show } from './respond.tsx'
import { pagesOf, type Unsent } from './unsent-form.ts'

/**
 * After the log-in: the page on which the form stood, with the form as it was typed and a sentence that nothing is recorded
 * yet. Nothing is sent for anybody; they look it over and press. Where the page has no such form any more, the words alone.
 */
export async function giveBack(c: C, unsent: Unsent, session: string): Promise<Response> {
  const kept = (c.req.header('cookie') ?? '').split(/;\s*/).filter((one) => one && !one.startsWith('session='))
  const cookie = [session, ...kept].join('; ')
  const { action, fields, hasFile } = unsent
  const banner = `${<UnsentNotice text={c.get('text')} hasFile={hasFile} />}`
  for (const path of pagesOf(unsent)) {
    const answer = await c.get('page')(path, cookie)
    const isPage = answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')
    const html = isPage ? fillForm(await answer.text(), { action, fields, banner }) : null
    if (html !== null) return c.html(html)
  }
  const here = pageOf(c, await readersPlace(c))
  const words = Object.entries(fields).flatMap(([name, value]) => (isForPeople(name) ? [value].flat() : []))
  return show(c, here, here.text.unsent.title, <UnsentWords page={here} words={words} />)
}

/** Keys, versions and marks are nothing that anybody typed. */
const isForPeople = (name: string): boolean => !['key', 'version', 'seq', 'mark'].includes(name)
