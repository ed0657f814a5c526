import { Hono } from 'hono'
import { answerAtOnce } from '#actions/wishes/answer-at-once.ts'
import { newId } from '#auth/hashing.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import { type Knowledge, knowledgeById } from '#db/wishes/knowledge-rows.ts'
import { type Faults, faultsFrom, lineOf } from '#domain/reading/checked.ts'
import { localDay } from '#domain/time/workdays.ts'
import { sources } from '#domain/vocabulary.ts'
import { readCame } from '#domain/wish/arrival.ts'
import { wordsConfirmed } from '#domain/wish/notes/note-words.ts'
import { statusOf } from '#domain/wish/refusals.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf } from '#http/form/fields.ts'
import { cutIn, readForm } from '#http/form/read-form.ts'
import { staffHere } from '#http/guards.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { flat } from '#routes/posting/wish-form.ts'
import { ownResident } from '#routes/posting/wish-whose.ts'
import { faultAt } from '#views/people/faults.ts'
import { AnswerForm } from '#views/referrals/answer-form.tsx'

export const answers = new Hono<Env>()

/** A question was answered at once: from the knowledge base (`?from=id`), or by a call with the office. */
answers.get('/answers/new', staffHere, async (c) => {
  const asked = await askedIn(c, c.req.query('resident') ?? '')
  return asked ? showForm(c, asked, { key: newId(), source: 'visit' }) : page.notFound(c)
})

/** Sent from its own form, or from the form of a wish if the answer was found while typing. */
answers.post('/answers/new', staffHere, async (c) => {
  const form = await readForm(c)
  const [key, typed] = [keyOf(form), flat(form)]
  const asked = await askedIn(c, typed.resident ?? '')
  if (!asked) return page.notFound(c)
  const { place, entry, resident } = asked
  const words = lineOf(typed.words ?? '')
  const said = entry ? '' : (typed.office ?? '').trim()
  const source = sources.find((one) => one === typed.source)
  const gridId = resident?.gridId ?? gridIn(place, typed.gridId ?? '')
  const { received = '', workOrder = '' } = typed
  const came = readCame({ source: source ?? '', received, workOrder }, c.get('services').now(), place.community.zone)
  const faults = faultsFrom({
    words: words.length > 80 ? 'too-long' : !words && !entry && 'required',
    office: said.length > 500 ? 'too-long' : !said && !entry && 'required',
    source: !source && 'choose',
    gridId: !gridId && 'choose',
    ...(came.ok ? {} : came.faults),
    ...cutIn(typed),
  })
  // The form of a wish does not ask for the grid, so a missing grid is no fault but still to be asked.
  const isOpen = Object.keys(faults).join() === 'gridId' && typed.item !== undefined
  if (!gridId || !source || !came.ok || Object.keys(faults).length)
    return showForm(c, asked, typed, isOpen ? {} : faults)

  const answered = await answerAtOnce(c.get('services'), c.get('person'), key, {
    place: { communityId: place.community.id, gridId, ageBand: resident?.ageBand ?? null },
    residentId: resident?.id ?? null,
    how: entry ? 'knowledge' : 'office-call',
    knowledgeId: entry?.id ?? null,
    asked: words,
    said,
    source,
    came: came.value,
    needed: wordsConfirmed(typed.needed),
  })
  if (answered.ok) return c.redirect(`/wishes/${answered.answer}`, 303)
  if ('refusal' in answered) {
    const { refusal } = answered
    const status = statusOf[refusal.why]
    const sentence = refusalText(c, refusal)
    if (refusal.why === 'private-note')
      return showForm(c, asked, typed, {}, { field: refusal.kind, sentence, needed: refusal.words, status: 422 })
    return showForm(c, asked, typed, {}, { sentence, status: status === 429 ? 409 : status })
  }
  const sentence = c.get('text').form.keyReused
  return showForm(c, asked, { ...typed, key: newId() }, {}, { sentence, status: 422 })
})

type Asked = { readonly place: WorkPlace; readonly entry: Knowledge | null; readonly resident: Resident | null }

/** Null if the entry or the resident does not belong to this place. Without a resident no name is recorded. */
async function askedIn(c: CWith<'place'>, residentId: string): Promise<Asked | null> {
  const place = c.get('place')
  const id = c.req.query('from')
  const entry = id ? await knowledgeById(c.get('services').store.db, id) : null
  if (id && (entry?.communityId !== place.community.id || entry.retired)) return null
  const isNamed = residentId !== '' && residentId !== 'new'
  const resident = isNamed ? await ownResident(c, residentId) : null
  if (isNamed && resident?.communityId !== place.community.id) return null
  return { place, entry, resident }
}

const gridIn = ({ grids }: WorkPlace, typed: string): string | null =>
  (grids.find(({ id }) => id === typed) ?? (grids.length === 1 ? grids[0] : undefined))?.id ?? null

type Refused = {
  readonly sentence: string
  readonly status: 403 | 409 | 422
  /** The field it is about; missing if it is about the whole form. */
  readonly field?: string
  readonly needed?: readonly string[]
}

function showForm(
  c: C,
  { place, entry, resident }: Asked,
  typed: Readonly<Record<string, string>>,
  faults: Faults = {},
  refused: Refused | null = null,
) {
  const here = pageOf(c, place.community)
  const { intake } = here.text
  const sentenceAt = (name: string) => intake.faults[faults[name] ?? ''] ?? faultAt(here.text, faults, name) ?? ''
  const errors = {
    ...Object.fromEntries(Object.keys(faults).map((name) => [name, sentenceAt(name)])),
    ...(refused?.field ? { [refused.field]: refused.sentence } : {}),
  }
  const today = localDay(c.get('services').now(), place.community.zone)
  const query = [`c=${place.community.slug}`, ...(entry ? [`from=${entry.id}`] : [])].join('&')
  const body = (
    <AnswerForm
      page={here}
      action={`/answers/new?${query}`}
      entry={entry}
      resident={resident}
      grids={place.grids}
      typed={typed}
      errors={errors}
      sentence={refused && !refused.field ? refused.sentence : null}
      needed={refused?.needed}
      today={today}
    />
  )
  const status = refused?.status ?? (Object.keys(errors).length ? 422 : 200)
  return show(c, here, intake.answer.title, body, status)
}
