import { Hono } from 'hono'
import { recordLook } from '#actions/look.ts'
import { loadWish } from '#db/wishes.ts'
import { isStaffOf } from '#domain/actor.ts'
import { readWishCode } from '#domain/wish-code.ts'
import { page } from '#http/answers.tsx'
import type { Env } from '#http/context.ts'
import { anyoneMay, holder } from '#http/guard.ts'
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
  if (wish.state !== 'claimed' || (actor.kind === 'person' && wish.claimantId === actor.id))
    return showWish(c, wish.code, { status: 409 })
  await recordLook(services, actor, { page: 'code', wishId: wish.id, round: wish.round })
  return showWish(c, wish.code, { withCode: true })
})
