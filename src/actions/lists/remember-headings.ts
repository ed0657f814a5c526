import { and, eq } from 'drizzle-orm'
import { newId } from '#auth/hashing.ts'
import { importHeadings } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { Key, ListKind } from '#domain/lists/headings.ts'
import { headingKey, headingsKey } from '#domain/lists/questions.ts'
import { isGridWorkerOf, isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** The meaning that a user has just given to a column. */
export type SaidColumn = { readonly heading: string; readonly meaning: Key | 'none' }

/** Everyone who may import a list of that kind may also say what its headings mean. */
export function mayName(actor: Person, communityId: string, gridIds: readonly string[], kind: ListKind): boolean {
  if (isSecretaryOf(actor, communityId)) return true
  return kind === 'needs' && gridIds.some((id) => isGridWorkerOf(actor, id))
}

/** For the commit that stores a list, so that the next one with these headings is read in the same way. */
export function rememberedColumns(
  { store, now }: Services,
  communityId: string,
  kind: ListKind,
  columns: readonly SaidColumn[],
): readonly Statement[] {
  return columns.flatMap(({ heading: written, meaning }) => {
    const heading = headingKey(written)
    if (heading === '') return []
    const row = { id: newId(), communityId, kind, heading, written: written.slice(0, 80), meaning, at: now() }
    return [
      store.db
        .insert(importHeadings)
        .values(row)
        .onConflictDoUpdate({
          target: [importHeadings.communityId, importHeadings.kind, importHeadings.heading],
          set: { meaning, written: row.written, at: row.at },
        }),
    ]
  })
}

/** Remembers the kind of lists with these headings, in place of any earlier answer. */
export function rememberedList(
  { store, now }: Services,
  communityId: string,
  kind: ListKind,
  headings: readonly string[],
): readonly Statement[] {
  const heading = headingsKey(headings)
  if (heading === '') return []
  const written = headings.join('、').slice(0, 300)
  const same = and(
    eq(importHeadings.communityId, communityId),
    eq(importHeadings.heading, heading),
    eq(importHeadings.meaning, 'list'),
  )
  const row = { id: newId(), communityId, kind, heading, written, meaning: 'list', at: now() }
  return [store.db.delete(importHeadings).where(same), store.db.insert(importHeadings).values(row)]
}

/** Sets or changes the meaning of a heading, without a list at hand. */
export async function nameHeading(services: Services, communityId: string, kind: ListKind, said: SaidColumn) {
  const [statement] = rememberedColumns(services, communityId, kind, [said])
  if (statement) await services.store.commit([statement])
}

export async function forgetHeading({ store }: Services, communityId: string, id: string): Promise<void> {
  const own = and(eq(importHeadings.communityId, communityId), eq(importHeadings.id, id))
  await store.commit([store.db.delete(importHeadings).where(own)])
}
