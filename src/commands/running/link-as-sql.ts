import { registerOf } from '#actions/event-log.ts'
import { newLinkToken } from '#actions/people/access-codes.ts'
import { newId, sha256 } from '#auth/hashing.ts'
import { accessCodeDays } from '#domain/people/access-code.ts'
import { actorId, clock } from '#domain/people/actor.ts'
import { seconds } from '#domain/time/seconds.ts'

/**
 * A link with which the person of that number chooses a new password, as statements for a database elsewhere: whose id that is
 * only they can look up. A code to type would need it, so it is a link only. Where no one has the number, nothing is written.
 */
export function linkAsSql(phone: string, now: Date): { readonly sql: string; readonly token: string } {
  const token = newLinkToken()
  const by = actorId(clock)
  const at = seconds(now)
  const until = at + accessCodeDays * 24 * 3600
  const person = `(SELECT id FROM people WHERE phone = '${phone}')`
  const place = `coalesce((SELECT CASE a.kind WHEN 'grid' THEN a.parent_id ELSE a.id END FROM roles r JOIN areas a ON a.id = r.area_id
  WHERE r.person_id = ${person} AND r.until_day IS NULL LIMIT 1), '*')`
  const stream = `'${registerOf('')}' || ${place}`
  const statements = [
    `DELETE FROM access_codes WHERE person_id = ${person} AND used_at IS NULL`,
    `INSERT INTO access_codes (id, person_id, code_hash, link_hash, issued_by, issued_at, expires_at)
SELECT '${newId()}', id, '${sha256(newLinkToken())}', '${sha256(token)}', '${by}', ${at}, ${until} FROM people WHERE phone = '${phone}'`,
    `INSERT INTO events (stream, seq, action, actor_id, at, community_id, data)
SELECT ${stream}, (SELECT coalesce(max(seq), 0) + 1 FROM events WHERE stream = ${stream}), 'code-issued', '${by}', ${at}, ${place},
  json_object('personId', id) FROM people WHERE phone = '${phone}'`,
  ]
  return { sql: `${statements.join(';\n')};\n`, token }
}
