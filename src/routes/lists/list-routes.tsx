import { Hono } from 'hono'
import { judge } from '#actions/lists/judge-list.ts'
import {
  chooseGrid,
  chooseRow,
  chooseRows,
  keepUpload,
  type Said,
  type Troubled,
  type Upload as UploadedFile,
} from '#actions/lists/keep-list.ts'
import { codesForTaken } from '#actions/lists/list-codes.ts'
import { importPlaceOf } from '#actions/lists/list-place.ts'
import { seenOf, takeImport } from '#actions/lists/take-list.ts'
import { takeOn } from '#actions/lists/take-on.ts'
import { newId } from '#auth/hashing.ts'
import { type Import, importOf, type Taking, waitingImports } from '#db/lists/list-rows.ts'
import type { ListKind } from '#domain/lists/headings.ts'
import { missingGrids } from '#domain/lists/missing-grids.ts'
import { choices } from '#domain/lists/preview.ts'
import type { Question } from '#domain/lists/questions.ts'
import { isSecretaryOf } from '#domain/people/actor.ts'
import { staffPlace } from '#http/community/staff-community.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { holder } from '#http/guards.ts'
import { fragment, isFragment, page, pageOf, refusalText, show } from '#http/respond.tsx'
import { showCodes } from '#routes/people/issued-codes.tsx'
import { AskColumns } from '#views/lists/ask-columns.tsx'
import { Done } from '#views/lists/list-done.tsx'
import { Progress } from '#views/lists/list-progress.tsx'
import { type Filter, filters, firstFilter, Preview, queryOf } from '#views/lists/preview-page.tsx'
import { Upload } from '#views/lists/upload-page.tsx'
import { copyOf, readUpload } from './list-forms.ts'

export const imports = new Hono<Env>()
const staff = holder('gridWorker', 'secretary')
const secretary = holder('secretary')

imports.get('/import', staff, async (c) => {
  const place = await staffPlace(c)
  return place ? showUpload(c, place) : page.notFound(c)
})

imports.post('/import', staff, async (c) => {
  const { key, slug, upload, said, asked } = await readUpload(c)
  const place = await staffPlace(c, slug)
  if (!place) return page.notFound(c)
  const text = c.get('text')
  if (!upload && asked) return showAsked(c, place, asTyped(asked, said), { atFile: text.imports.ask.noFile })
  if (!upload) return showUpload(c, place, text.imports.noFile)
  const stored = await keepUpload(c.get('services'), c.get('person'), key, place.community, upload, said)
  if (stored.ok) return c.redirect(`/import/${stored.answer}`, 303)
  if ('why' in stored) return showUpload(c, place, text.imports.keyReused)
  if (stored.trouble === 'asks') {
    const sentence =
      asked && stored.question.doubtful.some(({ code }) => code === 'kind') ? text.imports.ask.noKind : ''
    return showAsked(c, place, askedAbout(stored.question, upload), { sentence })
  }
  return showUpload(c, place, sentenceOf(c, stored), stored.trouble === 'secretary-only' ? 403 : 422)
})

imports.get('/import/:id', staff, async (c) => {
  const own = await ownImport(c)
  return own ? showOwn(c, own) : page.notFound(c)
})

imports.post('/import/:id/rows/:index{[0-9]+}/choice', staff, async (c) => {
  const own = await ownImport(c)
  const index = Number(c.req.param('index'))
  const typed = one(await readForm(c), 'choice')
  const choice = choices.find((known) => known === typed)
  if (!own?.list.draft?.rows[index] || !choice) return page.notFound(c)
  await chooseRow(c.get('services'), c.get('person'), own.list.id, index, choice)
  if (!isFragment(c)) return c.redirect(`/import/${own.list.id}${askedQuery(c)}#row-${index}`, 303)
  const fresh = await ownImport(c)
  return fresh ? showOwn(c, fresh) : page.notFound(c)
})

/** Takes the rows that are hidden in the file like all others. */
imports.post('/import/:id/hidden', staff, async (c) => {
  const own = await ownImport(c)
  const { draft } = own?.list ?? {}
  if (!own || !draft) return page.notFound(c)
  await readForm(c)
  const hidden = draft.rows.flatMap(({ row, choice }, index) =>
    choice === 'skip' && row.doubts.some(({ code }) => code === 'hidden-row') ? [index] : [],
  )
  await chooseRows(c.get('services'), c.get('person'), own.list.id, hidden, 'auto')
  return c.redirect(`/import/${own.list.id}`, 303)
})

/** One answer for all rows that name no grid, or the same unknown one. */
imports.post('/import/:id/grid', staff, async (c) => {
  const own = await ownImport(c)
  const form = await readForm(c)
  if (!own?.list.draft) return page.notFound(c)
  const rows = await judge(c.get('services'), own.place, own.list.draft)
  const asked = missingGrids(rows).find(({ written }) => written === one(form, 'written'))
  const grid = ownGrids(own).find(({ name }) => name === one(form, 'grid'))
  if (!grid) return showPreview(c, own, { sentence: c.get('text').imports.preview.gridUnchosen, status: 422 })
  if (asked) await chooseGrid(c.get('services'), c.get('person'), own.list.id, asked.rows, grid.name)
  return c.redirect(`/import/${own.list.id}`, 303)
})

/** The user says that columns were misread: asks for the meaning of each, and for the file again. */
imports.get('/import/:id/columns', staff, async (c) => {
  const own = await ownImport(c)
  const { draft, fileName } = own?.list ?? {}
  if (!own || !draft || fileName === undefined) return page.notFound(c)
  const { headings, unused, notTaken } = draft.about
  const columns = [
    ...headings.map(({ heading, key }) => ({ heading, guess: key, isAsked: false })),
    ...[...unused, ...notTaken].map(({ heading }) => ({ heading, guess: 'none' as const, isAsked: false })),
  ]
  const about = { fileName, at: null, kind: draft.kind, isKindKnown: true, doubtful: [], columns, copy: null }
  return showAsked(c, own.place, about)
})

imports.post('/import/:id/commit', staff, async (c) => {
  const own = await ownImport(c)
  if (!own) return page.notFound(c)
  const form = await readForm(c)
  const asked = { id: own.list.id, seen: one(form, 'seen') }
  const took = await takeImport(c.get('services'), c.get('person'), own.place, keyOf(form), asked)
  if (took.ok || took.why === 'done') return c.redirect(`/import/${own.list.id}`, 303)
  if (took.why === 'gone') return page.notFound(c)

  const { preview } = c.get('text').imports
  if (took.why === 'nothing') return showPreview(c, own, { sentence: preview.nothingChosen, status: 422 })
  if (took.why === 'refused') {
    const sentence = preview.refused(took.line, refusalText(c, took.refusal))
    return showPreview(c, own, { sentence, status: 409 })
  }
  const fresh = await ownImport(c)
  return fresh ? showPreview(c, fresh, { sentence: preview.changed, status: 409 }) : page.notFound(c)
})

/** Imports the next part of a long list. */
imports.post('/import/:id/next', staff, async (c) => {
  const own = await ownImport(c)
  if (!own) return page.notFound(c)
  await takeOn(c.get('services'), c.get('person'), own.place, own.list.id)
  if (!isFragment(c)) return c.redirect(`/import/${own.list.id}`, 303)
  const fresh = await ownImport(c)
  return fresh ? showOwn(c, fresh) : page.notFound(c)
})

imports.post('/import/:id/codes', secretary, async (c) => {
  const own = await ownImport(c)
  const actor = c.get('actor')
  if (own?.list.kind !== 'roll' || !own.list.taken || !isSecretaryOf(actor, own.list.communityId))
    return page.notFound(c)
  const issues = await codesForTaken(c.get('services'), actor, own.list.taken)
  if (issues.length === 0) return showDone(c, own, c.get('text').imports.done.noCodes)
  return showCodes(c, own.place.community, issues)
})

type OwnPlace = NonNullable<Awaited<ReturnType<typeof importPlaceOf>>>
export type OwnImport = { readonly list: Import; readonly place: OwnPlace }

/** The person's own preview or its result, if they still work in that place; null for anyone else. */
export async function ownImport(c: CWith<'person'>): Promise<OwnImport | null> {
  const services = c.get('services')
  const actor = c.get('person')
  const list = await importOf(services.store.db, c.req.param('id') ?? '', actor.id, services.now())
  const place = list && (await importPlaceOf(services, actor, list))
  return place ? { list, place } : null
}

function sentenceOf(c: C, trouble: Exclude<Troubled, { trouble: 'asks' }>): string {
  const { imports: words, doubts } = c.get('text')
  switch (trouble.trouble) {
    case 'secretary-only':
      return words.secretaryOnly
    case 'no-header':
      return trouble.seen.length > 0 ? doubts.noHeaderSeen(trouble.seen) : doubts.file['no-header']
    default:
      return doubts.file[trouble.trouble]
  }
}

type About = Omit<Parameters<typeof AskColumns>[0], 'page' | 'community' | 'keyOfForm' | 'sentence'>

const askedAbout = ({ sheet, line, kind, doubtful, columns }: Question, { bytes, fileName }: UploadedFile): About => ({
  fileName,
  at: { sheet, line },
  kind,
  isKindKnown: !doubtful.some(({ code }) => code === 'kind'),
  doubtful,
  columns,
  copy: copyOf(bytes),
})

/** The form as it was sent, if the file was missing. */
const asTyped = ({ kind, fileName }: { readonly kind: ListKind; readonly fileName: string }, said: Said): About => ({
  fileName,
  at: null,
  kind: said.kind ?? kind,
  isKindKnown: said.kind !== null,
  doubtful: [],
  columns: said.columns.map(({ heading, meaning }) => ({ heading, guess: meaning, isAsked: false })),
  copy: null,
})

type Wrong = { readonly sentence?: string | undefined; readonly atFile?: string | undefined }

function showAsked(c: C, { community }: Pick<WorkPlace, 'community'>, about: About, wrong: Wrong = {}) {
  const here = pageOf(c, community)
  const title = about.at ? here.text.imports.ask.title : here.text.imports.ask.fixTitle
  const body = <AskColumns page={here} community={community} {...about} keyOfForm={newId()} {...wrong} />
  const isRefused = wrong.sentence !== undefined || wrong.atFile !== undefined
  return show(c, here, title, body, isRefused ? 422 : 200)
}

async function showUpload(c: CWith<'person'>, place: WorkPlace, sentence?: string, status: 403 | 422 = 422) {
  const { store, now } = c.get('services')
  const { community, all } = place
  const here = pageOf(c, community)
  const waiting = await waitingImports(store.db, c.get('person').id, community.id, now())
  const body = (
    <Upload
      page={here}
      community={community}
      communities={all}
      waiting={waiting}
      sentence={sentence}
      keyOfForm={newId()}
    />
  )
  return show(c, here, here.text.imports.title, body, sentence ? status : 200)
}

/** Shows an import in its present state: as a preview, in progress, or finished. */
export function showOwn(c: C, own: OwnImport) {
  const { taking, draft } = own.list
  if (taking) return showProgress(c, own, taking)
  return draft ? showPreview(c, own) : showDone(c, own)
}

function showProgress(c: C, { list: { id, fileName }, place: { community } }: OwnImport, { at, order }: Taking) {
  const here = pageOf(c, community)
  const back = `/import?c=${encodeURIComponent(community.slug)}`
  const body = <Progress page={here} id={id} fileName={fileName} back={back} written={at} total={order.length} />
  return isFragment(c) ? fragment(c, body) : show(c, here, here.text.imports.progress.title, body)
}

/** The grids in which the person may import. */
export const ownGrids = ({ place }: Pick<OwnImport, 'place'>) =>
  place.grids.filter(({ id }) => place.ownGridIds.includes(id))

type Answer = { readonly sentence?: string; readonly status?: 200 | 409 | 422 }

export async function showPreview(c: C, { list, place }: OwnImport, { sentence, status = 200 }: Answer = {}) {
  const { draft, id, fileName, expiresAt } = list
  if (!draft) return page.notFound(c)
  const rows = await judge(c.get('services'), place, draft)
  const here = pageOf(c, place.community)
  const { filter, from } = asked(c)
  const grids = ownGrids({ place }).map(({ name }) => name)
  const file = { id, fileName, expiresAt, draft, rows, grids }
  const form = { keyOfForm: newId(), seen: seenOf(rows), sentence }
  const body = <Preview page={here} {...file} {...form} filter={filter ?? firstFilter(rows)} from={from} />
  return isFragment(c) ? fragment(c, body, status) : show(c, here, here.text.imports.preview.title, body, status)
}

function showDone(c: C, { list, place }: OwnImport, sentence?: string) {
  const here = pageOf(c, place.community)
  const { id, kind, taken } = list
  if (!taken) return page.notFound(c)
  const body = <Done page={here} id={id} kind={kind} taken={taken} sentence={sentence} community={place.community} />
  return isFragment(c) ? fragment(c, body) : show(c, here, here.text.imports.done.title, body)
}

function asked(c: C): { readonly filter: Filter | undefined; readonly from: number } {
  const filter = filters.find((name) => name === c.req.query('show'))
  const from = Number(c.req.query('from') ?? 0)
  return { filter, from: Number.isInteger(from) && from > 0 ? from : 0 }
}

export const askedQuery = (c: C): string => {
  const { filter, from } = asked(c)
  return filter ? queryOf(filter, from) : ''
}
