import { eq } from 'drizzle-orm'
import { bookingWords, letterWords, residents, wishDetails } from '#db/schema/tables.ts'
import type { Db } from '#db/store/store.ts'
import type { Whose } from '#domain/wish/notes/public-text.ts'

/**
 * Whose wish, letter or booking this stream is about, with the relative of a resident: so that their names, doors and
 * telephone numbers can be found in typed words. Never shown.
 */
export async function contactsOf(db: Db, subject: string): Promise<readonly Whose[]> {
  const [resident] = await db
    .select({
      name: residents.name,
      phones: residents.phones,
      place: residents.place,
      building: residents.building,
      unit: residents.unit,
      door: residents.door,
      relativeName: residents.relativeName,
      relativePhone: residents.relativePhone,
    })
    .from(wishDetails)
    .innerJoin(residents, eq(residents.id, wishDetails.residentId))
    .where(eq(wishDetails.wishId, subject))
  const writers = await db
    .select({ name: letterWords.name, phone: letterWords.phone })
    .from(letterWords)
    .where(eq(letterWords.letterId, subject))
  const visitors = await db
    .select({ name: bookingWords.name, phone: bookingWords.phone })
    .from(bookingWords)
    .where(eq(bookingWords.bookingId, subject))
  const relative = resident ? [{ name: resident.relativeName, phone: resident.relativePhone }] : []
  return [...(resident ? [resident] : []), ...[...relative, ...writers, ...visitors].map(withoutDoor)]
}

const withoutDoor = ({ name, phone }: { readonly name: string; readonly phone: string }): Whose => ({
  name,
  phones: phone ? [phone] : [],
  place: '',
  building: '',
  unit: '',
  door: '',
})
