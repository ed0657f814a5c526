import { Hono } from 'hono'
import { addKnowledge, addStarters, changeKnowledge, editedEntry } from '#actions/wishes/edit-knowledge.ts'
import { newId } from '#auth/hashing.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { lastChanges } from '#db/store/version-of.ts'
import { type Knowledge, knowledgeById, knowledgeOf, searchKnowledge } from '#db/wishes/knowledge-rows.ts'
import {
  type KnowledgeForm,
  knowledgeFieldNames,
  readKnowledge,
  starterKeys,
  starters,
  subjects,
} from '#domain/knowledge.ts'
import { isWorkerIn } from '#domain/people/actor.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { localDay } from '#domain/time/workdays.ts'
import { communityOrChoose } from '#http/address-loaders.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { meanwhileOf } from '#http/form/changed-meanwhile.ts'
import { keyOf, one, versionOf } from '#http/form/fields.ts'
import { type PrivateAsked, privateIn } from '#http/form/private-asked.ts'
import { cutIn, readForm, type Typed } from '#http/form/read-form.ts'
import { anyoneMay, staff, staffHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { KnowledgeEntryPage } from '#views/knowledge/knowledge-entry.tsx'
import { KnowledgeFormPage } from '#views/knowledge/knowledge-form.tsx'
import { KnowledgePage } from '#views/knowledge/knowledge-page.tsx'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { faultAt } from '#views/people/faults.ts'

export const knowledge = new Hono<Env>()

knowledge.get('/knowledge', anyoneMay, communityOrChoose, showList)
knowledge.get('/c/:slug/knowledge', anyoneMay, communityOrChoose, showList)

knowledge.get('/knowledge/new', staffHere, async (c) => {
  return showNew(c, c.get('place').community, newId(), blank)
})

knowledge.post('/knowledge/new', staffHere, async (c) => {
  const { community } = c.get('place')
  const form = await readForm(c)
  const [key, typed] = [keyOf(form), typedIn(form)]
  const read = readKnowledge(typed, todayIn(c, community))
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(typed) }
  const asked = askedIn(c, form)
  if (!read.ok || Object.keys(faults).length || asked.needed)
    return showNew(c, community, key, typed, { faults, asked })
  const added = await addKnowledge(c.get('services'), c.get('person'), community.id, key, read.value)
  if (!added) return page.notFound(c)
  if (added.ok) return c.redirect(`/knowledge/${added.answer}`, 303)
  return showNew(c, community, newId(), typed, { sentence: c.get('text').knowledge.form.keyReused })
})

/** In the language of the person who presses the button; the community edits the text afterwards. */
knowledge.post('/knowledge/starters', staffHere, async (c) => {
  const { community } = c.get('place')
  const { starters: words } = c.get('text')
  const blankOffice = { office: '', phone: '', reviewedOn: '' } as const
  const stock = starterKeys.map((one) => ({ ...words[one], ...blankOffice, subject: starters[one] }))
  await addStarters(c.get('services'), c.get('person'), community.id, keyOf(await readForm(c)), stock)
  return c.redirect(`/c/${community.slug}/knowledge`, 303)
})

/** Everyone may read an entry in use; retired entries only those who edit them. */
knowledge.get('/knowledge/:id{[0-9a-f]{24}}', anyoneMay, async (c) => {
  const found = await entryAt(c)
  if (!found) return page.notFound(c)
  const { entry, community, isStaff } = found
  const here = pageOf(c, community)
  const today = todayIn(c, community)
  const body = <KnowledgeEntryPage page={here} community={community} entry={entry} today={today} isStaff={isStaff} />
  return show(c, here, entry.title, body)
})

knowledge.get('/knowledge/:id{[0-9a-f]{24}}/edit', staff, async (c) => {
  const found = await entryAt(c)
  return found?.isStaff ? showEdit(c, found, { typed: found.entry, version: found.entry.version }) : page.notFound(c)
})

knowledge.post('/knowledge/:id{[0-9a-f]{24}}/edit', staff, async (c) => {
  const found = await entryAt(c)
  if (!found?.isStaff) return page.notFound(c)
  const form = await readForm(c)
  const [version, typed] = [versionOf(form), typedIn(form)]
  const read = readKnowledge(typed, todayIn(c, found.community))
  const isRetired = one(form, 'retired') === 'yes'
  const faults = { ...(read.ok ? {} : read.faults), ...cutIn(typed) }
  const asked = askedIn(c, form, found.entry)
  if (!read.ok || Object.keys(faults).length || asked.needed)
    return showEdit(c, found, { typed, version, isRetired, faults, asked })
  const change = { fields: read.value, isRetired }
  const changed = await changeKnowledge(c.get('services'), c.get('person'), found.entry.id, version, change)
  if (!changed) return page.notFound(c)
  if (changed.ok) return c.redirect(`/knowledge/${found.entry.id}`, 303)
  return showChanged(c, { ...found, entry: changed.fresh }, { typed, version, isRetired })
})

/**
 * Someone else has saved it meanwhile: shows the form as typed, for the present version, with its values next to the
 * fields.
 */
async function showChanged(c: C, found: Found, { typed, version, isRetired }: Edit) {
  const { entry, community } = found
  const { db } = c.get('services').store
  const changes = await lastChanges(db, editedEntry(entry), entry.version - version)
  const meanwhile = await meanwhileOf(c, community, changes, {
    typed: { ...typed, retired: isRetired ? 'yes' : '' },
    recorded: { ...recordedIn(entry), retired: entry.retired ? 'yes' : '' },
  })
  return showEdit(c, found, { typed, version: entry.version, isRetired: isRetired ?? false, meanwhile })
}

const blank: KnowledgeForm = {
  subject: '',
  title: '',
  keywords: '',
  answer: '',
  office: '',
  phone: '',
  documents: '',
  reviewedOn: '',
}

/** An answer is for everyone: the writer confirms that 低保 or 残疾 in it is about the subject, not about a person. */
const askedIn = (c: C, form: Typed, entry?: Knowledge): Asked => ({
  ...privateIn(c, form, ['title', 'keywords', 'answer', 'office', 'documents'], entry && recordedIn(entry)),
  typed: one(form, 'needed'),
})
type Asked = PrivateAsked & { readonly typed: string }

const typedIn = (form: Typed): KnowledgeForm =>
  Object.fromEntries(knowledgeFieldNames.map((name) => [name, one(form, name)])) as KnowledgeForm

const recordedIn = (entry: Knowledge): KnowledgeForm =>
  Object.fromEntries(knowledgeFieldNames.map((name) => [name, entry[name]])) as KnowledgeForm

const todayIn = (c: C, { zone }: Community) => localDay(c.get('services').now(), zone)

async function showList(c: CWith<'community'>): Promise<Response> {
  const { db } = c.get('services').store
  const community = c.get('community')
  const isStaff = isWorkerIn(c.get('actor'), community.id)
  const words = (c.req.query('q') ?? '').trim().slice(0, 40)
  const subject = subjects.find((one) => one === c.req.query('subject')) ?? null
  const isRetired = isStaff && c.req.query('retired') === '1'
  const communityId = community.id
  const entries =
    words && !isRetired
      ? await searchKnowledge(db, { communityId, words, limit: 30 })
      : await knowledgeOf(db, { communityId, subject, isRetired })
  const here = pageOf(c, community)
  const isEmpty = isStaff && !entries.length && !words && !subject && !isRetired
  const list = { entries, words, subject, isRetired, isStaff, today: todayIn(c, community) }
  return show(
    c,
    here,
    here.text.knowledge.title,
    <KnowledgePage page={here} community={community} list={{ ...list, starterKey: isEmpty ? newId() : null }} />,
  )
}

type Found = { readonly entry: Knowledge; readonly community: Community; readonly isStaff: boolean }

async function entryAt(c: C): Promise<Found | null> {
  const { db } = c.get('services').store
  const entry = await knowledgeById(db, c.req.param('id') ?? '')
  const community = entry && (await communityById(db, entry.communityId))
  if (!entry || !community) return null
  const isStaff = isWorkerIn(c.get('actor'), community.id)
  return entry.retired && !isStaff ? null : { entry, community, isStaff }
}

const errorsOf = (c: C, faults: Faults) =>
  Object.fromEntries(Object.keys(faults).map((name) => [name, faultAt(c.get('text'), faults, name) ?? '']))

type ShownNew = {
  readonly faults?: Faults
  readonly sentence?: string | null
  readonly asked?: Asked
}

function showNew(
  c: C,
  community: Community,
  key: string,
  typed: KnowledgeForm,
  { faults = {}, sentence = null, asked }: ShownNew = {},
) {
  const here = pageOf(c, community)
  const today = todayIn(c, community)
  const body = (
    <KnowledgeFormPage
      page={here}
      action={`/knowledge/new?c=${community.slug}`}
      typed={{ ...typed, reviewedOn: typed.reviewedOn || today }}
      errors={{ ...errorsOf(c, faults), ...asked?.errors }}
      needed={asked}
      sentence={sentence}
      today={today}
      kind={{ key }}
    />
  )
  const isWrong = sentence !== null || Object.keys(faults).length > 0 || asked?.needed !== undefined
  return show(c, here, here.text.knowledge.form.newTitle, body, isWrong ? 422 : 200)
}

type Edit = {
  readonly typed: KnowledgeForm
  readonly version: number
  readonly isRetired?: boolean
  readonly faults?: Faults
  readonly asked?: Asked
  readonly meanwhile?: Meanwhile
}

function showEdit(
  c: C,
  { entry, community }: Found,
  { typed, version, isRetired, faults = {}, asked, meanwhile }: Edit,
) {
  const here = pageOf(c, community)
  const { form } = here.text.knowledge
  const body = (
    <KnowledgeFormPage
      page={here}
      action={`/knowledge/${entry.id}/edit`}
      typed={typed}
      errors={{ ...errorsOf(c, faults), ...asked?.errors }}
      needed={asked}
      sentence={null}
      today={todayIn(c, community)}
      kind={{ version, isRetired: isRetired ?? entry.retired, meanwhile: meanwhile ?? null }}
    />
  )
  return show(c, here, form.editTitle, body, meanwhile ? 409 : Object.keys(faults).length || asked?.needed ? 422 : 200)
}
