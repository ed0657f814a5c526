import { makeFamilyLink } from '#actions/receipts/family-links.ts'
import { recordConsent } from '#actions/residents/record-consent.ts'
import { newId } from '#auth/hashing.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { detailsOf } from '#db/wishes/wish-rows.ts'
import { sampleFamilyLink } from '#domain/people/sample.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Stage } from '#src/demo/stage/stage.ts'

/** A daughter's link to her mother's wishes, with the consent for it. The demo prints its address as well. */
export async function familyLinkGiven({ services, staff }: Stage, { id }: Wish): Promise<void> {
  const { store, now } = services
  const details = await detailsOf(store.db, id)
  const resident = details && (await residentOf(store.db, details.residentId))
  if (!resident) throw new Error('demo: no resident for a link')
  const day = localDay(now(), 'Asia/Shanghai')
  const yes = { purpose: 'family', given: true, method: 'in-person', day } as const
  await recordConsent(services, staff.secretary, newId(), resident, yes)
  const asked = { name: '女儿', scope: 'answer', token: sampleFamilyLink } as const
  const made = await makeFamilyLink(services, staff.secretary, newId(), resident, asked)
  if (!made?.ok) throw new Error('demo: no link was made')
}
