import { Hono } from 'hono'
import { recordLook } from '#actions/residents/record-look.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { type Actor, actorId, isStaffOf } from '#domain/people/actor.ts'
import { type Refusal, statusOf } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay, holder } from '#http/guards.ts'
import { page, refusalText } from '#http/respond.tsx'
import { showWish } from './wish-view.tsx'

export const wishes = new Hono<Env>()

wishes.get('/wishes/:code{[0-9-]+}', anyoneMay, async (c) => {
  const code = readWishCode(c.req.param('code'))
  return code ? showWish(c, code) : page.notFound(c)
})

/** Shows the receipt code to staff: the look is written down first and takes them out of this wish. */
wishes.post('/wishes/:code{[0-9-]+}/code', holder('gridWorker', 'secretary'), async (c) => {
  const services = c.get('services')
  const code = readWishCode(c.req.param('code'))
  const wish = code ? await loadWish(services.store.db, code) : null
  const actor = c.get('actor')
  if (!wish || !isStaffOf(actor, wish)) return page.notFound(c)
  const refusal = codeRefusal(wish, actor)
  if (refusal) {
    const said = { sentence: refusalText(c, refusal), isRefusal: true, action: 'confirm' as const, typed: {} }
    return showWish(c, wish.code, { status: statusOf[refusal.why], said })
  }
  await recordLook(services, actor, { page: 'code', wishId: wish.id, round: wish.round })
  return showWish(c, wish.code, { withCode: true })
})

/** There is a code while somebody is on the way, and the claimant must not see it. */
function codeRefusal(wish: Wish, actor: Actor): Refusal | null {
  if (wish.claimantId === actorId(actor)) return { why: 'not-allowed', action: 'confirm' }
  return wish.state === 'claimed' ? null : { why: 'overtaken' }
}
