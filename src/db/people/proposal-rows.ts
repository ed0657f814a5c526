import { asc, eq } from 'drizzle-orm'
import { areas, people, roleProposals } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'

/** A supervisor whom a secretary has proposed. */
export type Proposal = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly areaId: string
  readonly areaName: string
  readonly communityId: string
  readonly proposedBy: string
  readonly proposer: string | null
  readonly at: Date
}

const columns = {
  id: roleProposals.id,
  name: roleProposals.name,
  phone: roleProposals.phone,
  areaId: roleProposals.areaId,
  areaName: areas.name,
  communityId: roleProposals.communityId,
  proposedBy: roleProposals.proposedBy,
  proposer: people.name,
  at: roleProposals.at,
}

/** Proposals for these areas that wait for an administrator, the longest first. */
export async function proposalsFor(db: Db, areaIds: readonly string[]): Promise<readonly Proposal[]> {
  return db
    .select(columns)
    .from(roleProposals)
    .innerJoin(areas, eq(areas.id, roleProposals.areaId))
    .leftJoin(people, eq(people.id, roleProposals.proposedBy))
    .where(isOneOf(roleProposals.areaId, areaIds))
    .orderBy(asc(roleProposals.at), asc(roleProposals.id))
    .limit(50)
}

export async function proposalOf(db: Db, id: string): Promise<Proposal | null> {
  const [row] = await db
    .select(columns)
    .from(roleProposals)
    .innerJoin(areas, eq(areas.id, roleProposals.areaId))
    .leftJoin(people, eq(people.id, roleProposals.proposedBy))
    .where(eq(roleProposals.id, id))
  return row ?? null
}
