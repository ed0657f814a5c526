import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { type Community, gridsOf } from '#db/community/area-rows.ts'
import { familyLinksHeld } from '#db/receipts/family-rows.ts'
import {
  claims,
  consents,
  events,
  notes,
  photos,
  receiverWords,
  roles,
  transfers,
  units,
  views,
  wishDetails,
  wishes,
} from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import type { Db } from '#db/store/store.ts'
import type { Held, Look } from '#domain/people/resident-copy.ts'
import type { Resident } from './resident-rows.ts'

export type ResidentCopy = Awaited<ReturnType<typeof copyOf>>

/**
 * All stored data about a resident, for the copy that they may demand by law. This is the only file that reads all of
 * it.
 */
export async function copyOf(db: Db, file: Resident, community: Community, dayOf: (at: Date) => string) {
  const own = await wishesHeld(db, file.id)
  const ids = own.map(({ id }) => id)
  const answers = await db
    .select()
    .from(consents)
    .where(eq(consents.residentId, file.id))
    .orderBy(desc(consents.at), sql`${consents}.rowid desc`)
  const looks = await looksAt(db, file.id, ids)
  const people = [file.createdBy, ...answers.map((one) => one.witnessId), ...looks.map((one) => one.viewerId)]
  return {
    file,
    answers,
    links: await familyLinksHeld(db, file.id),
    wishes: own,
    notes: [...(await notesHeld(db, ids)), ...(await wordsHeld(db, ids))],
    given: await givenTo(db, ids),
    photos: await photosHeld(db, ids),
    looks: looks.map(({ at, ...look }) => ({ ...look, day: dayOf(at) }) as Look),
    held: await rolesOf(db, people, community),
  }
}

/** Who has looked at the resident's data, for the resident's own page: the looks and the roles in which they were made. */
export async function looksOf(db: Db, residentId: string, community: Community, dayOf: (at: Date) => string) {
  const own = await db
    .select({ id: wishDetails.wishId })
    .from(wishDetails)
    .where(eq(wishDetails.residentId, residentId))
  const looks = await looksAt(
    db,
    residentId,
    own.map(({ id }) => id),
  )
  return {
    looks: looks.map(({ at, ...look }) => ({ ...look, day: dayOf(at) }) as Look),
    held: await rolesOf(
      db,
      looks.map((one) => one.viewerId),
      community,
    ),
  }
}

const wishesHeld = (db: Db, residentId: string) =>
  db
    .select({
      id: wishes.id,
      code: wishes.code,
      itemId: wishes.itemId,
      quantity: wishes.quantity,
      measure: wishes.measure,
      words: wishDetails.words,
      publicText: wishDetails.publicText,
      specification: wishDetails.specification,
      erasedAt: wishDetails.erasedAt,
      source: wishes.source,
      state: wishes.state,
      endReason: wishes.endReason,
      satisfaction: wishes.satisfaction,
      postedAt: wishes.postedAt,
      publishedAt: wishes.publishedAt,
      deliveredAt: wishes.deliveredAt,
      closedAt: sql<number | null>`coalesce(${wishes.endedAt}, ${wishes.confirmedAt})`,
      workOrder: transfers.number,
    })
    .from(wishDetails)
    .innerJoin(wishes, eq(wishes.id, wishDetails.wishId))
    .leftJoin(transfers, eq(transfers.wishId, wishes.id))
    .where(eq(wishDetails.residentId, residentId))
    .orderBy(desc(wishes.postedAt), desc(wishes.id))

/** Every text typed about their wishes, with the wish and the day. */
const notesHeld = (db: Db, wishIds: readonly string[]) =>
  db
    .select({ wishId: notes.stream, kind: notes.kind, text: notes.text, at: events.at })
    .from(notes)
    .innerJoin(events, and(eq(events.stream, notes.stream), eq(events.seq, notes.seq)))
    .where(isOneOf(notes.stream, wishIds))
    .orderBy(asc(events.pos))

/** What the receiving side wrote on the page of its slip. */
const wordsHeld = (db: Db, wishIds: readonly string[]) =>
  db
    .select({
      wishId: receiverWords.wishId,
      kind: receiverWords.kind,
      text: receiverWords.text,
      at: receiverWords.at,
    })
    .from(receiverWords)
    .where(isOneOf(receiverWords.wishId, wishIds))
    .orderBy(asc(receiverWords.at), asc(receiverWords.id))

/** Who received the contact, by unit and not by name, and until when they could see it. */
const givenTo = (db: Db, wishIds: readonly string[]) =>
  db
    .select({
      wishId: claims.wishId,
      unit: units.name,
      claimedAt: claims.claimedAt,
      contactUntil: claims.contactUntil,
      endedAt: claims.endedAt,
    })
    .from(claims)
    .leftJoin(units, eq(units.id, claims.unitId))
    .where(isOneOf(claims.wishId, wishIds))
    .orderBy(desc(claims.claimedAt))

const photosHeld = (db: Db, wishIds: readonly string[]) =>
  db
    .select({ wishId: photos.wishId })
    .from(photos)
    .where(and(isOneOf(photos.wishId, wishIds), eq(photos.state, 'kept')))

/** Looks at the file and at its wishes; a look recorded under both comes once. */
const looksAt = async (db: Db, residentId: string, wishIds: readonly string[]) => {
  const row = { viewerId: views.viewerId, page: views.page, at: views.at }
  const [ofFile, ofWishes] = await Promise.all([
    db.select(row).from(views).where(eq(views.residentId, residentId)),
    db
      .select(row)
      .from(views)
      .where(and(isOneOf(views.wishId, wishIds), isNull(views.residentId))),
  ])
  return [...ofFile, ...ofWishes]
}

/** All roles that these people have ever had in the community or its grids. */
async function rolesOf(db: Db, personIds: readonly string[], community: Community): Promise<readonly Held[]> {
  const areaIds = [community.id, ...(await gridsOf(db, community.id)).map((grid) => grid.id)]
  const rows = await db
    .select({ personId: roles.personId, role: roles.role, fromDay: roles.fromDay, untilDay: roles.untilDay })
    .from(roles)
    .where(
      and(
        isOneOf(roles.personId, [...new Set(personIds)]),
        or(isOneOf(roles.areaId, areaIds)),
        inArray(roles.role, ['gridWorker', 'secretary', 'volunteer']),
      ),
    )
  return rows as readonly Held[]
}
