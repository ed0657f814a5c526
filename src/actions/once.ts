import { and, eq } from 'drizzle-orm'
import { keyed, newId } from '#auth/hashing.ts'
import { requests } from '#db/schema/tables.ts'
import { wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import { type Actor, actorId } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { whileOvertaken } from './while-overtaken.ts'

export type Form = {
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
  const { store } = services
  return whileOvertaken(isStale, async () => {
    const first = await firstAnswer<A>(services, actor, form)
    if (first) return first
    const prepared = await prepare()
    if (!prepared.ok) return prepared
    const { statements, answer } = prepared
    await store.commit([rememberAnswer(services, actor, form, answer), ...statements])
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

/** Belongs into the commit of what the form has done. */
export const rememberAnswer = (services: Services, actor: Actor, form: Form, answer: unknown): Statement =>
  services.store.db
    .insert(requests)
    .values({ ...rowOf(services, actor, form), answer: JSON.stringify(answer), at: services.now() })

const rowOf = ({ config }: Services, actor: Actor, { key, action, body }: Form) => ({
  actorId: actorId(actor),
  key,
  action,
  bodyHash: keyed(config.secret, 'request', action, JSON.stringify(body)),
})

/** Null if no form with this key has come before. */
export async function firstAnswer<A>(
  services: Services,
  actor: Actor,
  form: Form,
): Promise<OnceAnswer<A> | KeyReused | null> {
  const { store } = services
  const row = rowOf(services, actor, form)
  const [found] = await store.db
    .select()
    .from(requests)
    .where(and(eq(requests.actorId, row.actorId), eq(requests.key, row.key)))
  if (!found) return null
  if (found.action !== row.action || found.bodyHash !== row.bodyHash)
    return { ok: false, why: 'key-reused', freshKey: newId() }
  return { ok: true, answer: JSON.parse(found.answer) as A, isAgain: true }
}
