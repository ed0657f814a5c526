import type { Person } from '#domain/people/actor.ts'
import type { ConsentMethod } from '#domain/vocabulary.ts'
import type { Services } from '#src/services.ts'
import { recordConsent } from './record-consent.ts'

type Renewal = { readonly method: ConsentMethod; readonly today: string }

/** The resident was asked again today and agrees: this is a new consent, and the year starts again. */
export const recordRenewal = (
  services: Services,
  actor: Person,
  key: string,
  file: Parameters<typeof recordConsent>[3],
  { method, today }: Renewal,
) => recordConsent(services, actor, key, file, { purpose: 'kept', given: true, method, day: today })
