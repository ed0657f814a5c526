import { Hono } from 'hono'
import { isPageView } from '#domain/page-view.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { keepChoice } from '#http/reading-choice.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { Styleguide } from '#views/styleguide/styleguide-page.tsx'

/** Pages about the site itself: how it is displayed, and its components for designers. */
export const site = new Hono<Env>()

site.post('/view', anyoneMay, (c) => keepChoice(c, 'view', isPageView))

site.get('/styleguide', anyoneMay, async (c) => {
  if (!c.get('services').config.isDemo) return page.notFound(c)
  const here = pageOf(c, await readersPlace(c))
  return show(c, here, here.text.site.styleguide.title, <Styleguide page={here} />)
})
