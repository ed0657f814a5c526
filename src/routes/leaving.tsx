import { Hono } from 'hono'
import { endRole } from '#actions/leave.ts'
import { type Community, communityById } from '#db/areas.ts'
import { heldWishes } from '#db/leaving.ts'
import { areasOf, type Person } from '#domain/actor.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/fields.ts'
import { readForm } from '#http/form.ts'
import { holder } from '#http/guard.ts'
import { LeavePage } from '#views/mine/leave.tsx'

export const leaving = new Hono<Env>()

/** A volunteer's own leaving: at any time, without a reason (Volunteer Service Regulations 22). */
leaving.get('/mine/leave', holder('volunteer'), async (c) => {
  const community = await ownCommunity(c)
  if (!community) return page.notFound(c)
  const { id } = c.get('actor') as Person
  const held = await heldWishes(c.get('services').store.db, id, community.id)
  const here = pageOf(c, community)
  const body = <LeavePage page={here} action={`/mine/leave?c=${community.slug}`} claims={held.length} />
  return show(c, here, here.text.endings.leave.title, body)
})

leaving.post('/mine/leave', holder('volunteer'), async (c) => {
  const community = await ownCommunity(c)
  if (!community) return page.notFound(c)
  const person = c.get('actor') as Person
  const { leave } = c.get('text').endings
  const handover =
    one(await readForm(c), 'handover')
      .trim()
      .slice(0, 500) || leave.standard
  const left = await endRole(c.get('services'), person, community, { personId: person.id, role: 'volunteer', handover })
  return left ? c.redirect(`/c/${community.slug}`, 303) : page.notFound(c)
})

/** The community that `?c=` names, or the first in which the reader volunteers. */
async function ownCommunity(c: C): Promise<Community | null> {
  const slug = c.req.query('c')
  for (const id of areasOf(c.get('actor'), 'volunteer')) {
    const community = await communityById(c.get('services').store.db, id)
    if (community && (slug === undefined || community.slug === slug)) return community
  }
  return null
}
