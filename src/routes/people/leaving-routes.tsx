import { Hono } from 'hono'
import { endRole } from '#actions/people/end-role.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { openClaimsOf } from '#db/people/open-claims.ts'
import { areasOf } from '#domain/people/actor.ts'
import { wordsConfirmed } from '#domain/wish/notes/note-words.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { LeavePage } from '#views/account/leave-page.tsx'

export const leaving = new Hono<Env>()

/** Volunteers may leave at any time without giving a reason (Volunteer Service Regulations 22). */
leaving.get('/mine/leave', holder('volunteer'), async (c) => {
  const community = await ownCommunity(c)
  return community ? showLeave(c, community, {}) : page.notFound(c)
})

leaving.post('/mine/leave', holder('volunteer'), async (c) => {
  const community = await ownCommunity(c)
  if (!community) return page.notFound(c)
  const person = c.get('person')
  const { leave } = c.get('text').endings
  const form = await readForm(c)
  const cut = cutSentences(c, form)
  if (cut.handover) return showLeave(c, community, { typed: one(form, 'handover'), error: cut.handover })
  const handover = one(form, 'handover').trim().slice(0, 500) || leave.standard
  const needed = wordsConfirmed(one(form, 'needed'))
  const leaving = { personId: person.id, role: 'volunteer', areaIds: [community.id], handover, needed } as const
  const left = await endRole(c.get('services'), person, leaving)
  if (left && 'refusal' in left) {
    const words = left.refusal.why === 'private-note' ? left.refusal.words : []
    const error = refusalText(c, left.refusal)
    return showLeave(c, community, { typed: handover, error, needed: words, confirmed: one(form, 'needed') })
  }
  return left && 'released' in left ? c.redirect(`/c/${community.slug}`, 303) : page.notFound(c)
})

type Handover = Parameters<typeof LeavePage>[0]['handover']

async function showLeave(c: CWith<'person'>, community: Community, handover: Handover) {
  const { id } = c.get('person')
  const held = await openClaimsOf(c.get('services').store.db, id, community.id)
  const here = pageOf(c, community)
  const action = `/mine/leave?c=${community.slug}`
  const body = <LeavePage page={here} action={action} claims={held.length} handover={handover} />
  return show(c, here, here.text.endings.leave.title, body, handover.error ? 422 : 200)
}

/** The community that `?c=` names, or the first in which the reader volunteers. */
async function ownCommunity(c: C): Promise<Community | null> {
  const slug = c.req.query('c')
  for (const id of areasOf(c.get('actor'), 'volunteer')) {
    const community = await communityById(c.get('services').store.db, id)
    if (community && (slug === undefined || community.slug === slug)) return community
  }
  return null
}
