import { parse, serialize } from 'hono/utils/cookie'
import { keyed } from '#auth/hashing.ts'
import { day, inSeconds } from '#domain/time/durations.ts'
import type { C } from '#http/context.ts'

/**
 * Remembers on this device who has signed in on it, as marks that only this server can read. A person who delivers might
 * otherwise sign out and answer for the resident on the same phone; what is said there is called about all the same. A device
 * with the mark also cannot be locked out by strangers who guess the password.
 */
const name = 'here'
const mostPeople = 8
const lasts = inSeconds(400 * day)

const markOf = (c: C, personId: string): string =>
  keyed(c.get('services').config.secret, 'signed-in-here', personId).slice(0, 16)

const marksHere = (c: C): readonly string[] =>
  (parse(c.req.header('cookie') ?? '', name)[name] ?? '').split('.').filter(Boolean)

/** To be called where a session begins. */
export function rememberHere(c: C, personId: string): void {
  const mark = markOf(c, personId)
  const marks = [mark, ...marksHere(c).filter((one) => one !== mark)].slice(0, mostPeople)
  const cookie = serialize(name, marks.join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.get('services').config.publicUrl.startsWith('https:'),
    maxAge: lasts,
  })
  c.header('set-cookie', cookie, { append: true })
}

/** Whether one of these people is signed in on this device, or was at some time. */
export function wereHere(c: C, personIds: readonly (string | null)[]): boolean {
  const actor = c.get('actor')
  const marks = marksHere(c)
  return personIds.some(
    (id) => id !== null && ((actor.kind === 'person' && actor.id === id) || marks.includes(markOf(c, id))),
  )
}
