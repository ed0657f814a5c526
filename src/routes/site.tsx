import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { isPageView } from '#domain/page-view.ts'
import type { Env } from '#http/context.ts'
import { one } from '#http/fields.ts'
import { readForm } from '#http/form.ts'
import { anyoneMay } from '#http/guard.ts'
import { samePath } from '#http/same-site.ts'

/** What concerns the whole site and no wish: how it is shown, and its parts for those who draw them. */
export const site = new Hono<Env>()

site.post('/view', anyoneMay, async (c) => {
  const form = await readForm(c)
  const view = one(form, 'view')
  if (isPageView(view))
    setCookie(c, 'view', view, {
      path: '/',
      maxAge: 365 * 24 * 3600,
      sameSite: 'Lax',
      httpOnly: true,
      secure: c.get('services').config.publicUrl.startsWith('https:'),
    })
  return c.redirect(samePath(one(form, 'to')) ?? '/', 303)
})
