import { and, eq, isNull, lt, lte, ne, or } from 'drizzle-orm'
import { photos, wishes } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { Turn } from '#domain/photo/photo-parts.ts'
import { isOfDelivery } from '#domain/photo/photo-sight.ts'
import { day, hour } from '#domain/time/durations.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { wishOf } from './wish-rows.ts'

type Photo = Omit<typeof photos.$inferSelect, 'turn'> & { readonly turn: Turn }
const photoOf = (row: typeof photos.$inferSelect): Photo => row as Photo

/** The photo of the present delivery. */
export async function photoOfWish(db: Db, wish: Wish): Promise<Photo | null> {
  const [row] = await db
    .select()
    .from(photos)
    .where(and(eq(photos.wishId, wish.id), eq(photos.state, 'kept')))
  return row && isOfDelivery(row, wish) ? photoOf(row) : null
}

/** A stored photo with its wish; the caller decides who may see it. */
export async function photoById(db: Db, id: string): Promise<{ photo: Photo; wish: Wish } | null> {
  const [row] = await db
    .select({ photo: photos, wish: wishes })
    .from(photos)
    .innerJoin(wishes, eq(wishes.id, photos.wishId))
    .where(and(eq(photos.id, id), eq(photos.state, 'kept')))
  const wish = row && wishOf(row.wish)
  return row && wish && isOfDelivery(row.photo, wish) ? { photo: photoOf(row.photo), wish } : null
}

const retention = 90 * day
const atOnce = 50

/**
 * Ids of photos that are no longer needed: replaced or removed; uploaded more than an hour ago for a delivery that was
 * never recorded; of a delivery that was undone; of a wish that ended 90 days ago.
 */
export async function photosToForget(db: Db, now: Date): Promise<readonly string[]> {
  const before = new Date(now.getTime() - retention)
  const [left, over] = await Promise.all([
    db
      .select({ id: photos.id })
      .from(photos)
      .where(
        or(
          eq(photos.state, 'dropped'),
          and(eq(photos.state, 'waiting'), lte(photos.at, new Date(now.getTime() - hour))),
        ),
      )
      .limit(atOnce),
    db
      .select({ id: photos.id })
      .from(photos)
      .innerJoin(wishes, eq(wishes.id, photos.wishId))
      .where(
        and(
          eq(photos.state, 'kept'),
          or(
            isNull(wishes.deliveredAt),
            ne(wishes.round, photos.round),
            lt(photos.at, wishes.deliveredAt),
            lte(wishes.confirmedAt, before),
            lte(wishes.endedAt, before),
          ),
        ),
      )
      .limit(atOnce),
  ])
  return [...left, ...over].map(({ id }) => id)
}

/** Ids of a wish's photos that were replaced or removed and whose files may still exist. */
export async function droppedOf(db: Db, wishId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.wishId, wishId), eq(photos.state, 'dropped')))
    .limit(atOnce)
  return rows.map(({ id }) => id)
}
