import type { Statement } from '#db/store/store.ts'
import type { SentInvitation } from '#domain/matching/sent-invitation.ts'
import { seconds } from '#domain/time/seconds.ts'

/** How the notification of an invitation is filed: under the event that caused it, or under the plan's own invitation. */
type Filed = { readonly stream: string; readonly seq: number }

/** How many invitations go into one statement, because D1 limits its parameters. */
const atOnce = 400

/**
 * Writes invitations and their notifications. A volunteer who paused, chose otherwise or left at the same moment gets
 * neither, and a second plan at the same moment cannot exceed the week's limit: then nothing is written, and the act
 * that caused it is not refused.
 */
export function inviteStatements(sent: readonly SentInvitation[], filed?: Filed): readonly Statement[] {
  const statements: Statement[] = []
  for (let n = 0; n < sent.length; n += atOnce) {
    const rows = sent.slice(n, n + atOnce).map(({ at, reasons, isUrgent, ...row }) => ({
      ...row,
      at: seconds(at),
      isUrgent: isUrgent ? 1 : 0,
      reasons: JSON.stringify(reasons),
      stream: filed?.stream ?? `invitation:${row.id}`,
      seq: filed?.seq ?? 0,
    }))
    const params = [JSON.stringify(rows)]
    for (const sql of [addFirst, addCompanions, addNotifications]) statements.push({ toSQL: () => ({ sql, params }) })
  }
  return statements
}

const value = (name: string) => `json_extract(value, '$.${name}')`
const names = [
  'id',
  'communityId',
  'wishId',
  'personId',
  'at',
  'day',
  'week',
  'slot',
  'sentWith',
  'isUrgent',
  'cell',
  'reasons',
]

const add = `insert into invitations
  (id, community_id, wish_id, person_id, at, day, week, slot, sent_with, is_urgent, cell, reasons)
  select ${names.map(value).join(', ')} from json_each(?)`

const addFirst = `${add}
  where ${value('slot')} is not null and exists (
    select 1 from volunteers
    where volunteers.person_id = ${value('personId')} and volunteers.community_id = ${value('communityId')}
      and volunteers.state = 'active' and volunteers.ask_choice <> 'never'
      and (volunteers.ask_paused_until is null or volunteers.ask_paused_until <= ${value('day')})
      and (${value('slot')} = 1 or volunteers.ask_choice = 'usual')
  )
  on conflict do nothing`

/** A statement does not see the rows that it adds itself, so what goes along with an invitation follows in a second one. */
const addCompanions = `${add}
  where ${value('slot')} is null and exists (select 1 from invitations as first where first.id = ${value('sentWith')})
  on conflict do nothing`

const addNotifications = `insert into notices (stream, seq, person_id, kind, wish_id, at)
  select ${value('stream')}, ${value('seq')}, ${value('personId')}, 'fits', ${value('wishId')}, ${value('at')} from json_each(?)
  where ${value('slot')} is not null and exists (select 1 from invitations where invitations.id = ${value('id')})
  on conflict do nothing`
