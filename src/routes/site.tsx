import { Hono } from 'hono'
import { isPageView } from '#domain/page-view.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import { keepChoice } from '#http/choice.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guard.ts'
import { readersPlace } from '#http/place.ts'
import { Styleguide } from '#views/styleguide/index.tsx'

/** What concerns the whole site and no wish: how it is shown, and its parts for those who draw them. */
export const site = new Hono<Env>()

site.post('/view', anyoneMay, (c) => keepChoice(c, 'view', isPageView))

site.get('/styleguide', anyoneMay, async (c) => {
  if (!c.get('services').config.isDemo) return page.notFound(c)
  const here = pageOf(c, await readersPlace(c))
  return show(c, here, here.text.site.styleguide.title, <Styleguide page={here} />)
})
