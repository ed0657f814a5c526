import { allCommunities } from '#db/community/area-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import type { Db } from '#db/store/store.ts'
import { backupDays } from '#domain/backups/kept-backups.ts'
import { ruleVersionOn } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'

/** For how many days a backup may be kept under the rules of today. */
export async function backupDaysNow(db: Db, now: Date): Promise<number> {
  const promised = []
  for (const { id, zone } of await allCommunities(db))
    promised.push(ruleVersionOn(await rulesOf(db, id), localDay(now, zone)).rules)
  return backupDays(promised)
}
