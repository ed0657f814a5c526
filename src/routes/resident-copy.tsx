import { Hono } from 'hono'
import { openCopy } from '#actions/copy.ts'
import { communityById, gridsOf } from '#db/areas.ts'
import { copyOf } from '#db/copy.ts'
import { rulesToday } from '#db/rules.ts'
import type { Person } from '#domain/actor.ts'
import { localDay } from '#domain/calendar.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { Env } from '#http/context.ts'
import { holder } from '#http/guard.ts'
import { exact } from '#text/days.ts'
import { CopySheet } from '#views/sheets/copy.tsx'

/** Has to be mounted before /residents/:id. */
export const residentCopy = new Hono<Env>()

/** What is held about a resident, for themselves or, after death, for a near relative (PIPL 44, 45, 49). */
residentCopy.get('/residents/:id/copy', holder('gridWorker', 'secretary'), async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const opened = await openCopy(services, c.get('actor') as Person, c.req.param('id'))
  const community = opened && (await communityById(db, opened.file.communityId))
  if (!opened || !community) return page.notFound(c)
  const { zone } = community
  const copy = await copyOf(db, opened.file, community, (at) => localDay(at, zone))
  const { rules } = await rulesToday(db, community, services.now())
  const grid = (await gridsOf(db, community.id)).find(({ id }) => id === opened.file.gridId)?.name ?? ''
  const here = pageOf(c, community)
  const { purpose } = opened
  const props = { copy, purpose, community, grid, rules, madeAt: exact(services.now(), zone) }
  c.header('x-robots-tag', 'noindex, nofollow')
  return show(c, here, here.text.copy.title, <CopySheet page={here} {...props} />)
})
