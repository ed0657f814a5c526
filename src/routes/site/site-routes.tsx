import { Hono } from 'hono'
import { isPageView } from '#domain/page-view.ts'
import { anyone } from '#domain/people/actor.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { keepChoice } from '#http/reading-choice.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { NoSignalPage } from '#views/site/no-signal-page.tsx'
import { Styleguide } from '#views/styleguide/styleguide-page.tsx'

/** Pages about the site itself: how it is displayed, and its components for designers. */
export const site = new Hono<Env>()

site.post('/view', anyoneMay, (c) => keepChoice(c, 'view', isPageView))

/** sw.js stores this page for where there is no signal, so it is the same for everyone. */
site.get('/offline', anyoneMay, (c) => {
  const plain = { actor: anyone, unread: 0, community: null, path: '/offline', address: '/', isKept: true }
  const here = { ...pageOf(c), ...plain }
  return show(c, here, here.text.snapshots.plain.title, <NoSignalPage page={here} />)
})

site.get('/styleguide', anyoneMay, async (c) => {
  if (!c.get('services').config.isDemo) return page.notFound(c)
  const here = pageOf(c, await readersPlace(c))
  return show(c, here, here.text.site.styleguide.title, <Styleguide page={here} />)
})
