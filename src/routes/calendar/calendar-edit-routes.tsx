import { Hono } from 'hono'
import {
  changeHours,
  editedHours,
  enterHolidayNotice,
  groundOf,
  type Hours,
  mayEditCalendar,
  withdrawDays,
} from '#actions/community/edit-calendar.ts'
import { effectOf } from '#actions/wishes/replan.ts'
import { newId } from '#auth/hashing.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { holidayNoticesOf, type Scope } from '#db/community/calendar-rows.ts'
import { changesSince, versionNow } from '#db/store/version-of.ts'
import { faultsOfHolidayNotice, type NewHolidayNotice } from '#domain/time/holiday-notice.ts'
import { addDays } from '#domain/time/workdays.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { meanwhileOf } from '#http/form/changed-meanwhile.ts'
import { keyOf, many, one, versionOf } from '#http/form/fields.ts'
import { privateIn } from '#http/form/private-asked.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { CalendarEdit } from '#views/calendar/calendar-edit.tsx'
import { CalendarLook } from '#views/calendar/calendar-look.tsx'
import { type FormName, pathOf } from '#views/calendar/calendar-scope.ts'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { errorsOf, readHolidayNotice, type Typed } from './holiday-notice-form.ts'

export const calendarEdits = new Hono<Env>()

const editors = holder('secretary', 'administrator')

calendarEdits.get('/calendar/edit', editors, async (c) => {
  const scope = await scopeOf(c)
  return scope === undefined ? page.notFound(c) : showEdit(c, scope)
})

calendarEdits.post('/calendar/edit/notices', editors, async (c) => {
  const scope = await scopeOf(c)
  if (scope === undefined) return page.notFound(c)
  const services = c.get('services')
  const form = await readForm(c)
  const key = keyOf(form)
  const typed = Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]))
  const ground = await groundOf(services, scope)
  const read = readHolidayNotice(typed, ground.today)
  const sent = read.notice.layer === 'community' ? 'closure' : 'notice'
  if (sent === 'closure' && !scope) return page.notFound(c)
  // On saving, the notice is checked inside `once`, so that a form sent twice does not conflict with itself.
  const found = typed.do === 'save' ? null : faultsOfHolidayNotice(read.notice, ground)
  const asked = privateIn(c, typed, ['name', 'title', 'reference', 'days'])
  const errors = { ...errorsOf(typed, read, found, c.get('text')), ...asked.errors, ...cutSentences(c, typed) }
  if (typed.do === 'change' || Object.keys(errors).length)
    return showEdit(c, scope, { sent, typed, errors, key, needed: asked.needed })
  if (typed.do !== 'save') return showLook(c, scope, read.notice, typed)

  const entered = await enterHolidayNotice(services, c.get('person'), scope, key, read.notice)
  if (!entered) return page.notFound(c)
  if (entered.ok) return c.redirect(`${pathOf(scope)}&saved=notice`, 303)
  if (entered.why === 'faults')
    return showEdit(c, scope, { sent, typed, errors: errorsOf(typed, read, entered.faults, c.get('text')), key })
  const name = sent === 'closure' ? 'from' : 'days'
  return showEdit(c, scope, { sent, typed, errors: { [name]: c.get('text').calendarEdit.faults['key-reused'] } })
})

calendarEdits.post('/calendar/edit/withdraw', editors, async (c) => {
  const scope = await scopeOf(c)
  if (scope === undefined) return page.notFound(c)
  const ids = [...new Set(many(await readForm(c), 'ids'))]
  if (!ids.length)
    return showEdit(c, scope, { sent: 'withdraw', errors: { ids: c.get('text').calendarEdit.faults.choose } })
  const withdrawn = await withdrawDays(c.get('services'), c.get('person'), scope, ids)
  return withdrawn === null ? page.notFound(c) : c.redirect(`${pathOf(scope)}&saved=withdrawn`, 303)
})

calendarEdits.post('/calendar/edit/hours', editors, async (c) => {
  const scope = await scopeOf(c)
  if (!scope) return page.notFound(c)
  const form = await readForm(c)
  const typed = { opens: one(form, 'opens'), closes: one(form, 'closes') }
  const version = versionOf(form)
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
  const wrong = (['opens', 'closes'] as const).filter((name) => !isTime(typed[name]))
  const names = wrong.length || typed.opens < typed.closes ? wrong : (['closes'] as const)
  const { faults } = c.get('text').calendarEdit
  if (names.length)
    return showEdit(c, scope, {
      sent: 'hours',
      typed,
      version,
      errors: Object.fromEntries(names.map((n) => [n, faults.time])),
    })
  const changed = await changeHours(c.get('services'), c.get('person'), scope, typed, version)
  if (!changed) return page.notFound(c)
  if (changed.ok) return c.redirect(`${pathOf(scope)}&saved=hours`, 303)
  return showChanged(c, scope, typed, version)
})

/** Someone else has changed the hours meanwhile: shows the form as typed, with the present hours next to it. */
async function showChanged(c: C, { id }: Community, typed: Hours, seen: number) {
  const { db } = c.get('services').store
  const version = await versionNow(db, editedHours({ id }))
  const fresh = await communityById(db, id)
  if (!fresh) return page.notFound(c)
  const { opens, closes } = fresh
  const changes = await changesSince(db, editedHours(fresh), seen)
  const meanwhile = await meanwhileOf(c, fresh, changes, { typed, recorded: { opens, closes } })
  return showEdit(c, fresh, { sent: 'hours', typed, version, meanwhile })
}

/** The secretary's own community, or null for all communities; undefined if the reader may edit neither. */
async function scopeOf(c: C): Promise<Scope | undefined> {
  const actor = c.get('actor')
  const isForAll = c.req.query('for') === 'all'
  const community = isForAll ? null : await workPlace(c)
  if (community && mayEditCalendar(actor, community)) return community
  const isNamed = c.req.query('c') !== undefined
  return !isNamed && mayEditCalendar(actor, null) ? null : undefined
}

type Shown = {
  readonly sent?: FormName
  readonly typed?: Typed
  readonly errors?: Readonly<Record<string, string>>
  readonly key?: string
  /** Private words that the form may confirm as about no person. */
  readonly needed?: readonly string[] | undefined
  /** Of the office hours. */
  readonly version?: number
  readonly meanwhile?: Meanwhile
}

async function showEdit(c: C, known: Scope, { sent, typed = {}, errors = {}, key = newId(), ...edited }: Shown = {}) {
  const services = c.get('services')
  const { db } = services.store
  const version = edited.version ?? (known ? await versionNow(db, editedHours(known)) : 0)
  // Read after the version, so that a change in between counts as not seen.
  const scope = known && !edited.meanwhile ? ((await communityById(db, known.id)) ?? known) : known
  const here = pageOf(c, scope ?? (await readersPlace(c)))
  const { saved, title } = here.text.calendarEdit
  const said = c.req.query('saved') ?? ''
  const { today } = await groundOf(services, scope)
  const since = addDays(today, -60)
  const entered = await holidayNoticesOf(services.store.db, scope, 'own')
  const valid = entered
    .map((one) => ({ ...one, runs: one.runs.filter((run) => !run.withdrawnAt && run.until >= since) }))
    .filter((one) => one.runs.length > 0)
  const body = (
    <CalendarEdit
      page={here}
      scope={scope}
      typed={typed}
      sent={sent ?? null}
      errors={errors}
      needed={edited.needed}
      keyOfForm={key}
      hours={{ version, meanwhile: edited.meanwhile ?? null }}
      notices={valid}
      saved={sent || !Object.hasOwn(saved, said) ? null : saved[said as keyof typeof saved]}
    />
  )
  return show(c, here, title, body, edited.meanwhile ? 409 : Object.keys(errors).length ? 422 : 200)
}

async function showLook(c: C, scope: Scope, notice: NewHolidayNotice, typed: Typed) {
  const here = pageOf(c, scope ?? (await readersPlace(c)))
  const effect = await effectOf(c.get('services'), scope, notice)
  const body = <CalendarLook page={here} scope={scope} notice={notice} effect={effect} typed={typed} />
  return show(c, here, here.text.calendarEdit.preview.title, body)
}
