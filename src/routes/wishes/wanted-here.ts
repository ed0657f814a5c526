import type { Community } from '#db/community/area-rows.ts'
import { wantedOf } from '#db/wishes/wanted-rows.ts'
import { isVolunteerOf, isWorkerIn } from '#domain/people/actor.ts'
import type { Wanted } from '#domain/wish/wanted.ts'
import type { C } from '#http/context.ts'

/** What these wishes ask for, by id; empty for readers who neither volunteer nor work in the community. */
export async function wantedHere(
  c: C,
  community: Pick<Community, 'id'>,
  wishIds: readonly string[],
): Promise<ReadonlyMap<string, Wanted>> {
  const actor = c.get('actor')
  const mayJudge = isVolunteerOf(actor, community.id) || isWorkerIn(actor, community.id)
  return mayJudge ? wantedOf(c.get('services').store.db, wishIds) : new Map()
}
