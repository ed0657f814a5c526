import { and, eq, isNull } from 'drizzle-orm'
import { issueCode } from '#actions/people/access-codes.ts'
import { grantRole } from '#actions/people/grant-role.ts'
import { newId } from '#auth/hashing.ts'
import { communityBySlug } from '#db/community/area-rows.ts'
import { accountOf } from '#db/people/volunteer-rows.ts'
import { areas } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import { clock } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import type { Holder, Plan } from './setup-plan.ts'

export type Founded = {
  readonly isNew: boolean
  readonly community: string
  readonly people: readonly Founder[]
}
type Founder = Holder & {
  readonly role: 'secretary' | 'administrator'
  /** Null where the person already has a password. */
  readonly code: string | null
  readonly isOtherName: boolean
}

/**
 * Creates the community, the missing areas above it, and its first secretary. Run twice, it changes nothing the second
 * time; interrupted, the next run continues. Refused where the slug belongs to another community.
 */
export async function found(
  services: Services,
  plan: Plan,
): Promise<({ readonly ok: true } & Founded) | { readonly ok: false; readonly slugOf: string }> {
  const there = await communityBySlug(services.store.db, plan.slug)
  if (there && there.name !== plan.community) return { ok: false, slugOf: there.name }
  const { communityId, topId } = there
    ? { communityId: there.id, topId: there.path.split('/')[0] as string }
    : await makeAreas(services, plan)

  const people = [await holderOf(services, plan, 'secretary', communityId, plan.secretary)]
  if (plan.administrator) people.push(await holderOf(services, plan, 'administrator', topId, plan.administrator))
  return { ok: true, isNew: !there, community: plan.community, people }
}

/** From the top down: an area with that name is used, a missing one is created; all of it or nothing. */
async function makeAreas({ store }: Services, plan: Plan): Promise<{ communityId: string; topId: string }> {
  const { db } = store
  const statements: Statement[] = []
  let above: Place | null = null
  for (const kind of ['prefecture', 'county', 'township'] as const) {
    const parentId: string | null = above?.id ?? null
    const parent = parentId === null ? isNull(areas.parentId) : eq(areas.parentId, parentId)
    const [known] = await db
      .select({ id: areas.id, path: areas.path })
      .from(areas)
      .where(and(eq(areas.kind, kind), eq(areas.name, plan[kind]), parent))
    const made: Place = known ?? placeUnder(above?.path ?? '')
    if (!known) statements.push(db.insert(areas).values({ ...made, kind, parentId, name: plan[kind] }))
    above = made
  }

  const { slug, phone, region, zone, opens, closes, community: name } = plan
  const community = placeUnder(above?.path ?? '')
  const own = { slug, phone, region, zone, opens, closes, name, parentId: above?.id ?? null }
  statements.push(db.insert(areas).values({ ...community, kind: 'community', ...own }))
  for (const [position, grid] of plan.grids.entries()) {
    const place = { ...placeUnder(community.path), parentId: community.id, position }
    statements.push(db.insert(areas).values({ ...place, kind: 'grid', name: grid }))
  }
  await store.commit(statements)
  return { communityId: community.id, topId: community.path.split('/')[0] as string }
}

type Place = { readonly id: string; readonly path: string }

function placeUnder(path: string): Place {
  const id = newId()
  return { id, path: `${path}${id}/` }
}

async function holderOf(
  services: Services,
  plan: Plan,
  role: Founder['role'],
  areaId: string,
  { name, mobile }: Holder,
): Promise<Founder> {
  const personId = await grantRole(services, clock, { role, areaId, name, phone: mobile })
  const account = personId && (await accountOf(services.store.db, personId))
  if (!account) throw new Error('the role was not granted')
  const isOtherName = account.name !== name
  const person = { role, name: account.name, mobile, isOtherName }
  if (account.passwordHash && !plan.wantsNewCode) return { ...person, code: null }
  const issue = await issueCode(services, clock, personId)
  if (!issue?.ok) throw new Error('no code was issued')
  return { ...person, code: issue.issued.code }
}
