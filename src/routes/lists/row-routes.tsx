import { Hono } from 'hono'
import { type JudgedRow, judge } from '#actions/lists/judge-list.ts'
import { answerChanges, answerWho, keepMended } from '#actions/lists/keep-list.ts'
import { mendedNeed, mendedVolunteer } from '#actions/lists/mend-row.ts'
import { differenceKinds } from '#domain/lists/file-facts.ts'
import type { Candidate } from '#domain/lists/preview.ts'
import { type Problem, tell } from '#domain/lists/problems.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { many, one } from '#http/form/fields.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { isFragment, page, pageOf, show } from '#http/respond.tsx'
import { Mend } from '#views/lists/mend-page.tsx'
import { answersIn, fieldOf, offeredIn, privateIn, readMended, typedNeed, typedVolunteer } from './list-forms.ts'
import { askedQuery, type OwnImport, ownGrids, ownImport, showOwn, showPreview } from './list-routes.tsx'

export const importRows = new Hono<Env>()
const staff = holder('gridWorker', 'secretary')

importRows.get('/import/:id/rows/:index{[0-9]+}', staff, async (c) => {
  const own = await ownImport(c)
  const shown = own && (await rowOf(c, own))
  if (!own || !shown) return page.notFound(c)
  const typed =
    shown.kind === 'needs' ? typedNeed(shown.row, shown.grid?.name ?? '', shown.reason) : typedVolunteer(shown.row)
  return showMend(c, own, shown, typed, {})
})

importRows.post('/import/:id/rows/:index{[0-9]+}', staff, async (c) => {
  const own = await ownImport(c)
  const before = own && (await rowOf(c, own))
  const form = await readForm(c)
  if (!own?.list.draft || !before) return page.notFound(c)
  const typed = Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]))
  const { draft } = own.list
  const [text, services] = [c.get('text'), c.get('services')]
  const cut = cutSentences(c, typed)
  if (Object.keys(cut).length) return showMend(c, own, before, typed, cut)

  const forbidden = Object.entries(privateIn(typed)).map(([name, { code, words }]) => [
    name,
    code === 'number'
      ? text.imports.mend.privateNumber
      : text.imports.mend.privateWord(words, text.imports.mend.privateKind[code]),
  ])
  if (forbidden.length > 0) return showMend(c, own, before, typed, Object.fromEntries(forbidden))

  let mended: Awaited<ReturnType<typeof mendedNeed>> | Awaited<ReturnType<typeof mendedVolunteer>>
  if (draft.kind === 'needs') {
    const read = readMended(
      typed,
      ownGrids(own).map(({ name }) => name),
    )
    if (!read.ok) return showMend(c, own, before, typed, faultSentences(c, read.faults))
    mended = await mendedNeed(services, own.place, draft, before.index, read.mended, answersIn(typed))
  } else {
    const { name = '', phone = '', unit = '' } = typed
    mended = await mendedVolunteer(services, own.place, draft, before.index, { name, phone, unit })
  }
  if (!mended) return page.notFound(c)
  const { errors } = mended.judged.row
  if (errors.length) {
    const sentences = errors.map((problem) => [fieldOf(problem), tell<Problem>(text.doubts.problems, problem)])
    return showMend(c, own, before, typed, Object.fromEntries(sentences))
  }
  await keepMended(services, c.get('person'), own.list.id, before.index, mended.stored)
  return c.redirect(`/import/${own.list.id}${askedQuery(c)}#row-${before.index}`, 303)
})

/** Answers which of the offered people a row is about, or someone else. */
importRows.post('/import/:id/rows/:index{[0-9]+}/who', staff, async (c) => {
  const own = await ownImport(c)
  const shown = own && (await rowOf(c, own))
  const check = shown?.checks.find(({ code }) => code === 'who')
  const form = await readForm(c)
  if (!own?.list.draft || !shown) return page.notFound(c)
  const of = offeredIn(one(form, 'of'))
  const is = [...of, 'new' as const].find((key) => key === one(form, 'is')) ?? null
  if (is === null && one(form, 'is') !== '') return page.notFound(c)
  if (check?.code !== 'who' || !areOffered(check.candidates, of)) return showChanged(c)

  await answerWho(c.get('services'), c.get('person'), own.list.id, shown.index, is && { is, of })
  return showAnswered(c, own, shown.index)
})

/** Answers which differences are taken over into the file. */
importRows.post('/import/:id/rows/:index{[0-9]+}/changes', staff, async (c) => {
  const own = await ownImport(c)
  const shown = own && (await rowOf(c, own))
  const check = shown?.checks.find(({ code }) => code === 'differs')
  const form = await readForm(c)
  if (!own?.list.draft || !shown) return page.notFound(c)
  const of = one(form, 'of')
  if (check?.code !== 'differs' || check.of !== of) return showChanged(c)

  const take = differenceKinds.filter((kind) => many(form, 'take').includes(kind))
  const answer = one(form, 'again') ? null : { of, take }
  await answerChanges(c.get('services'), c.get('person'), own.list.id, shown.index, answer)
  return showAnswered(c, own, shown.index)
})

async function showAnswered(c: CWith<'person'>, { list }: OwnImport, index: number) {
  if (!isFragment(c)) return c.redirect(`/import/${list.id}${askedQuery(c)}#row-${index}`, 303)
  const fresh = await ownImport(c)
  return fresh ? showOwn(c, fresh) : page.notFound(c)
}

/** The question has changed since the page was made: shows the new one and stores nothing. */
async function showChanged(c: CWith<'person'>) {
  const fresh = await ownImport(c)
  const sentence = c.get('text').imports.who.changed
  return fresh?.list.draft ? showPreview(c, fresh, { sentence, status: 409 }) : page.notFound(c)
}

const areOffered = (candidates: readonly Candidate[], of: readonly string[]): boolean =>
  candidates.every(({ key }) => of.includes(key))

/** The row as it is now; null if there is none, or it has been imported already. */
async function rowOf(c: C, { list, place }: OwnImport): Promise<JudgedRow | null> {
  if (!list.draft) return null
  const row = (await judge(c.get('services'), place, list.draft))[Number(c.req.param('index'))]
  return row && row.state !== 'already' ? row : null
}

function faultSentences(c: C, faults: Readonly<Record<string, string>>) {
  const words = c.get('text').faults
  return Object.fromEntries(Object.entries(faults).map(([name, code]) => [name, words[code] ?? code]))
}

type Fields = Readonly<Record<string, string>>

function showMend(c: C, own: OwnImport, shown: JudgedRow, typed: Fields, errors: Fields) {
  const here = pageOf(c, own.place.community)
  const title = here.text.imports.mend.title(shown.row.line)
  const base = `/import/${own.list.id}`
  const addresses = {
    action: `${base}/rows/${shown.index}${askedQuery(c)}`,
    back: `${base}${askedQuery(c)}#row-${shown.index}`,
  }
  const body = <Mend page={here} grids={ownGrids(own)} {...addresses} shown={shown} typed={typed} errors={errors} />
  return show(c, here, title, body, Object.keys(errors).length ? 422 : 200)
}
