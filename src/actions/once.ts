import { and, eq } from 'drizzle-orm'
import { keyed, newId } from '#auth/hashing.ts'
import { requests } from '#db/schema/tables.ts'
import { wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { type Actor, actorId } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { whileOvertaken } from './while-overtaken.ts'

type Form = {
  /** A random key for each rendering of the form (`newId()`), in its hidden field `key`. */
  readonly key: string
  readonly action: string
  /** The form's content without the key. Only a keyed hash of it is stored. */
  readonly body: unknown
}

/** The statements to commit, and the answer for the user (an id, a wish's code: anything JSON can express). */
export type Prepared<A> = {
  readonly ok: true
  readonly statements: readonly Statement[]
  readonly answer: A
}

export type OnceAnswer<A> = { readonly ok: true; readonly answer: A; readonly isAgain: boolean }
/** `freshKey` is for the form that is shown again; with the used key it could never be sent. */
export type KeyReused = { readonly ok: false; readonly why: 'key-reused'; readonly freshKey: string }

/**
 * Lets a form that creates something do so only once, however often it is sent. The same key with the same body gives
 * the first answer again (`isAgain`); the same key with another body is refused. `prepare` decides, and gives the
 * statements or a refusal; a refusal stores nothing, so the corrected form may use the same key. `prepare` is called
 * again if the commit fails on another unique key or on a condition, because then the data it had read was outdated.
 */
export async function once<A, R extends { readonly ok: false }>(
  services: Services,
  actor: Actor,
  form: Form,
  prepare: () => Promise<Prepared<A> | R>,
): Promise<OnceAnswer<A> | KeyReused | R> {
  const { store, config, now } = services
  const bodyHash = keyed(config.secret, 'request', form.action, JSON.stringify(form.body))
  const row = { actorId: actorId(actor), key: form.key, action: form.action, bodyHash }

  return whileOvertaken(isStale, async () => {
    const first = await firstAnswer<A>(services, row)
    if (first) return first
    const prepared = await prepare()
    if (!prepared.ok) return prepared
    const { statements, answer } = prepared
    const request = store.db.insert(requests).values({ ...row, answer: JSON.stringify(answer), at: now() })
    await store.commit([request, ...statements])
    return { ok: true, answer, isAgain: false }
  })
}

/**
 * Someone was quicker: a key is taken, a file has ended, a consent was withdrawn or a wish was published meanwhile.
 */
const isStale = (error: unknown): boolean =>
  takenKey(error) !== null ||
  wasRefused(error, 'wish_details.resident_id') ||
  wasRefused(error, 'residents.community_id')

type Row = { readonly actorId: string; readonly key: string; readonly action: string; readonly bodyHash: string }

async function firstAnswer<A>({ store }: Services, row: Row): Promise<OnceAnswer<A> | KeyReused | null> {
  const [found] = await store.db
    .select()
    .from(requests)
    .where(and(eq(requests.actorId, row.actorId), eq(requests.key, row.key)))
  if (!found) return null
  if (found.action !== row.action || found.bodyHash !== row.bodyHash)
    return { ok: false, why: 'key-reused', freshKey: newId() }
  return { ok: true, answer: JSON.parse(found.answer) as A, isAgain: true }
}
