import { Hono } from 'hono'
import { issueCode } from '#actions/people/access-codes.ts'
import { activateVolunteer } from '#actions/people/add-person.ts'
import { grantTo } from '#actions/people/grant-to.ts'
import { areasWithin, communityById } from '#db/community/area-rows.ts'
import { mayManage } from '#domain/people/role-areas.ts'
import { roleNames } from '#domain/vocabulary.ts'
import { theirPerson } from '#http/address-loaders.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { CWith, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { peopleManager } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { type GrantTyped, type Message, PersonPage } from '#views/people/person-page.tsx'
import { showCodes } from './issued-codes.tsx'

export const persons = new Hono<Env>()

type Here = CWith<'person' | 'file'>

const at = '/people/:id{[0-9a-f]{24}}'

persons.get(at, peopleManager, theirPerson, (c) => {
  const { newPerson, person, roles } = c.get('text').people
  const { name } = c.get('file')
  const done: Readonly<Record<string, string>> = {
    added: newPerson.added(name),
    activated: person.activated,
    left: person.left,
    granted: roles.granted,
    saved: person.saved,
  }
  const sentence = Object.hasOwn(done, c.req.query('done') ?? '') ? done[c.req.query('done') ?? ''] : undefined
  return showPerson(c, { told: sentence ? { tone: 'green', sentence } : null })
})

persons.post(`${at}/code`, peopleManager, theirPerson, async (c) => {
  const issue = await issueCode(c.get('services'), c.get('person'), c.get('file').id)
  return issue ? showCodes(c, await communityHere(c), [issue]) : page.notFound(c)
})

persons.post(`${at}/activate`, peopleManager, theirPerson, async (c) => {
  const form = await readForm(c)
  const { id, memberships } = c.get('file')
  const waiting = memberships.filter(({ state }) => state === 'inactive')
  const named = waiting.find(({ communityId }) => communityId === one(form, 'communityId')) ?? waiting[0]
  if (named) await activateVolunteer(c.get('services'), c.get('person'), named.communityId, id)
  return c.redirect(`/people/${id}?done=activated`, 303)
})

persons.post(`${at}/roles`, peopleManager, theirPerson, async (c) => {
  const form = await readForm(c)
  const { id } = c.get('file')
  const typed: GrantTyped = { role: one(form, 'role'), areaId: one(form, 'areaId') }
  const { people: words, faults } = c.get('text')
  const role = roleNames.find((known) => known === typed.role)
  if (!role || !typed.areaId)
    return showPerson(c, { grant: typed, error: faults.choose ?? '', errorAt: role ? 'areaId' : 'role' }, 422)
  const granted = await grantTo(c.get('services'), c.get('person'), id, { role, areaId: typed.areaId })
  if (granted === 'granted') return c.redirect(`/people/${id}?done=granted`, 303)
  const error = granted === null ? words.roles.notThere : words.roles.alreadyHas
  return showPerson(c, { grant: typed, error, errorAt: 'areaId' }, 422)
})

type Shown = {
  readonly told?: Message | null
  readonly grant?: GrantTyped
  readonly error?: string
  readonly errorAt?: 'role' | 'areaId'
  readonly phone?: { readonly typed: string; readonly error: string }
}

export async function showPerson(c: Here, shown: Shown, status: 200 | 422 = 200) {
  const { db } = c.get('services').store
  const person = c.get('person')
  const file = c.get('file')
  const here = pageOf(c, await communityHere(c))
  const paths = person.roles.flatMap(({ role, path }) =>
    role === 'administrator' || role === 'secretary' ? [path] : [],
  )
  const areas = (await areasWithin(db, paths)).filter(({ isClosed }) => !isClosed)
  const grantable = roleNames.filter((role) => areas.some((area) => mayManage(person, role, area)))
  const body = (
    <PersonPage
      page={here}
      file={file}
      mayEnd={file.roles.flatMap(({ id, role, area, isOver }) =>
        !isOver && mayManage(person, role, area) ? [id] : [],
      )}
      grant={{
        roles: grantable,
        areas: areas.filter((area) => grantable.some((role) => mayManage(person, role, area))),
        typed: shown.grant ?? { role: '', areaId: '' },
        error: shown.error,
        errorAt: shown.errorAt,
      }}
      told={shown.told ?? null}
      phone={shown.phone ?? { typed: '', error: undefined }}
    />
  )
  return show(c, here, file.name, body, status)
}

/** The community whose name and telephone the page shows: the one the person works in, else the reader's. */
async function communityHere(c: Here) {
  const { roles } = c.get('file')
  const id = roles.findLast(({ area }) => area.communityId !== null)?.area.communityId
  const theirs = id ? await communityById(c.get('services').store.db, id) : null
  return theirs ?? (await workPlace(c)) ?? readersPlace(c)
}
