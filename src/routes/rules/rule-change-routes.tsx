import { Hono } from 'hono'
import { cancelRules } from '#actions/community/cancel-rules.ts'
import { changeRules, editedRules } from '#actions/community/change-rules.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { rulesOf, rulesToday } from '#db/community/rule-rows.ts'
import { changesSince, versionNow } from '#db/store/version-of.ts'
import { type Rules, ruleChangesBetween, rulesSchema } from '#domain/rules.ts'
import { isDay, localDay } from '#domain/time/workdays.ts'
import type { C, Env } from '#http/context.ts'
import { meanwhileOf } from '#http/form/changed-meanwhile.ts'
import { keyOf, one, versionOf } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutSentences, digits, readForm } from '#http/form/read-form.ts'
import { secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { ChangeRules } from '#views/rules/change-rules-page.tsx'
import { numbersOf, ruleNames } from '#views/rules/rule-numbers.ts'

export const ruleChanges = new Hono<Env>()

ruleChanges.get('/rules/change', secretaryHere, async (c) => {
  const { community } = c.get('place')
  const { store, now } = c.get('services')
  const version = await versionNow(store.db, editedRules(community))
  const base = await rulesToday(store.db, community, now())
  return showForm(c, community, { typed: { ...typedRules(base.rules), base: base.id }, version, key: newId() })
})

ruleChanges.post('/rules/change', secretaryHere, async (c) => {
  const { community } = c.get('place')
  const form = await readForm(c)
  const [key, version] = [keyOf(form), versionOf(form)]
  const typed = Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]))
  const { faults } = c.get('text').ruleChanges
  const { rules, wrong } = readRules(typed)
  const fromDay = typed.fromDay ?? ''
  const reason = (typed.reason ?? '').trim().slice(0, 200)
  const asked = privateIn(c, form, ['reason'])
  const errors = {
    ...Object.fromEntries(wrong.map((name) => [name, faults.range])),
    ...(isDay(fromDay) ? {} : { fromDay: faults.day }),
    ...(reason ? {} : { reason: faults.reason }),
    ...asked.errors,
    ...cutSentences(c, typed),
  }
  if (!rules || Object.keys(errors).length)
    return showForm(c, community, { typed, version, key, errors, needed: asked.needed })

  const { store, now } = c.get('services')
  const versions = await rulesOf(store.db, community.id)
  // What was typed is compared with what the form showed, so that a rule that was not touched is not changed.
  const base = versions.find(({ id }) => id === typed.base) ?? (await rulesToday(store.db, community, now()))
  const changed = await changeRules(c.get('services'), c.get('person'), community, key, {
    changes: ruleChangesBetween(base.rules, rules),
    fromDay,
    reason,
    version,
  })
  if (!changed) return page.notFound(c)
  if (changed.ok) return c.redirect(`/c/${community.slug}/rules#history`, 303)
  if (changed.why === 'changed') return showChanged(c, community, typed, version)
  const fresh = changed.why === 'key-reused' ? changed.freshKey : key
  return showForm(c, community, { typed, version, key: fresh, errors: { fromDay: faults[changed.why] } })
})

/** A change that has not begun is taken back; it leaves the rules page, and its event stays in the record. */
ruleChanges.post('/rules/changes/:id{[0-9a-f]+}/cancel', secretaryHere, async (c) => {
  const { community } = c.get('place')
  const cancelled = await cancelRules(c.get('services'), c.get('person'), community, c.req.param('id'))
  if (!cancelled) return page.notFound(c)
  if (cancelled.ok) return c.redirect(`/c/${community.slug}/rules#history`, 303)
  const version = await versionNow(c.get('services').store.db, editedRules(community))
  const base = await rulesToday(c.get('services').store.db, community, c.get('services').now())
  const typed = { ...typedRules(base.rules), base: base.id }
  const errors = { ahead: c.get('text').ruleChanges.faults[cancelled.why] }
  return showForm(c, community, { typed, version, key: newId(), errors, status: 409 })
})

/** Another secretary has decided something meanwhile: the form as typed, with who it was and what lies ahead now. */
async function showChanged(c: C, community: Community, typed: Typed, seen: number) {
  const { db } = c.get('services').store
  const version = await versionNow(db, editedRules(community))
  const changes = await changesSince(db, editedRules(community), seen)
  const newest = (await rulesOf(db, community.id)).at(-1)
  const recorded = newest ? typedRules(newest.rules) : {}
  const meanwhile = await meanwhileOf(c, community, changes, { typed, recorded })
  return showForm(c, community, { typed, version, key: newId(), meanwhile })
}

type Typed = Readonly<Record<string, string>>

function typedRules(rules: Rules): Typed {
  const numbers = numbersOf(rules)
  return Object.fromEntries(ruleNames.map((name) => [name, typedOf(name, numbers[name])]))
}

/** A rule as its field shows it: fen as yuan, switched on as 'yes'. */
function typedOf(name: string, value: number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : ''
  return String(name === 'valueLimitFen' ? value / 100 : value)
}

/** The typed numbers as rules, or the names of those that are missing or out of range. */
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

type Shown = {
  readonly typed: Typed
  readonly version: number
  readonly key: string
  readonly errors?: Readonly<Record<string, string>>
  /** Private words in the reason that the form may confirm as about no person. */
  readonly needed?: readonly string[] | undefined
  readonly meanwhile?: Meanwhile
  readonly status?: 409
}

async function showForm(
  c: C,
  community: Community,
  { typed, version, key, errors = {}, needed, meanwhile, status }: Shown,
) {
  const here = pageOf(c, community)
  const { store, now } = c.get('services')
  const versions = await rulesOf(store.db, community.id)
  const today = localDay(now(), community.zone)
  const body = (
    <ChangeRules
      page={here}
      action={`/rules/change?c=${community.slug}`}
      keyOfForm={key}
      editing={{ version, meanwhile: meanwhile ?? null }}
      typed={typed}
      errors={errors}
      needed={needed}
      versions={versions}
      today={today}
      community={community}
    />
  )
  return show(
    c,
    here,
    here.text.ruleChanges.title,
    body,
    status ?? (meanwhile ? 409 : Object.keys(errors).length ? 422 : 200),
  )
}
