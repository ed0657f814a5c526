import { type Issue, issueCodes } from '#actions/people/access-codes.ts'
import type { Taken } from '#db/lists/list-rows.ts'
import { accountOf } from '#db/people/volunteer-rows.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** Activation codes for the people of an imported roll, except those who already have a password. */
export async function codesForTaken(services: Services, actor: Actor, { personIds }: Taken): Promise<readonly Issue[]> {
  const waiting: string[] = []
  for (const id of personIds) {
    const account = await accountOf(services.store.db, id)
    if (account?.passwordHash === null) waiting.push(id)
  }
  return issueCodes(services, actor, waiting)
}
