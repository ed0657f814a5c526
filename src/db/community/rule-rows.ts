import { asc, desc, eq, or, sql } from 'drizzle-orm'
import { ruleVersions } from '#db/schema/tables.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type Rules, type RuleVersion, rulesSchema, ruleVersionOn } from '#domain/rules.ts'
import { type Day, localDay, type Month } from '#domain/time/workdays.ts'
import type { Community } from './area-rows.ts'

const versionsOf = prepared((db) =>
  db
    .select()
    .from(ruleVersions)
    .where(or(eq(ruleVersions.communityId, sql.placeholder('communityId')), eq(ruleVersions.communityId, '*')))
    .orderBy(asc(ruleVersions.fromDay), desc(ruleVersions.communityId)),
)

/**
 * Every rule version that has applied to a community, oldest first; its own come before the installation's of the same
 * day.
 */
export async function rulesOf(db: Db, communityId: string): Promise<readonly RuleVersion[]> {
  const rows = await versionsOf(db, { communityId })
  return rows.map((row) => ({ ...row, rules: rulesSchema.parse(JSON.parse(row.rules)) }))
}

/** The version decided last, from whatever day it applies; null where a community has decided nothing itself. */
export async function lastDecided(db: Db, communityId: string): Promise<Rules | null> {
  const [row] = await db
    .select({ rules: ruleVersions.rules })
    .from(ruleVersions)
    .where(eq(ruleVersions.communityId, communityId))
    .orderBy(desc(ruleVersions.madeAt), desc(sql`rowid`))
    .limit(1)
  return row ? rulesSchema.parse(JSON.parse(row.rules)) : null
}

/**
 * The first day of the rules that a month's formulas follow: those in force on the first day of the month. Null where
 * none had begun.
 */
export async function monthRules(db: Db, communityId: string, month: Month): Promise<Day | null> {
  const versions = await rulesOf(db, communityId)
  const first = `${month}-01`
  return versions.some(({ fromDay }) => fromDay <= first) ? ruleVersionOn(versions, first).fromDay : null
}

/** The rules for a wish that is published now; a wish that is under way keeps the version it was published under. */
export async function rulesToday(db: Db, community: Community, now: Date): Promise<RuleVersion> {
  return ruleVersionOn(await rulesOf(db, community.id), localDay(now, community.zone))
}
