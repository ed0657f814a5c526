import { Hono } from 'hono'
import { changeRules } from '#actions/rules.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/areas.ts'
import { rulesToday } from '#db/rules.ts'
import { isSecretaryOf, type Person } from '#domain/actor.ts'
import { isDay } from '#domain/calendar.ts'
import { rulesSchema } from '#domain/rules.ts'
import { page, pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { keyOf, one } from '#http/fields.ts'
import { digits, readForm } from '#http/form.ts'
import { holder } from '#http/guard.ts'
import { workPlace } from '#http/place.ts'
import { ChangeRules } from '#views/rules/change.tsx'
import { numbersOf, ruleNames } from '#views/rules/numbers.ts'

export const ruleChanges = new Hono<Env>()

ruleChanges.get('/rules/change', holder('secretary'), async (c) => {
  const community = await ownCommunity(c)
  if (!community) return page.notFound(c)
  const { store, now } = c.get('services')
  const numbers = numbersOf((await rulesToday(store.db, community, now())).rules)
  const typed = Object.fromEntries(ruleNames.map((name) => [name, typedOf(name, numbers[name])]))
  return showForm(c, community, { ...typed, key: newId() }, {})
})

ruleChanges.post('/rules/change', holder('secretary'), async (c) => {
  const community = await ownCommunity(c)
  if (!community) return page.notFound(c)
  const form = await readForm(c)
  const key = keyOf(form)
  const typed = Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]))
  const { faults } = c.get('text').ruleChanges
  const { rules, wrong } = readRules(typed)
  const fromDay = typed.fromDay ?? ''
  const reason = (typed.reason ?? '').trim().slice(0, 200)
  const errors = {
    ...Object.fromEntries(wrong.map((name) => [name, faults.range])),
    ...(isDay(fromDay) ? {} : { fromDay: faults.day }),
    ...(reason ? {} : { reason: faults.reason }),
  }
  if (!rules || Object.keys(errors).length) return showForm(c, community, typed, errors)

  const changed = await changeRules(c.get('services'), c.get('actor') as Person, community, key, {
    rules,
    fromDay,
    reason,
  })
  if (!changed) return page.notFound(c)
  if (changed.ok) return c.redirect(`/c/${community.slug}/rules#history`, 303)
  return showForm(c, community, typed, { fromDay: faults[changed.why] })
})

/** A rule as it stands in its field: fen as yuan, on as 'yes'. */
function typedOf(name: string, value: number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return String(name === 'valueLimitFen' ? value / 100 : value)
}

/** The typed numbers as rules, or the names of those that are none or out of their range. */
function readRules(typed: Readonly<Record<string, string>>) {
  const numberOf = (name: string) => {
    const text = digits(typed[name] ?? '')
    return /^\d+(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
  }
  const flat = Object.fromEntries(ruleNames.map((name) => [name, numberOf(name)]))
  const { red, yellow, blue, valueLimitFen, ...rest } = flat
  const parsed = rulesSchema.safeParse({
    ...rest,
    checkBeforePublishing: typed.checkBeforePublishing === 'yes',
    valueLimitFen: Math.round((valueLimitFen ?? Number.NaN) * 100),
    deliverWithin: { red, yellow, blue },
  })
  if (parsed.success) return { rules: parsed.data, wrong: [] }
  return { rules: null, wrong: [...new Set(parsed.error.issues.map((issue) => String(issue.path.at(-1))))] }
}

async function ownCommunity(c: C): Promise<Community | null> {
  const community = await workPlace(c)
  return community && isSecretaryOf(c.get('actor'), community.id) ? community : null
}

function showForm(
  c: C,
  community: Community,
  typed: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
) {
  const here = pageOf(c, community)
  const body = (
    <ChangeRules
      page={here}
      action={`/rules/change?c=${community.slug}`}
      keyOfForm={typed.key ?? newId()}
      typed={typed}
      errors={errors}
    />
  )
  return show(c, here, here.text.ruleChanges.title, body, Object.keys(errors).length ? 422 : 200)
}
