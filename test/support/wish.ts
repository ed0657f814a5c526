import { preparePost } from '#actions/wishes/post-wish.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { catalogue } from '#domain/catalogue/catalogue.ts'
import type { Person } from '#domain/people/actor.ts'
import type { TestApp } from './app.ts'

/** A wish of that resident for the first item of the catalogue, posted by that person. Gives its code. */
export async function post({ services }: TestApp, by: Person, residentId: string): Promise<string> {
  const resident = await residentOf(services.store.db, residentId)
  if (!resident) throw new Error('nobody has that id')
  const item = catalogue[0]
  if (!item) throw new Error('the catalogue is empty')
  const content = { itemId: item.id, category: item.category, quantity: 1, measure: item.measure, valueFen: 3000 }
  const prepared = await preparePost(services, by, resident, {
    content: { ...content, urgency: 'blue', source: 'visit' },
    ...{ words: '', specification: '', claimerNote: '', repeatReason: '', oddReason: 'as agreed' },
  })
  if (!prepared.ok) throw new Error(`not posted: ${prepared.refusal.why}`)
  await services.store.commit(prepared.statements)
  return prepared.wish.code
}
