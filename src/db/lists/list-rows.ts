import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { lettersOfName } from '#db/residents/resident-rows.ts'
import { importMarks, imports, people, residents, volunteers, wishDetails, wishes } from '#db/schema/tables.ts'
import { onlyIf } from '#db/store/only-if.ts'
import type { Db } from '#db/store/store.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Draft } from '#domain/lists/preview.ts'

/** What remains of a preview once its rows are imported: ids, codes and line numbers. */
export type Taken = {
  readonly wishCodes: readonly string[]
  readonly newResidents: number
  readonly knownResidents: number
  readonly personIds: readonly string[]
  readonly left: readonly { readonly line: number; readonly why: string }[]
}

/** The progress of a long import: the chosen rows, how many of them are done, and what they became. */
export type Taking = {
  /** Indexes of the chosen rows; rows of one person are next to each other. */
  readonly order: readonly number[]
  readonly at: number
  readonly taken: Taken
}

export type Import = {
  readonly id: string
  readonly communityId: string
  readonly kind: Draft['kind']
  readonly fileName: string
  readonly at: Date
  readonly expiresAt: Date
} & (
  | { readonly draft: Draft; readonly taking: Taking | null; readonly taken: null }
  | { readonly draft: null; readonly taking: null; readonly taken: Taken }
)

/**
 * A preview can be read by its uploader only, and until it expires, unless its import has begun. Null for anyone else.
 */
export async function importOf(db: Db, id: string, personId: string, now: Date): Promise<Import | null> {
  const [row] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.personId, personId), isThere(now)))
  if (!row) return null
  const { content, committed, personId: _, ...about } = row
  if (committed) return { ...about, draft: null, taking: null, taken: JSON.parse(content) as Taken }
  const { taking = null, ...draft } = JSON.parse(content) as Draft & { readonly taking?: Taking }
  return { ...about, draft, taking, taken: null }
}

const isThere = (now: Date) => or(gt(imports.expiresAt, now), isNotNull(imports.takingAt))

/** Confirmed lists of which no part has been imported since `since`: the browser was closed, or the process ended. */
export const abandonedLists = (db: Db, since: Date, limit: number) =>
  db
    .select({
      id: imports.id,
      personId: imports.personId,
      communityId: imports.communityId,
      kind: imports.kind,
    })
    .from(imports)
    .where(and(isNotNull(imports.takingAt), lte(imports.takingAt, since)))
    .orderBy(asc(imports.takingAt))
    .limit(limit)

/** The person's unfinished previews in a community, newest first. */
export function waitingImports(db: Db, personId: string, communityId: string, now: Date) {
  return db
    .select({ id: imports.id, fileName: imports.fileName, at: imports.at, expiresAt: imports.expiresAt })
    .from(imports)
    .where(
      and(
        eq(imports.personId, personId),
        eq(imports.communityId, communityId),
        eq(imports.committed, false),
        isThere(now),
      ),
    )
    .orderBy(desc(imports.at))
    .limit(20)
}

export type Mark = { readonly times: number; readonly latest: Date; readonly wishCode: string | null }

/** How often and when last each fingerprint has been imported; those never imported are missing. */
export async function marksOf(
  db: Db,
  communityId: string,
  prints: readonly string[],
): Promise<ReadonlyMap<string, Mark>> {
  const found = await inParts(prints, (part) =>
    db
      .select({ print: importMarks.fingerprint, at: importMarks.at, nth: importMarks.nth, code: wishes.code })
      .from(importMarks)
      .leftJoin(wishes, eq(wishes.id, importMarks.wishId))
      .where(and(eq(importMarks.communityId, communityId), inArray(importMarks.fingerprint, [...part]))),
  )
  const marks = new Map<string, Mark>()
  for (const { print, at, nth, code } of found) {
    const times = Math.max(marks.get(print)?.times ?? 0, nth + 1)
    const isLatest = nth + 1 === times
    marks.set(print, isLatest ? { times, latest: at, wishCode: code } : { ...(marks.get(print) as Mark), times })
  }
  return marks
}

/**
 * All residents of the community with one of these names, compared by letters (`nameKey`): the rows to compare a list
 * of any length with.
 */
export function residentsNamed(db: Db, communityId: string, nameKeys: readonly string[]) {
  return inParts(nameKeys, (part) =>
    db
      .select()
      .from(residents)
      .where(and(eq(residents.communityId, communityId), inArray(lettersOfName, [...part]), isNull(residents.endedAt))),
  )
}

export type Wished = Awaited<ReturnType<typeof wishedSince>>[number]

/** What was wished for in a community since a day, and at which door; withdrawn wishes do not count. */
export async function wishedSince(db: Db, communityId: string, since: Date) {
  const rows = await db
    .select({
      residentId: residents.id,
      place: residents.place,
      building: residents.building,
      unit: residents.unit,
      door: residents.door,
      itemId: wishes.itemId,
      words: wishDetails.words,
      category: wishes.category,
      quantity: wishes.quantity,
      state: wishes.state,
      code: wishes.code,
      on: wishes.postedAt,
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(and(eq(wishes.communityId, communityId), gt(wishes.postedAt, since), ne(wishes.state, 'withdrawn')))
    .orderBy(desc(wishes.postedAt))
  return rows.map((row) => ({ ...row, category: row.category as Category }))
}

/** Accounts by phone, and whether each is on the community's list of volunteers. */
export async function accountsWith(db: Db, communityId: string, phones: readonly string[]) {
  const rows = await inParts(phones, (part) =>
    db
      .select({ phone: people.phone, name: people.name, state: volunteers.state })
      .from(people)
      .leftJoin(volunteers, and(eq(volunteers.personId, people.id), eq(volunteers.communityId, communityId)))
      .where(inArray(people.phone, [...part])),
  )
  return new Map(rows.map(({ phone, name, state }) => [phone, { name, isListed: state !== null && state !== 'left' }]))
}

/**
 * Changes one row's choice or content inside the stored preview, so that two simultaneous presses do not overwrite each
 * other.
 */
export const setInDraft = (path: string, value: string) => sql`json_set(${imports.content}, ${path}, ${value})`
export const setAllInDraft = (paths: readonly string[], value: string) =>
  sql`json_set(${imports.content}, ${sql.join(
    paths.map((path) => sql`${path}, ${value}`),
    sql`, `,
  )})`
export const putInDraft = (path: string, value: unknown) =>
  sql`json_set(${imports.content}, ${path}, json(${JSON.stringify(value)}))`

/**
 * The new preview, provided that no other request has imported the same part: of two that do, one commit is refused
 * whole.
 */
export const whileAt = (at: number, content: SQL): SQL =>
  onlyIf(sql`json_extract(${imports.content}, '$.taking.at') = ${at}`, content)

// D1 takes 100 parameters a statement.
const atOnce = 90

async function inParts<T>(
  list: readonly string[],
  read: (part: readonly string[]) => PromiseLike<readonly T[]>,
): Promise<readonly T[]> {
  const all = [...new Set(list)]
  const found: T[] = []
  for (let at = 0; at < all.length; at += atOnce) found.push(...(await read(all.slice(at, at + atOnce))))
  return found
}
