import { Hono } from 'hono'
import { chooseAsks, readAsks } from '#actions/matching/choose-asks.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { timesAsked } from '#db/matching/askable-rows.ts'
import { asksOf } from '#db/matching/asked-rows.ts'
import { areasOf, type Person } from '#domain/people/actor.ts'
import { day } from '#domain/time/durations.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { AskChoiceForm, type Asking } from '#views/matching/ask-choice.tsx'

export const asks = new Hono<Env>()

asks.get('/mine/invitations', holder('volunteer'), async (c) => {
  const community = await ownCommunity(c)
  return community ? showChoice(c, community, {}) : page.notFound(c)
})

asks.post('/mine/invitations', holder('volunteer'), async (c) => {
  const community = await ownCommunity(c)
  if (!community) return page.notFound(c)
  const form = await readForm(c)
  const { services, person } = { services: c.get('services'), person: c.get('person') }
  const [choice, pausedUntil] = [one(form, 'choice'), one(form, 'pausedUntil').trim()]
  const chosen = readAsks(choice, pausedUntil, localDay(services.now(), community.zone))
  if (!chosen) return showChoice(c, community, { pausedUntil, isWrongDay: true })
  await chooseAsks(services, person, community.id, chosen)
  return c.redirect(`/mine/invitations?c=${community.slug}&done=saved`, 303)
})

async function showChoice(c: CWith<'person'>, community: Community, typed: Partial<Asking>) {
  const asking = await askingOf(c, c.get('person'), community)
  if (!asking) return page.notFound(c)
  const here = pageOf(c, community)
  const title = here.text.invitations.choice.title
  const body = (
    <div class="narrow">
      <h1>{title}</h1>
      <AskChoiceForm
        page={here}
        action={`/mine/invitations?c=${community.slug}`}
        asking={{ ...asking, isSaved: c.req.query('done') === 'saved' && !typed.isWrongDay, ...typed }}
      />
    </div>
  )
  return show(c, here, title, body, typed.isWrongDay ? 422 : 200)
}

/** What a volunteer has chosen, and how often they were invited lately; null for anyone else. */
async function askingOf(c: C, person: Person, community: Community): Promise<Asking | null> {
  const { store, now } = c.get('services')
  const own = await asksOf(store.db, person.id, community.id)
  if (!own) return null
  const { rules } = await rulesToday(store.db, community, now())
  return {
    choice: own.choice,
    pausedUntil: own.pausedUntil ?? '',
    isPaused: own.pausedUntil !== null && localDay(now(), community.zone) < own.pausedUntil,
    perWeek: rules.invitationsPerWeek,
    timesAsked: await timesAsked(store.db, person.id, new Date(now().getTime() - 28 * day)),
    isSaved: false,
    isWrongDay: false,
  }
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
