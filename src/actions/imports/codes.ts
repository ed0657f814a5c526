import type { Taken } from '#db/imports.ts'
import { accountOf } from '#db/volunteers.ts'
import type { Actor } from '#domain/actor.ts'
import type { Services } from '#src/services.ts'
import { type Issue, issueCodes } from '../access-codes.ts'

/** One-time codes for the people of an imported roll; whoever has a password of their own needs none. */
export async function codesForTaken(services: Services, actor: Actor, { personIds }: Taken): Promise<readonly Issue[]> {
  const waiting: string[] = []
  for (const id of personIds) {
    const account = await accountOf(services.store.db, id)
    if (account?.passwordHash === null) waiting.push(id)
  }
  return issueCodes(services, actor, waiting)
}
