import { communityBySlug } from '#db/community/area-rows.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { placeOf } from '#http/community/readers-community.ts'
import type { C } from '#http/context.ts'
import { isFragment, pageOf, show } from '#http/respond.tsx'
import { LoginPage, type LoginTyped } from '#views/people/login-page.tsx'

type Shown = { readonly faults?: Faults; readonly sentence?: string; readonly status?: 200 | 401 | 422 | 429 }

/** The log-in page, including what was typed in a form whose session had ended. htmx loads it as a whole page. */
export async function showLogin(c: C, typed: LoginTyped, { faults = {}, sentence, status }: Shown = {}) {
  c.header('cache-control', 'private, no-store')
  if (isFragment(c)) {
    c.header('hx-retarget', 'body')
    c.header('hx-reswap', 'outerHTML show:top')
  }
  const slug = /^\/c\/([^/?#]+)/.exec(typed.to)?.[1]
  const community = slug ? await communityBySlug(c.get('services').store.db, slug) : await placeOf(c)
  const here = pageOf(c, community)
  const body = <LoginPage page={here} typed={typed} faults={faults} sentence={sentence} />
  return show(c, here, here.text.people.login.title, body, status ?? (Object.keys(faults).length ? 422 : 200))
}
