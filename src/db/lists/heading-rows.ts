import { and, asc, eq } from 'drizzle-orm'
import { importHeadings } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import { assignable, type Key, type ListKind } from '#domain/lists/headings.ts'
import type { Answers, ColumnAnswers } from '#domain/lists/questions.ts'

type RememberedHeading = typeof importHeadings.$inferSelect

/** The meanings that staff of the community have given to the headings of its lists. */
export function headingsRemembered(db: Db, communityId: string) {
  return db
    .select()
    .from(importHeadings)
    .where(eq(importHeadings.communityId, communityId))
    .orderBy(asc(importHeadings.kind), asc(importHeadings.heading))
    .limit(1000)
}

export async function headingRemembered(db: Db, communityId: string, id: string): Promise<RememberedHeading | null> {
  const [row] = await db
    .select()
    .from(importHeadings)
    .where(and(eq(importHeadings.communityId, communityId), eq(importHeadings.id, id)))
  return row ?? null
}

/** The same, in the form that the list reader takes. */
export async function answersRemembered(db: Db, communityId: string): Promise<Answers> {
  const rows = await headingsRemembered(db, communityId)
  const columnsOf = (kind: ListKind): ColumnAnswers =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const meaning = row.kind === kind ? meaningIn(kind, row.meaning) : null
        return meaning ? [[row.heading, meaning]] : []
      }),
    )
  return {
    kind: null,
    columns: { needs: columnsOf('needs'), roll: columnsOf('roll') },
    kinds: Object.fromEntries(
      rows.flatMap(({ meaning, heading, kind }) => (meaning === 'list' ? [[heading, kind]] : [])),
    ),
  }
}

/** A meaning that a column of such a list may have; null for any other word. */
export function meaningIn(kind: ListKind, word: string): Key | 'none' | null {
  if (word === 'none') return word
  return (assignable[kind] as readonly Key[]).find((key) => key === word) ?? null
}
