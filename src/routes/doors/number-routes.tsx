import { Hono } from 'hono'
import { loadWish } from '#db/wishes/wish-rows.ts'
import { doorOfLetter, letterOf, type PublishingDoor } from '#domain/doors/door.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { FindByNumber, type NumberFault } from '#views/doors/number-page.tsx'

export const numbers = new Hono<Env>()

numbers.get('/w', anyoneMay, (c) => {
  const typed = c.req.query('n')?.trim() ?? ''
  return typed ? toWish(c, typed) : search(c, '', null)
})

/** The short link on sheets and in group messages. `?d=` names the door. */
numbers.get('/w/:number', anyoneMay, (c) => toWish(c, c.req.param('number')))

/** Leads to the wish; a mistyped number appears in the search field again. An unpublished wish has no number yet. */
async function toWish(c: C, typed: string) {
  const code = readWishCode(typed.normalize('NFKC'))
  if (!code) return search(c, typed, 'mistyped')
  const wish = await loadWish(c.get('services').store.db, code)
  if (!wish || !isPublic(wish)) return search(c, typed, 'unknown')
  const door = doorOfLetter(c.req.query('d'))
  return c.redirect(`/wishes/${code}${door === 'web' ? '' : `?d=${letterOf(door as PublishingDoor)}`}`, 303)
}

async function search(c: C, typed: string, fault: NumberFault | null) {
  const here = pageOf(c, await readersPlace(c))
  const body = <FindByNumber page={here} typed={typed.slice(0, 40)} fault={fault} />
  return show(c, here, here.text.doors.number.title, body, fault ? 404 : 200)
}
