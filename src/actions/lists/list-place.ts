import { communityById, gridsOf } from '#db/community/area-rows.ts'
import type { Import } from '#db/lists/list-rows.ts'
import { isGridWorkerOf, isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import type { ImportPlace } from './judge-list.ts'

/**
 * Where the person may import that kind of list; null if they may not, or no longer. Only a secretary may import a
 * roll.
 */
export async function importPlaceOf(
  { store }: Services,
  actor: Person,
  { communityId, kind }: Pick<Import, 'communityId' | 'kind'>,
): Promise<(ImportPlace & { readonly isSecretary: boolean }) | null> {
  const community = await communityById(store.db, communityId)
  if (!community) return null
  const isSecretary = isSecretaryOf(actor, communityId)
  const grids = (await gridsOf(store.db, communityId)).filter(({ isClosed }) => !isClosed)
  const ownGridIds = grids.map(({ id }) => id).filter((id) => isSecretary || isGridWorkerOf(actor, id))
  const mayImport = isSecretary || (kind === 'needs' && ownGridIds.length > 0)
  return mayImport ? { community, grids, ownGridIds, isSecretary } : null
}
