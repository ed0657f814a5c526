import { Hono } from 'hono'
import { endActivity, planActivity } from '#actions/wishes/plan-activity.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { activityFor } from '#domain/activities.ts'
import { isItemId, itemById } from '#domain/catalogue/catalogue.ts'
import { type Category, categories } from '#domain/catalogue/catalogue-codes.ts'
import { periodOf } from '#domain/month/figures.ts'
import { isDay } from '#domain/time/workdays.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { type ActivityForm, PlanActivity } from '#views/reports/activity-form.tsx'
import { thingName } from '#views/reports/insights.tsx'

export const activities = new Hono<Env>()

activities.get('/reports/:month/activities/new', secretaryHere, async (c) => {
  const community = ownCommunity(c)
  const about = aboutOf(c.req.query('item') ?? '', c.req.query('category') ?? '')
  if (!community || !about) return page.notFound(c)
  const title = c.get('text').review.activities[about.kind]
  return showForm(c, community, { title, day: '', note: '', needed: '' }, about, {}, newId())
})

activities.post('/reports/:month/activities', secretaryHere, async (c) => {
  const community = ownCommunity(c)
  const form = await readForm(c)
  const about = aboutOf(one(form, 'item'), one(form, 'category'))
  if (!community || !about) return page.notFound(c)
  const key = keyOf(form)
  const { faults } = c.get('text').activities
  const typed = {
    title: one(form, 'title').trim().slice(0, 40),
    day: one(form, 'day').trim(),
    note: one(form, 'note').trim().slice(0, 300),
    needed: one(form, 'needed'),
  }
  const asked = privateIn(c, form, ['title', 'note'])
  const errors = {
    ...(typed.title ? {} : { title: faults.title }),
    ...(isDay(typed.day) ? {} : { day: faults.day }),
    ...asked.errors,
    ...cutSentences(c, form),
  }
  if (Object.keys(errors).length) return showForm(c, community, typed, about, errors, key, asked.needed)

  const month = c.req.param('month')
  const planned = { ...typed, ...about, month }
  const made = await planActivity(c.get('services'), c.get('person'), community, key, planned)
  if (!made) return page.notFound(c)
  if (made.ok) return c.redirect(`/reports/${month}?c=${community.slug}#insight`, 303)
  const fault: Record<string, string> = made.why === 'past' ? { day: faults.past } : { title: faults['key-reused'] }
  return showForm(c, community, typed, about, fault, made.why === 'past' ? key : newId())
})

activities.post('/reports/:month/activities/:id{[0-9a-f]+}', secretaryHere, async (c) => {
  const community = ownCommunity(c)
  const form = await readForm(c)
  const state = one(form, 'state')
  if (!community || (state !== 'held' && state !== 'dropped')) return page.notFound(c)
  // If it was sent twice, or by two people, the first answer counts, and the page shows it.
  await endActivity(c.get('services'), c.get('person'), community, c.req.param('id'), state)
  return c.redirect(`/reports/${c.req.param('month')}?c=${community.slug}#insight`, 303)
})

type About = {
  readonly itemId: string | null
  readonly category: Category
  readonly kind: ReturnType<typeof activityFor>
}

/** The item or category in the suggestion's address; null if it names neither. */
function aboutOf(item: string, named: string): About | null {
  if (isItemId(item)) return { itemId: item, category: itemById(item).category, kind: activityFor(item, 'goods') }
  const category = categories.find((one) => one === named)
  return category && !item ? { itemId: null, category, kind: activityFor(null, category) } : null
}

function showForm(
  c: C,
  community: Community,
  typed: Pick<ActivityForm['typed'], 'title' | 'day' | 'note' | 'needed'>,
  { itemId, category, kind }: About,
  errors: Readonly<Record<string, string>>,
  key: string,
  needed?: readonly string[],
) {
  const here = pageOf(c, community)
  const { review, activities: words } = here.text
  const form = {
    month: c.req.param('month') ?? '',
    slug: community.slug,
    key,
    errors,
    needed,
    about: `${thingName({ itemId, category }, here)}: ${review.suggest(review.activities[kind])}`,
    typed: { ...typed, item: itemId ?? '', category },
  }
  return show(c, here, words.title, <PlanActivity page={here} form={form} />, Object.keys(errors).length ? 422 : 200)
}

/** The reader's own community, if there can be a report for the month. */
function ownCommunity(c: CWith<'place'>): Community | null {
  const { community } = c.get('place')
  const { now } = c.get('services')
  return periodOf(c.req.param('month') ?? '', community.zone, now()) ? community : null
}
