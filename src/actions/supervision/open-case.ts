import { randomBytes } from 'node:crypto'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { newId, sha256 } from '#auth/hashing.ts'
import { caseLooks, events, notes } from '#db/schema/tables.ts'
import type { Case } from '#db/supervision/case-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** Records that a supervisor opens a case and why, before its words are shown. The community sees the look. */
export async function openCase(
  services: Services,
  person: Person,
  key: string,
  { found, reason }: { readonly found: Case; readonly reason: string },
): Promise<OnceAnswer<string> | KeyReused> {
  const { store, now } = services
  const { db } = store
  const { kind, subject, code, communityId } = found
  return once<string, never>(services, person, { key, action: 'open-case', body: [code, reason] }, async () => {
    const id = newId()
    const salt = randomBytes(16).toString('hex')
    const at = now()
    const data = { kind, code, notes: { reason: sha256(salt + reason) } }
    return {
      ok: true,
      answer: id,
      statements: [
        db
          .insert(events)
          .values({ stream: id, seq: 1, action: 'case-opened', actorId: person.id, at, communityId, data }),
        db.insert(caseLooks).values({ id, communityId, kind, subject, code, personId: person.id, at }),
        db.insert(notes).values({ stream: id, seq: 1, kind: 'reason', text: reason, salt }),
      ],
    }
  })
}
