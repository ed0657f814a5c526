import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { day, inSeconds } from '#domain/time/durations.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { samePath } from '#http/security/same-site.ts'
import type { Env } from './context.ts'

/**
 * Remembers for a year how a person wants to read, and leads back to their page. Unknown values change nothing: every
 * page reads this cookie, so only known words are written to it.
 */
export async function keepChoice(
  c: Context<Env>,
  name: 'lang' | 'view',
  isChoice: (value: string) => boolean,
): Promise<Response> {
  const form = await readForm(c)
  const value = one(form, name)
  if (value && isChoice(value))
    setCookie(c, name, value, {
      path: '/',
      maxAge: inSeconds(365 * day),
      sameSite: 'Lax',
      httpOnly: true,
      secure: c.get('services').config.publicUrl.startsWith('https:'),
    })
  return c.redirect(samePath(one(form, 'to')) ?? '/', 303)
}
