import { eq } from 'drizzle-orm'
import { type KeyReused, type OnceAnswer, once, type Prepared } from '#actions/once.ts'
import { newId, sha256 } from '#auth/hashing.ts'
import { importOf, putInDraft, type Taken, type Taking } from '#db/lists/list-rows.ts'
import { importMarks, imports } from '#db/schema/tables.ts'
import { type Check, rowsAtOnce } from '#domain/lists/preview.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { type ImportPlace, type JudgedRow, judge } from './judge-list.ts'
import { inPersons } from './list-parts.ts'
import type { Share, TakeRefusal } from './list-share.ts'
import { needsTaken } from './take-needs.ts'
import { rollTaken } from './take-roll.ts'

/**
 * Imports the chosen rows of a preview, all or none. `seen` is the `seenOf` of the page with the button. If there are
 * more than `rowsAtOnce`, only the start is recorded here: `takeOn` (take-on.ts) then imports one part after another,
 * and the clock continues an abandoned list.
 */
export function takeImport(
  services: Services,
  actor: Person,
  place: ImportPlace,
  key: string,
  { id, seen }: { readonly id: string; readonly seen: string },
): Promise<OnceAnswer<true> | KeyReused | TakeRefusal> {
  const form = { key, action: 'take-import', body: [id, seen] }
  return once<true, TakeRefusal>(services, actor, form, async () => {
    const { db } = services.store
    const list = await importOf(db, id, actor.id, services.now())
    if (!list) return { ok: false, why: 'gone' }
    if (!list.draft || list.taking) return { ok: false, why: 'done' }

    const rows = await judge(services, place, list.draft)
    if (seenOf(rows) !== seen) return { ok: false, why: 'changed' }
    const chosen = rows.filter(({ isTaken }) => isTaken)
    if (chosen.length === 0) return { ok: false, why: 'nothing' }

    const left = rows.filter(({ isTaken }) => !isTaken).map(leftOver)
    if (chosen.length > rowsAtOnce) {
      const taken = { wishCodes: [], newResidents: 0, knownResidents: 0, personIds: [], left }
      const taking: Taking = { order: inPersons(chosen), at: 0, taken }
      const begin = db
        .update(imports)
        .set({ content: putInDraft('$.taking', taking), takingAt: services.now() })
        .where(eq(imports.id, id))
      return { ok: true, statements: [begin], answer: true } satisfies Prepared<true>
    }

    const share = await shareOf(services, actor, place, chosen)
    if (!share.ok) return share

    const content = JSON.stringify({ ...share.taken, left } satisfies Taken)
    const empty = db.update(imports).set({ committed: true, content }).where(eq(imports.id, id))
    const statements = [...marksOfRows(services, place, chosen, share), ...share.statements, empty]
    return { ok: true, statements, answer: true } satisfies Prepared<true>
  })
}

/** Identifies the rows that the button would import, to compare those the user saw with the present ones. */
export const seenOf = (rows: readonly JudgedRow[]): string =>
  sha256(JSON.stringify(rows.filter(({ isTaken }) => isTaken).map(seenOfRow))).slice(0, 24)

/** Includes the person of each row and the changes to the file, because the user saw these as well. */
const seenOfRow = (row: JudgedRow) =>
  row.kind === 'needs' ? [row.index, row.prints, row.person, row.takes, differencesIn(row)] : [row.index, row.prints]

const differencesIn = ({ checks }: JudgedRow) => checks.find(({ code }) => code === 'differs') ?? null

/** What the rows of a list become; all of them are of one kind. */
export async function shareOf(
  services: Services,
  actor: Person,
  place: ImportPlace,
  rows: readonly JudgedRow[],
): Promise<Share | TakeRefusal> {
  const needs = rows.filter((row) => row.kind === 'needs')
  const roll = rows.filter((row) => row.kind === 'roll')
  return roll.length > 0 ? rollTaken(services, actor, place, roll) : needsTaken(services, actor, place, needs)
}

/** A row's line number and why it was not imported: the code of its first error or check, otherwise its state. */
export function leftOver({ row, checks, state }: JudgedRow): Taken['left'][number] {
  const check = checks.find(isReason)
  return { line: row.line, why: state === 'skipped' ? state : (row.errors[0]?.code ?? check?.code ?? state) }
}

/** An answered question does not keep a row out. */
const isReason = (check: Check): boolean =>
  check.code !== 'known-resident' &&
  check.code !== 'file-grid' &&
  !(check.code === 'who' && check.answer !== null) &&
  !(check.code === 'differs' && (check.take !== null || check.isOptional))

/**
 * The marks come first in the commit: if someone else imports the same row at the same moment, one of the two fails on
 * the mark's key.
 */
export function marksOfRows(
  { store, now }: Services,
  { community }: ImportPlace,
  chosen: readonly JudgedRow[],
  { owners }: Share,
) {
  const all = chosen.flatMap(({ prints }, at) =>
    prints.map(({ print, nth }) => ({
      id: newId(),
      communityId: community.id,
      fingerprint: print,
      nth,
      at: now(),
      ...(owners[at] ?? { wishId: null, personId: null }),
    })),
  )
  const rows = [...new Map(all.map((mark) => [mark.fingerprint, mark])).values()]
  return inGroups(rows, 12).map((group) => store.db.insert(importMarks).values(group))
}

// Each row has seven columns, and a statement allows 100 parameters.
const inGroups = <T>(rows: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size))
