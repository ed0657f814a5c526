import { Hono } from 'hono'
import { type JudgedRow, judge } from '#actions/lists/judge-list.ts'
import { keepMended } from '#actions/lists/keep-list.ts'
import { mendedNeed, mendedVolunteer } from '#actions/lists/mend-row.ts'
import { type Problem, tell } from '#domain/lists/problems.ts'
import type { C, Env } from '#http/context.ts'
import { one } from '#http/fields.ts'
import { holder } from '#http/guards.ts'
import { cutSentences, readForm } from '#http/read-form.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { Mend } from '#views/lists/mend-page.tsx'
import { fieldOf, privateIn, readMended, typedNeed, typedVolunteer } from './list-forms.ts'
import { askedQuery, type OwnImport, ownImport } from './list-routes.tsx'

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
  if (!own?.kept.draft || !before) return page.notFound(c)
  const typed = Object.fromEntries(Object.keys(form).map((name) => [name, one(form, name)]))
  const { draft } = own.kept
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
    mended = await mendedNeed(services, own.place, draft, before.index, read.mended)
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
  await keepMended(services, c.get('person'), own.kept.id, before.index, mended.kept)
  return c.redirect(`/import/${own.kept.id}${askedQuery(c)}#row-${before.index}`, 303)
})

/** The row as it stands now; null where there is none, or it is in the community already. */
async function rowOf(c: C, { kept, place }: OwnImport): Promise<JudgedRow | null> {
  if (!kept.draft) return null
  const row = (await judge(c.get('services'), place, kept.draft))[Number(c.req.param('index'))]
  return row && row.state !== 'already' ? row : null
}

const ownGrids = ({ place }: OwnImport) => place.grids.filter(({ id }) => place.ownGridIds.includes(id))

function faultSentences(c: C, faults: Readonly<Record<string, string>>) {
  const words = c.get('text').faults
  return Object.fromEntries(Object.entries(faults).map(([name, code]) => [name, words[code] ?? code]))
}

type Fields = Readonly<Record<string, string>>

function showMend(c: C, own: OwnImport, shown: JudgedRow, typed: Fields, errors: Fields) {
  const here = pageOf(c, own.place.community)
  const title = here.text.imports.mend.title(shown.row.line)
  const base = `/import/${own.kept.id}`
  const addresses = {
    action: `${base}/rows/${shown.index}${askedQuery(c)}`,
    back: `${base}${askedQuery(c)}#row-${shown.index}`,
  }
  const body = <Mend page={here} grids={ownGrids(own)} {...addresses} {...{ shown, typed, errors }} />
  return show(c, here, title, body, Object.keys(errors).length ? 422 : 200)
}
