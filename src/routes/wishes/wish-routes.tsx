import { Hono } from 'hono'
import { recordLook } from '#actions/residents/record-look.ts'
import type { Person } from '#domain/people/actor.ts'
import { type Refusal, statusOf } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import { staffWish } from '#http/address-loaders.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay, staff } from '#http/guards.ts'
import { page, refusalText } from '#http/respond.tsx'
import { showWish } from './wish-view.tsx'

export const wishes = new Hono<Env>()

wishes.get('/wishes/:code{[0-9-]+}', anyoneMay, async (c) => {
  const code = readWishCode(c.req.param('code'))
  return code ? showWish(c, code) : page.notFound(c)
})

/** Shows the receipt code to staff. The look is recorded first and excludes them from handling this wish. */
wishes.post('/wishes/:code{[0-9-]+}/code', staff, staffWish, async (c) => {
  const services = c.get('services')
  const [person, wish] = [c.get('person'), c.get('wish')]
  const refusal = codeRefusal(wish, person)
  if (refusal) {
    const said = { sentence: refusalText(c, refusal), isRefusal: true, action: 'confirm' as const, typed: {} }
    return showWish(c, wish.code, { status: statusOf[refusal.why], said })
  }
  await recordLook(services, person, { page: 'code', wishId: wish.id, round: wish.round })
  return showWish(c, wish.code, { withCode: true })
})

/** There is a code while a claimant is on the way, and the claimant must not see it. */
function codeRefusal(wish: Wish, person: Person): Refusal | null {
  if (wish.claimantId === person.id) return { why: 'not-allowed', action: 'confirm' }
  return wish.state === 'claimed' ? null : { why: 'overtaken' }
}
