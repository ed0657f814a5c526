import { Hono } from 'hono'
import { searchKnowledge, worthOffering } from '#db/wishes/knowledge-rows.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staffHere } from '#http/guards.ts'
import { fragment, pageOf } from '#http/respond.tsx'
import { Known, type Offers } from '#views/knowledge/known-answers.tsx'

export const wishOffers = new Hono<Env>()

/** While a request is being typed, shows the community's existing answers. */
wishOffers.post('/wishes/new/answers', staffHere, async (c) => {
  const form = await readForm(c)
  const place = c.get('place')
  return fragment(c, <Known page={pageOf(c, place.community)} offers={await offersFor(c, place, one(form, 'words'))} />)
})

export async function offersFor(c: C, { community }: WorkPlace, typed: string): Promise<Offers> {
  const { store, now } = c.get('services')
  const words = typed.trim().slice(0, 80)
  const asked = { communityId: community.id, words, limit: 3, least: worthOffering }
  const entries = await searchKnowledge(store.db, asked)
  return { entries, isAsked: words !== '', today: localDay(now(), community.zone) }
}

/** Whether the form already showed every one of them. */
export const wereSeen = (offers: Offers, seen = ''): boolean =>
  offers.entries.every(({ id }) => seen.split(' ').includes(id))
