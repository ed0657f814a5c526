import { and, eq, isNull } from 'drizzle-orm'
import { residents, wishDetails, wishes } from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { type Blanks, prepared } from '#db/store/prepared.ts'
import type { Db } from '#db/store/store.ts'
import { shownSpecification, type Wanted } from '#domain/wish/wanted.ts'

/**
 * For volunteers and staff who are signed in: what each of these wishes asks for. The resident's row is read only to
 * withhold a specification that names them; a wish whose title may not be shown has no entry.
 */
export async function wantedOf(db: Db, wishIds: readonly string[]): Promise<ReadonlyMap<string, Wanted>> {
  if (!wishIds.length) return new Map()
  const rows = await asked(db, { wishIds })
  return new Map(
    rows.map(({ id, valueFen, specification, whose }) => [
      id,
      { valueFen, specification: shownSpecification(specification, whose) },
    ]),
  )
}

const asked = prepared((db, { wishIds }: Blanks<'wishIds'>) =>
  db
    .select({
      id: wishes.id,
      valueFen: wishes.valueFen,
      specification: wishDetails.specification,
      whose: {
        name: residents.name,
        relative: residents.relativeName,
        phones: residents.phones,
        place: residents.place,
        building: residents.building,
        unit: residents.unit,
        door: residents.door,
      },
    })
    .from(wishes)
    .innerJoin(wishDetails, eq(wishDetails.wishId, wishes.id))
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(and(isOneOf(wishes.id, wishIds), isNull(wishDetails.titleHiddenAt))),
)
