import { Hono } from 'hono'
import { guideNames } from '#domain/guides.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { GuideList, GuidePage } from '#views/help/guide-pages.tsx'

/** The guides name no one and no place, so they are for everyone. */
export const help = new Hono<Env>()

help.get('/help', anyoneMay, async (c) => {
  const here = pageOf(c, await readersPlace(c))
  return show(c, here, here.text.help.title, <GuideList page={here} />)
})

help.get('/help/:guide', anyoneMay, async (c) => {
  const name = guideNames.find((one) => one === c.req.param('guide'))
  if (!name) return page.notFound(c)
  const here = pageOf(c, await readersPlace(c))
  return show(c, here, here.text.help.guides[name].title, <GuidePage page={here} name={name} />)
})
