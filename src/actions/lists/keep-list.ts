import { and, eq, gt, type SQL } from 'drizzle-orm'
import { type KeyReused, type OnceAnswer, once, type Prepared } from '#actions/once.ts'
import { newId, sha256 } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { answersRemembered } from '#db/lists/heading-rows.ts'
import { putInDraft, setAllInDraft, setInDraft } from '#db/lists/list-rows.ts'
import { imports } from '#db/schema/tables.ts'
import type { ListKind } from '#domain/lists/headings.ts'
import type { ChangesAnswer, Choice, StoredRow } from '#domain/lists/preview.ts'
import { type Question, withAnswers } from '#domain/lists/questions.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import type { WhoAnswer } from '#domain/lists/same-person.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import { withoutPrivateNumbers } from '#domain/reading/private-numbers.ts'
import { hour } from '#domain/time/durations.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'
import { type ListTrouble, readList } from './read-list.ts'
import { rememberedColumns, rememberedList, type SaidColumn } from './remember-headings.ts'

const previewHours = 24

export type Upload = { readonly bytes: Uint8Array; readonly fileName: string }
/** The user's answers about this file. */
export type Said = { readonly kind: ListKind | null; readonly columns: readonly SaidColumn[] }
const nothingSaid: Said = { kind: null, columns: [] }

type UploadTrouble = Exclude<ListTrouble, 'no-header'> | 'secretary-only'
export type Troubled =
  | { readonly ok: false; readonly trouble: UploadTrouble }
  | { readonly ok: false; readonly trouble: 'no-header'; readonly seen: readonly string[] }
  | { readonly ok: false; readonly trouble: 'asks'; readonly question: Question }

/**
 * Reads a file and stores what was understood as a preview; gives its id. If a column is unclear, it returns the
 * question and stores nothing. Answers are remembered for the community. Only the secretary may import a roll of
 * volunteers.
 */
export async function keepUpload(
  services: Services,
  actor: Person,
  key: string,
  community: Community,
  upload: Upload,
  said: Said = nothingSaid,
): Promise<OnceAnswer<string> | KeyReused | Troubled> {
  const { store, now } = services
  const read = await readUploaded(services, community, upload, said)
  if (!read.ok) return troubleWith(read, actor, community)
  if (read.draft.kind === 'roll' && !isSecretaryOf(actor, community.id)) return { ok: false, trouble: 'secretary-only' }

  const { draft } = read
  const { fileName } = upload
  const remembered = [
    ...rememberedColumns(services, community.id, draft.kind, await newlySaid(services, community, upload, said)),
    ...(said.kind ? rememberedList(services, community.id, draft.kind, read.headings) : []),
  ]
  const body = [community.id, fileName, sha256(JSON.stringify(draft))]
  return once<string, never>(services, actor, { key, action: 'import', body }, async (): Promise<Prepared<string>> => {
    const id = newId()
    const at = now()
    const row = {
      id,
      communityId: community.id,
      personId: actor.id,
      kind: draft.kind,
      fileName: withoutPrivateNumbers(fileName).text,
      content: JSON.stringify(draft),
      at,
      expiresAt: new Date(at.getTime() + previewHours * hour),
    }
    return { ok: true, statements: [store.db.insert(imports).values(row), ...remembered], answer: id }
  })
}

/** Reads the file with the community's earlier answers and those given now. Stores nothing. */
export async function readUploaded(
  { store, now, config }: Services,
  community: Community,
  { bytes, fileName }: Upload,
  said: Said = nothingSaid,
) {
  const { rules } = await rulesToday(store.db, community, now())
  const known = { limitFen: rules.valueLimitFen, today: localDay(now(), community.zone) }
  const answers = withAnswers(await answersRemembered(store.db, community.id), said.kind, said.columns)
  return readList(bytes, fileName, config.secret, known, answers)
}

export function troubleWith(
  read: Exclude<Awaited<ReturnType<typeof readUploaded>>, { ok: true }>,
  actor: Person,
  community: Community,
): Troubled {
  if (read.why === 'no-header') return { ok: false, trouble: 'no-header', seen: read.seen }
  if (read.why !== 'asks') return { ok: false, trouble: read.why }
  const { kind, doubtful } = read.question
  const isRoll = kind === 'roll' && !doubtful.some(({ code }) => code === 'kind')
  return isRoll && !isSecretaryOf(actor, community.id)
    ? { ok: false, trouble: 'secretary-only' }
    : { ok: false, trouble: 'asks', question: read.question }
}

/** Of all columns in the form, those that were asked about, or whose meaning the user has changed. */
async function newlySaid(services: Services, community: Community, upload: Upload, { kind, columns }: Said) {
  if (columns.length === 0) return []
  const before = await readUploaded(services, community, upload, { kind, columns: [] })
  if (!before.ok && before.why !== 'asks') return columns
  const guesses = before.ok
    ? before.draft.about.headings.map(({ heading, key }) => ({ heading, guess: key, isAsked: false }))
    : before.question.columns
  return columns.filter(({ heading, meaning }) => {
    const guess = guesses.find((one) => one.heading === heading)
    return guess?.isAsked || (guess?.guess ?? 'none') !== meaning
  })
}

/** Stores the choice to take a row or to leave it out. */
export function chooseRow(services: Services, actor: Person, id: string, index: number, choice: Choice): Promise<void> {
  return change(services, actor, id, setInDraft(`$.rows[${index}].choice`, choice))
}

/** Stores the answer to which person a row is about; null to ask again. */
export function answerWho(
  services: Services,
  actor: Person,
  id: string,
  index: number,
  answer: WhoAnswer | null,
): Promise<void> {
  return change(services, actor, id, putInDraft(`$.rows[${index}].who`, answer))
}

/** Stores which differences are taken over into the file; null to ask again. */
export function answerChanges(
  services: Services,
  actor: Person,
  id: string,
  index: number,
  answer: ChangesAnswer | null,
): Promise<void> {
  return change(services, actor, id, putInDraft(`$.rows[${index}].changes`, answer))
}

/** Takes or leaves out all rows that are hidden in the file, at once. */
export async function chooseRows(
  services: Services,
  actor: Person,
  id: string,
  indexes: readonly number[],
  choice: Choice,
): Promise<void> {
  const paths = indexes.map((index) => `$.rows[${index}].choice`)
  await setAll(services, actor, id, paths, choice)
}

/** Puts all these rows into one grid, by its name: the question is answered once for all of them. */
export async function chooseGrid(
  services: Services,
  actor: Person,
  id: string,
  indexes: readonly number[],
  gridName: string,
): Promise<void> {
  const paths = indexes.map((index) => `$.rows[${index}].row.gridName`)
  await setAll(services, actor, id, paths, gridName)
}

async function setAll(
  { store, now }: Services,
  actor: Person,
  id: string,
  paths: readonly string[],
  value: string,
): Promise<void> {
  const [first, ...rest] = inForties(paths).map((part) => updateOf(store, now(), actor, id, setAllInDraft(part, value)))
  if (first) await store.commit([first, ...rest])
}

/** Replaces a row by its corrected version; it is checked again when it is shown. */
export function keepMended(
  services: Services,
  actor: Person,
  id: string,
  index: number,
  row: StoredRow<NeedRow> | StoredRow<RollRow>,
): Promise<void> {
  return change(services, actor, id, putInDraft(`$.rows[${index}]`, row))
}

async function change({ store, now }: Services, actor: Person, id: string, content: SQL): Promise<void> {
  await store.commit([updateOf(store, now(), actor, id, content)])
}

/** Only for the person's own preview, and only until it is imported. */
function updateOf(store: Services['store'], now: Date, actor: Person, id: string, content: SQL) {
  const theirs = and(eq(imports.id, id), eq(imports.personId, actor.id), eq(imports.committed, false))
  return store.db
    .update(imports)
    .set({ content })
    .where(and(theirs, gt(imports.expiresAt, now)))
}

// Each row needs two parameters, and a statement allows 100.
const inForties = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / 40) }, (_, at) => list.slice(at * 40, at * 40 + 40))
