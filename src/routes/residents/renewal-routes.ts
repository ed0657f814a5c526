import { Hono } from 'hono'
import { recordRenewal } from '#actions/residents/record-renewal.ts'
import { localDay } from '#domain/time/workdays.ts'
import { askedMethods } from '#domain/vocabulary.ts'
import type { Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { staff } from '#http/guards.ts'
import { page } from '#http/respond.tsx'
import { openedFile } from './opened-file.ts'

export const renewals = new Hono<Env>()

/** The resident was asked again and wants to stay on the list. A second press finds the answer and records nothing. */
renewals.post('/residents/:id/kept', staff, async (c) => {
  const actor = c.get('person')
  const services = c.get('services')
  const opened = await openedFile(c)
  if (!opened) return page.notFound(c)
  const { file, community } = opened
  const form = await readForm(c)
  const method = askedMethods.find((known) => known === one(form, 'method'))
  if (!method) return c.redirect(`/residents/${file.id}#kept`, 303)
  if (file.endedAt) return c.redirect(`/residents/${file.id}`, 303)
  if (file.renewalDueAt) {
    const today = localDay(services.now(), community.zone)
    await recordRenewal(services, actor, keyOf(form), file, { method, today })
  }
  return c.redirect(`/residents/${file.id}?done=renewed#consent`, 303)
})
