import { and, eq, isNull } from 'drizzle-orm'
import { nameColumns, soundsOf } from '#actions/people/name-sounds.ts'
import { people, residents } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { Services } from '#src/services.ts'

const atOnce = 100

/** Adds pinyin and letters to files and accounts that were stored before these columns existed, a hundred per run. */
export async function soundNames(services: Services): Promise<void> {
  const { commit } = services.store
  await commit([...(await soundResidents(services)), ...(await soundPeople(services))])
}

async function soundResidents({ store: { db } }: Services): Promise<readonly Statement[]> {
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
  return renamed
}

async function soundPeople({ store: { db } }: Services): Promise<readonly Statement[]> {
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(isNull(people.pinyin), isNull(people.erasedAt)))
    .limit(atOnce)
  const renamed: Statement[] = []
  for (const { id, name } of rows)
    renamed.push(
      db
        .update(people)
        .set(await soundsOf(name))
        .where(eq(people.id, id)),
    )
  return renamed
}
