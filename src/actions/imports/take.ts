import { eq } from 'drizzle-orm'
import { newId, sha256 } from '#auth/hashing.ts'
import { importOf, type Taken } from '#db/imports.ts'
import { importMarks, imports } from '#db/schema.ts'
import type { Statement } from '#db/store.ts'
import type { Person } from '#domain/actor.ts'
import type { Refusal } from '#domain/refusals.ts'
import type { Services } from '#src/services.ts'
import { type KeyReused, type OnceAnswer, once, type Prepared } from '../once.ts'
import { type ImportPlace, type JudgedRow, judge } from './judge.ts'
import { needsTaken } from './take-needs.ts'
import { rollTaken } from './take-roll.ts'

/**
 * `changed`: what would be taken is not what the person saw (a row was imported by somebody else in between, or chosen in
 * another window). `refused`: the rules refuse one row, and with it all. `done`: this preview has been taken already.
 */
export type TakeRefusal =
  | { readonly ok: false; readonly why: 'changed' | 'nothing' | 'done' | 'gone' }
  | { readonly ok: false; readonly why: 'refused'; readonly line: number; readonly refusal: Refusal }

/** What each kind of list adds to the commit. `marks` are in the order of the rows. */
export type Share = {
  readonly ok: true
  readonly statements: readonly Statement[]
  readonly owners: readonly { readonly wishId: string | null; readonly personId: string | null }[]
  readonly taken: Omit<Taken, 'left'>
}

/** The chosen rows of a preview, all or none. `seen` is the `seenOf` of the page on which the button was pressed. */
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
    const kept = await importOf(db, id, actor.id, services.now())
    if (!kept) return { ok: false, why: 'gone' }
    if (!kept.draft) return { ok: false, why: 'done' }

    const rows = await judge(services, place, kept.draft)
    if (seenOf(rows) !== seen) return { ok: false, why: 'changed' }
    const chosen = rows.filter(({ isTaken }) => isTaken)
    if (chosen.length === 0) return { ok: false, why: 'nothing' }

    const share =
      kept.draft.kind === 'needs'
        ? await needsTaken(
            services,
            actor,
            place,
            chosen.filter((row) => row.kind === 'needs'),
          )
        : await rollTaken(
            services,
            actor,
            place,
            chosen.filter((row) => row.kind === 'roll'),
          )
    if (!share.ok) return share

    const left = rows.filter(({ isTaken }) => !isTaken).map((row) => ({ line: row.row.line, why: whyLeft(row) }))
    const content = JSON.stringify({ ...share.taken, left } satisfies Taken)
    const empty = db.update(imports).set({ committed: true, content }).where(eq(imports.id, id))
    const statements = [...marksOfRows(services, place, chosen, share), ...share.statements, empty]
    return { ok: true, statements, answer: true } satisfies Prepared<true>
  })
}

/** Stands for the rows that a press of the button would take, for comparing what was seen with what is now. */
export const seenOf = (rows: readonly JudgedRow[]): string =>
  sha256(JSON.stringify(rows.filter(({ isTaken }) => isTaken).map(({ index, prints }) => [index, prints]))).slice(0, 24)

/** The code of what kept a row out: its first error or check, else its state. */
function whyLeft({ row, checks, state }: JudgedRow): string {
  if (state === 'skipped') return 'skipped'
  const check = checks.find(({ code }) => code !== 'known-resident' && code !== 'file-grid')
  return row.errors[0]?.code ?? check?.code ?? state
}

/** Marks come first in the commit: whoever takes the same row in the same moment hits their key. */
function marksOfRows(
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

// Seven columns a row, and a statement takes 100 parameters.
const inGroups = <T>(rows: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size))
