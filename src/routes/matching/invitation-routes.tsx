import { Hono } from 'hono'
import { planSetting } from '#actions/matching/plan-setting.ts'
import type { Community } from '#db/community/area-rows.ts'
import { neverAsked } from '#db/matching/askable-rows.ts'
import { namesAsked } from '#db/matching/asked-rows.ts'
import { boardOf } from '#db/wishes/board-rows.ts'
import { type Invitation, planInvitations } from '#domain/matching/plan.ts'
import { lacksOf } from '#domain/matching/would-help.ts'
import { atTime } from '#domain/time/clock-time.ts'
import { day, minute } from '#domain/time/durations.ts'
import { addDays, localDay } from '#domain/time/workdays.ts'
import type { Env } from '#http/context.ts'
import { secretaryHere } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import type { Services } from '#src/services.ts'
import { InvitationsPage, type NextPlan, type WaitingRow } from '#views/matching/invitations-page.tsx'

export const invitationPages = new Hono<Env>()

/** How many waiting wishes are listed, in the board's order. */
const listed = 200

invitationPages.get('/invitations', secretaryHere, async (c) => {
  const services = c.get('services')
  const { community } = c.get('place')
  const { db } = services.store
  const { cards } = await boardOf(db, community.id, {}, null, listed)
  const asked = await namesAsked(
    db,
    cards.map(({ id }) => id),
  )
  const now = services.now()
  const next = await nextPlan(services, community)
  const waiting: readonly WaitingRow[] = cards.map((card) => ({
    card,
    asked: asked.filter(({ wishId }) => wishId === card.id),
    next: next.forWish.get(card.id) ?? null,
  }))
  const here = pageOf(c, community)
  return show(
    c,
    here,
    here.text.invitations.staff.title,
    <InvitationsPage
      page={here}
      waiting={waiting}
      next={next}
      never={await neverAsked(db, community.id, new Date(now.getTime() - 28 * day), new Date(now.getTime() + minute))}
    />,
  )
})

/** What the next plan would do if nothing changed until then. Nothing is written, and no name is shown. */
async function nextPlan(services: Services, community: Community): Promise<NextPlan> {
  const { zone, opens } = community
  const now = services.now()
  const today = localDay(now, zone)
  const opening = atTime(today, opens, zone)
  const at = now < opening ? opening : atTime(addDays(today, 1), opens, zone)
  const setting = await planSetting({ store: services.store, now: () => at }, community.id)
  if (!setting) return { at, wishes: 0, people: 0, held: [], unanswered: 0, lacks: [], forWish: new Map() }
  const plan = planInvitations(setting)
  const { invitations, held, unanswered } = plan
  const items = new Map(setting.wishes.map(({ id, itemId }) => [id, itemId]))
  return {
    at,
    wishes: new Set(invitations.flatMap(({ wishIds }) => wishIds)).size,
    people: invitations.length,
    held,
    unanswered: unanswered.length,
    forWish: new Map<string, WaitingRow['next']>([
      ...unanswered.map((id) => [id, { why: 'nobody' }] as const),
      ...held.map(({ wishId, why }) => [wishId, { why }] as const),
      ...peopleByWish(invitations),
    ]),
    lacks: lacksOf(setting, plan).map((lack) => ({ ...lack, itemId: items.get(lack.wishIds[0] ?? '') ?? null })),
  }
}

function peopleByWish(invitations: readonly Invitation[]) {
  const people = new Map<string, { readonly people: number }>()
  for (const { wishIds } of invitations)
    for (const id of wishIds) people.set(id, { people: (people.get(id)?.people ?? 0) + 1 })
  return people
}
