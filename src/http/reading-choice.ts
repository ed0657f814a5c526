import { setCookie } from 'hono/cookie'
import type { C } from './context.ts'
import { one } from './fields.ts'
import { readForm } from './read-form.ts'
import { samePath } from './same-site.ts'

/**
 * Keeps for a year how somebody wants to read, and leads back to where they were. What is none of the choices changes
 * nothing: the cookie is read by every page, so only known words come into it.
 */
export async function keepChoice(c: C, name: 'lang' | 'view', isChoice: (value: string) => boolean): Promise<Response> {
  const form = await readForm(c)
  const value = one(form, name)
  if (value && isChoice(value))
    setCookie(c, name, value, {
      path: '/',
      maxAge: 365 * 24 * 3600,
      sameSite: 'Lax',
      httpOnly: true,
      secure: c.get('services').config.publicUrl.startsWith('https:'),
    })
  return c.redirect(samePath(one(form, 'to')) ?? '/', 303)
}
