import { eq, isNull } from 'drizzle-orm'
import { nameColumns } from '#actions/people/name-sounds.ts'
import { residents } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { Services } from '#src/services.ts'

const atOnce = 100

/** Files from before names were kept with their sound and their letters get both, a hundred at each run, until none is left. */
export async function soundNames({ store: { db, commit } }: Services): Promise<void> {
  const rows = await db
    .select({ id: residents.id, name: residents.name })
    .from(residents)
    .where(isNull(residents.nameKey))
    .limit(atOnce)
  const renamed: Statement[] = []
  for (const { id, name } of rows)
    renamed.push(
      db
        .update(residents)
        .set(await nameColumns(name))
        .where(eq(residents.id, id)),
    )
  await commit(renamed)
}
