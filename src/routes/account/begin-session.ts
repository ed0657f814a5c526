import { recordSignIn } from '#actions/account/record-sign-in.ts'
import { sessionsOf } from '#auth/sessions.ts'
import { loadPerson } from '#db/people/people-rows.ts'
import { deviceOf } from '#domain/account/security-events.ts'
import { holds } from '#domain/people/actor.ts'
import type { C } from '#http/context.ts'
import { rememberHere, wereHere } from '#http/security/signed-in-here.ts'

/** A new token at every sign-in, so that one planted before is worthless; the old session ends. Gives the cookie. */
export async function beginSession(c: C, personId: string): Promise<string> {
  const sessions = sessionsOf(c.get('services'))
  const old = c.get('session')
  if (old) await sessions.end(old.token)
  const isKnown = wereHere(c, [personId])
  const cookie = await recordSignIn(c.get('services'), { personId, device: deviceHere(c), isKnown })
  rememberHere(c, personId)
  c.header('set-cookie', cookie, { append: true })
  c.header('cache-control', 'private, no-store')
  return cookie.split(';')[0] ?? ''
}

/** The kind of device that sends the request. */
export const deviceHere = (c: C): string => deviceOf(c.req.header('user-agent') ?? '')

/** Where a person begins who came for no page in particular: those with work to do at their desk, others at the board. */
export async function homeOf(c: C, personId: string): Promise<string> {
  const { store, now } = c.get('services')
  const person = await loadPerson(store.db, personId, now())
  const roles = ['gridWorker', 'secretary', 'supervisor', 'administrator'] as const
  return person && roles.some((role) => holds(person, role)) ? '/desk' : '/'
}
