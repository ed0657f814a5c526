import { asc, desc, eq, or, sql } from 'drizzle-orm'
import { localDay } from '#domain/calendar.ts'
import { type RuleVersion, rulesSchema, ruleVersionOn } from '#domain/rules.ts'
import type { Community } from './areas.ts'
import { prepared } from './prepared.ts'
import { ruleVersions } from './schema.ts'
import type { Db } from './store.ts'

const versionsOf = prepared((db) =>
  db
    .select()
    .from(ruleVersions)
    .where(or(eq(ruleVersions.communityId, sql.placeholder('communityId')), eq(ruleVersions.communityId, '*')))
    .orderBy(asc(ruleVersions.fromDay), desc(ruleVersions.communityId)),
)

/** Every version that a community has lived under, oldest first; its own come before the installation's of the same day. */
export async function rulesOf(db: Db, communityId: string): Promise<readonly RuleVersion[]> {
  const rows = await versionsOf(db, { communityId })
  return rows.map((row) => ({ ...row, rules: rulesSchema.parse(JSON.parse(row.rules)) }))
}

/** What holds for a wish that is published now; whatever is under way keeps the version it was published under. */
export async function rulesToday(db: Db, community: Community, now: Date): Promise<RuleVersion> {
  return ruleVersionOn(await rulesOf(db, community.id), localDay(now, community.zone))
}
