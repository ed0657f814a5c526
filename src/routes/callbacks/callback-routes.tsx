import { Hono } from 'hono'
import { type CallPlace, toCallPage } from '#db/desk/to-call.ts'
import { toInformOf } from '#db/desk/to-inform.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { Env } from '#http/context.ts'
import { staffHere } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { CallbacksPage } from '#views/callbacks/callbacks-page.tsx'

export const callbacks = new Hono<Env>()

/** What a call has led to, as the address says it after the form. */
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
  const after = readPlace(c.req.query('after'))
  const found = await toCallPage(store.db, asked, after)
  const toTell = await toInformOf(store.db, asked)
  const here = pageOf(c, community)
  const saved = saidOf.find((said) => said === c.req.query('done')) ?? null
  const { slug, zone } = community
  const next = found.next && `/callbacks?c=${slug}&after=${placeText(found.next)}`
  const list = { ...found, next, first: after ? `/callbacks?c=${slug}` : null, zone, communities: all, toTell }
  return show(
    c,
    here,
    here.text.callbacks.title,
    <CallbacksPage page={here} list={list} saved={saved} called={readWishCode(c.req.query('of') ?? '')} />,
  )
})

const placeText = ({ at, later, due, code }: CallPlace): string => [at.getTime() / 1000, later, due, code].join('.')

function readPlace(text = ''): CallPlace | null {
  const found = /^(\d{1,10})\.([01])\.(\d{1,10})\.(\d{4}-\d{4})$/.exec(text)
  if (!found) return null
  const [, at, later, due, code = ''] = found
  return { at: new Date(Number(at) * 1000), later: later === '0' ? 0 : 1, due: Number(due), code }
}
