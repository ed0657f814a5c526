import type { Person } from '#domain/people/actor.ts'
import type { ConsentMethod } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { recordConsent } from './record-consent.ts'

type Renewal = { readonly method: ConsentMethod; readonly today: string }

/** Asked again today, and the answer is yes: a consent of its own, by whoever asked, and the year begins anew. */
export const recordRenewal = (
  services: Services,
  actor: Person,
  key: string,
  file: Parameters<typeof recordConsent>[3],
  { method, today }: Renewal,
) => recordConsent(services, actor, key, file, { purpose: 'kept', given: true, method, day: today })
