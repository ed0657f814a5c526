import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { ruleVersions } from '#db/schema/tables.ts'
import { prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { type RuleChanges, type RuleVersion, rulesInForce, rulesSchema, ruleVersionOn } from '#domain/rules.ts'
import { type Day, localDay, type Month } from '#domain/time/workdays.ts'
import type { Community } from './area-rows.ts'
import { untilChanged } from './until-changed.ts'

const versionsOf = prepared((db) =>
  db
    .select()
    .from(ruleVersions)
    .where(
      and(
        or(eq(ruleVersions.communityId, sql.placeholder('communityId')), eq(ruleVersions.communityId, '*')),
        isNull(ruleVersions.cancelledAt),
      ),
    )
    .orderBy(asc(ruleVersions.fromDay), asc(ruleVersions.communityId)),
)

/**
 * Every rule version that applies to a community or will, oldest first; its own come after the installation's of the same
 * day.
 */
export const rulesOf = untilChanged(
  (communityId: string) => [`rules:${communityId}`],
  async (db, communityId): Promise<readonly RuleVersion[]> => {
    const rows = await versionsOf(db, { communityId })
    return rulesInForce(
      rows.map((row) => ({
        ...row,
        rules: rulesSchema.parse(JSON.parse(row.rules)),
        changes: row.changed === null ? null : (JSON.parse(row.changed) as RuleChanges),
      })),
    )
  },
)

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
