import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { isPageView } from '#domain/page-view.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { Env } from '#http/context.ts'
import { one } from '#http/fields.ts'
import { readForm } from '#http/form.ts'
import { anyoneMay } from '#http/guard.ts'
import { readersPlace } from '#http/place.ts'
import { samePath } from '#http/same-site.ts'
import { Styleguide } from '#views/styleguide/index.tsx'

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

site.get('/styleguide', anyoneMay, async (c) => {
  if (!c.get('services').config.isDemo) return page.notFound(c)
  const here = pageOf(c, await readersPlace(c))
  return show(c, here, here.text.site.styleguide.title, <Styleguide page={here} />)
})
