import { Hono } from 'hono'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { openCopy } from '#actions/residents/open-copy.ts'
import { communityById, gridsOf } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { copyOf } from '#db/residents/copy-rows.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Env } from '#http/context.ts'
import { staff } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { exact } from '#text/days.ts'
import { CopySheet } from '#views/residents/copy-sheet.tsx'

export const residentCopy = new Hono<Env>()

/**
 * A copy of everything stored about a resident, for themselves or, after their death, for a near relative (PIPL 44, 45,
 * 49).
 */
residentCopy.get('/residents/:id/copy', staff, async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const opened = await openCopy(services, c.get('person'), c.req.param('id'))
  const community = opened && (await communityById(db, opened.file.communityId))
  if (!opened || !community) return page.notFound(c)
  const { zone } = community
  const copy = await copyOf(db, opened.file, community, (at) => localDay(at, zone))
  const { rules } = await rulesToday(db, community, services.now())
  const grid = (await gridsOf(db, community.id)).find(({ id }) => id === opened.file.gridId)?.name ?? ''
  const here = pageOf(c, community)
  const { purpose } = opened
  const made = { madeAt: exact(services.now(), zone), check: await checkWordsNow(services) }
  const props = { copy, purpose, community, grid, rules, ...made }
  c.header('x-robots-tag', 'noindex, nofollow')
  return show(c, here, here.text.copy.title, <CopySheet page={here} {...props} />)
})
