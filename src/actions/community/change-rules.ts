import { type SQL, sql } from 'drizzle-orm'
import { placeEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { ruleVersions } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { changesSince, type Edited, isUnchanged } from '#db/store/version-of.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { type RuleChanges, ruleChangesBetween, ruleVersionOn, withChanges } from '#domain/rules.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

type RuleChange = {
  /** The rules that are to be different; all others stay as they are on that day. */
  readonly changes: RuleChanges
  /** The version applies from midnight of this local day. */
  readonly fromDay: string
  /** Public: it is shown in the history on the rules page. */
  readonly reason: string
  /** The version of the rules' stream that the form was made from. */
  readonly version: number
}

type Refused = { readonly ok: false; readonly why: 'not-later' | 'day-taken' | 'nothing-changed' | 'changed' }

/** The record that the form of a community's rules edits. */
export const editedRules = ({ id }: Pick<Community, 'id'>): Edited => ({
  stream: `rules:${id}`,
  actions: ['rules-changed', 'rules-cancelled'],
})

/**
 * Writes a new version of a community's rules for a future day. It changes only the rules it names, so it leaves alone
 * what other versions, earlier or later, have changed. Refused for today or earlier, for a day that already has a
 * version, and if nothing differs from the rules of that day. Null if the actor is not the secretary.
 */
export async function changeRules(
  services: Services,
  actor: Person,
  community: Community,
  key: string,
  change: RuleChange,
) {
  if (!isSecretaryOf(actor, community.id)) return null
  const { store, now } = services
  const at = now()
  const edited = editedRules(community)
  const { version, ...body } = change
  const form = { key, action: 'change-rules', body: [community.id, body] }
  try {
    return await once<string, Refused>(services, actor, form, async () => {
      if ((await changesSince(store.db, edited, version)).length) return { ok: false, why: 'changed' }
      const versions = await rulesOf(store.db, community.id)
      const refused = whyNot(change, versions, localDay(at, community.zone))
      if (refused) return { ok: false, why: refused }
      const id = newId()
      const { fromDay, reason, changes } = change
      const row = {
        id,
        communityId: onlyIf(isUnchanged(edited, version), sql`${community.id}`) as SQL<string>,
        fromDay,
        reason,
        rules: JSON.stringify(withChanges(ruleVersionOn(versions, fromDay).rules, changes)),
        changed: JSON.stringify(changes),
        madeBy: actor.id,
        madeAt: at,
      }
      const event = { communityId: community.id, actorId: actor.id, now: at, data: { version: id, fromDay } }
      return {
        ok: true,
        answer: id,
        statements: [
          store.db.insert(ruleVersions).values(row),
          placeEvent(store, edited.stream, { ...event, action: 'rules-changed' }),
        ],
      }
    })
  } catch (error) {
    if (!wasRefused(error, 'rule_versions.community_id')) throw error
    return { ok: false, why: 'changed' } as const
  }
}

function whyNot(
  { fromDay, changes }: RuleChange,
  versions: Awaited<ReturnType<typeof rulesOf>>,
  today: string,
): Refused['why'] | null {
  if (fromDay <= today) return 'not-later'
  if (versions.some((version) => version.fromDay === fromDay)) return 'day-taken'
  const { rules } = ruleVersionOn(versions, fromDay)
  const isSame = Object.keys(ruleChangesBetween(rules, withChanges(rules, changes))).length === 0
  return isSame ? 'nothing-changed' : null
}
