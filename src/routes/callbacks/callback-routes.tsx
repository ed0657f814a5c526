import { Hono } from 'hono'
import { hasEver } from '#db/desk/first-days.ts'
import { stepsToTell } from '#db/desk/steps-to-tell.ts'
import { type CallCursor, toCallPage } from '#db/desk/to-call.ts'
import { toInformOf } from '#db/desk/to-inform.ts'
import { wordsToRead } from '#db/receipts/receipt-rows.ts'
import { seconds } from '#domain/time/seconds.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { staffHere } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { CallbacksPage } from '#views/callbacks/callbacks-page.tsx'

export const callbacks = new Hono<Env>()

/** The result of a call, as it appears in the address after the form. */
const saidOf = ['confirm', 'rate', 'try', 'same-hour', 'reopen', 'already', 'inform'] as const

callbacks.get('/callbacks', staffHere, async (c) => {
  const { store, now } = c.get('services')
  const { community, isSecretary, grids, all } = c.get('place')
  const asked = {
    personId: c.get('person').id,
    communityId: community.id,
    gridIds: isSecretary ? null : grids.map((grid) => grid.id),
    zone: community.zone,
    now: now(),
  }
  const after = readCallCursor(c.req.query('after'))
  const found = await toCallPage(store.db, asked, after)
  const toInform = await toInformOf(store.db, asked)
  const steps = await stepsToTell(store.db, asked)
  const toRead = await wordsToRead(store.db, asked)
  const here = pageOf(c, community)
  const saved = saidOf.find((said) => said === c.req.query('done')) ?? null
  const { slug, zone } = community
  const next = found.next && `/callbacks?c=${slug}&after=${writeCallCursor(found.next)}`
  const list = {
    ...found,
    isBegun: found.next !== null || (await hasEver(store.db, community.id, 'published')),
    next,
    first: after ? `/callbacks?c=${slug}` : null,
    zone,
    communities: all,
    toInform,
    steps,
    toRead,
  }
  return show(
    c,
    here,
    here.text.callbacks.title,
    <CallbacksPage page={here} list={list} saved={saved} called={readWishCode(c.req.query('of') ?? '')} />,
  )
})

const writeCallCursor = ({ readAt, later, ...cursor }: CallCursor): string =>
  [seconds(readAt), later, writeCursor(cursor)].join('.')

function readCallCursor(text = ''): CallCursor | null {
  const [, readAt, later, rest] = /^(\d{1,10})\.([01])\.(.*)$/.exec(text) ?? []
  const cursor = readCursor(rest)
  return cursor && { ...cursor, readAt: new Date(Number(readAt) * 1000), later: later === '0' ? 0 : 1 }
}
