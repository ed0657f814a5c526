import { eq, isNull } from 'drizzle-orm'
import { nameColumns } from '#actions/people/name-sounds.ts'
import { residents } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { Services } from '#src/services.ts'

const atOnce = 100

/** Adds pinyin and letters to files that were stored before these columns existed, a hundred per run. */
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
