import { letterPublications } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Letter } from '#domain/letters/letter.ts'

type Publication = {
  readonly question: string
  readonly answer: string
  readonly publishedBy: string
  readonly publishedAt: Date
}

/** Question and answer as edited for everyone; a second time they replace the first. For the commit of the act. */
export const publishStatement = ({ db }: Store, { id: letterId, communityId }: Letter, row: Publication): Statement =>
  db
    .insert(letterPublications)
    .values({ letterId, communityId, ...row })
    .onConflictDoUpdate({ target: letterPublications.letterId, set: row })
