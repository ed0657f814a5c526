import { Hono } from 'hono'
import { allCommunities, type Community, gridsOf } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { hasEver } from '#db/desk/first-days.ts'
import { confirmedSince, openByCategory } from '#db/wishes/board-rows.ts'
import { openJoints } from '#db/wishes/joint-claims.ts'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import { actorId } from '#domain/people/actor.ts'
import { localMonth, monthBounds } from '#domain/time/workdays.ts'
import { urgencies } from '#domain/vocabulary.ts'
import { shareLeft } from '#domain/wish/acts/join-act.ts'
import { theCommunity } from '#http/address-loaders.ts'
import { placeOf } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { anyoneMay } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { sameForAnyone } from '#http/same-for-anyone.ts'
import { claimsInHand } from '#routes/wishes/claims-counted.ts'
import { wantedHere } from '#routes/wishes/wanted-here.ts'
import { Board } from '#views/board/board-page.tsx'
import { Chooser } from '#views/posting/chooser.tsx'
import { shownTo } from './board-order.ts'

export const boards = new Hono<Env>()

boards.get('/', anyoneMay, sameForAnyone, async (c) => {
  const community = await placeOf(c)
  if (community) return showBoard(c, community, '/')
  const here = pageOf(c)
  return show(
    c,
    here,
    here.text.site.chooser.title,
    <Chooser page={here} communities={await allCommunities(c.get('services').store.db)} />,
  )
})

boards.get('/c/:slug', anyoneMay, sameForAnyone, theCommunity, (c) => {
  const community = c.get('community')
  return showBoard(c, community, `/c/${community.slug}`)
})

async function showBoard(c: C, community: Community, base: string) {
  const { store, now } = c.get('services')
  const { db } = store
  const all = (await gridsOf(db, community.id)).map((grid, index) => ({ ...grid, key: String(index + 1) }))
  const grids = all.filter(({ isClosed }) => !isClosed)
  const key = c.req.query('grid')
  const grid = grids.find((one) => one.key === key)
  const filter = {
    gridId: grid?.id,
    category: categories.find((one) => one === c.req.query('category')),
    urgency: urgencies.find((one) => one === c.req.query('urgency')),
  }
  const after = readCursor(c.req.query('after'))
  const shown = await shownTo(c, community, filter, after)
  const { from, until } = monthBounds(localMonth(now(), community.zone), community.zone)
  const { rules } = await rulesToday(db, community, now())
  const counts = await openByCategory(db, community.id)
  const isBegun = counts.size > 0 || (await hasEver(db, community.id, 'published'))
  const here = pageOf(c, community)
  const shownIds = [...shown.picks.map(({ wish }) => wish.id), ...shown.cards.map(({ id }) => id)]
  return show(
    c,
    here,
    here.text.site.nav.board,
    <Board
      page={here}
      base={base}
      cards={shown.cards}
      counts={counts}
      isBegun={isBegun}
      grids={grids}
      filter={{ ...filter, grid: grid?.key }}
      next={shown.next && writeCursor(shown.next)}
      isFirst={after === null}
      fulfilled={await confirmedSince(db, community.id, from, until)}
      within={rules.deliverWithin}
      order={shown.order}
      picks={shown.picks}
      wanted={await wantedHere(c, community, shownIds)}
      inHand={await claimsInHand(c, community, shownIds)}
      joints={
        after === null && shown.order !== null
          ? await openJoints(db, community.id, actorId(c.get('actor')), shareLeft)
          : []
      }
    />,
  )
}
