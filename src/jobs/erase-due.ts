import { and, eq, sql } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { allCommunities, type Community, gridsOf } from '#db/community/area-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { bookingsWithWords } from '#db/counter/booking-rows.ts'
import { lettersWithWords } from '#db/letters/letter-rows.ts'
import { linksEndedBy } from '#db/receipts/family-rows.ts'
import { type Closed, closedWithWords, endedBy, gonePeople, leftBefore, wishesOf } from '#db/residents/overdue-data.ts'
import {
  accessCodes,
  bookingWords,
  consents,
  erasures,
  familyLinks,
  feeds,
  invitations,
  letterWords,
  notes,
  people,
  receipts,
  receiverWords,
  recoveryCodes,
  residents,
  retentionMarks,
  secondFactors,
  securityEvents,
  sessions,
  transfers,
  volunteers,
  wishDetails,
} from '#db/schema/tables.ts'
import { isOneOf } from '#db/store/one-of.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import type { Statement } from '#db/store/store.ts'
import { looksWithReasons } from '#db/supervision/case-rows.ts'
import { inquiriesWithWords } from '#db/supervision/inquiry-rows.ts'
import type { ErasureKind } from '#domain/people/retention.ts'
import { type RuleVersion, ruleVersionOn } from '#domain/rules.ts'
import { day } from '#domain/time/durations.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

const aNewId = sql`lower(hex(randomblob(12)))`
/** The most rows of a kind in one run; the next run continues. */
const atOnce = 60

/**
 * Erases data that has outlived its purpose, once per local day in each community, and writes a certificate for each
 * kind: how many, when, after how many days; never whose. The figures are separate rows and stay. Two clocks at once
 * erase once.
 */
export async function eraseDue(services: Services): Promise<number> {
  let erased = 0
  for (const community of await allCommunities(services.store.db)) erased += await eraseIn(services, community)
  return erased
}

type Due = {
  readonly kind: ErasureKind
  readonly days: number
  readonly count: number
  readonly rows: readonly Statement[]
}

async function eraseIn(services: Services, community: Community): Promise<number> {
  const { store, now } = services
  const { db } = store
  const at = now()
  const [mark] = await db.select().from(retentionMarks).where(eq(retentionMarks.communityId, community.id))
  const today = localDay(at, community.zone)
  if (mark && localDay(mark.ranAt, community.zone) >= today) return 0

  const versions = await rulesOf(db, community.id)
  const { rules } = ruleVersionOn(versions, today)
  const words = await dueWords(services, community.id, versions, rules.keepDays, mark?.closedFrom ?? new Date(0))
  const dues = [
    words.due,
    await dueLetterWords(services, community.id, rules.keepDays),
    await dueBookingWords(services, community.id, rules.keepDays),
    await dueInquiryWords(services, community.id, rules.keepDays),
    await dueFiles(services, community.id, rules.endedFileDays),
    await dueLinks(services, community.id, rules.endedFileDays),
    await dueVolunteers(services, community, rules.endedFileDays),
    await dueAccounts(services, community, rules.endedFileDays),
  ]
  const found = dues.filter(({ count }) => count > 0)
  const isDone = dues.every(({ count }) => count < atOnce)
  const ranAt = isDone ? at : (mark?.ranAt ?? new Date(0))
  const closedFrom = isDone ? words.doneUntil : (mark?.closedFrom ?? new Date(0))
  const seen = mark ? Math.floor(mark.ranAt.getTime() / 1000) : 0
  try {
    await store.commit([
      // A second run at the same moment finds a mark other than it had read, and its whole commit is refused.
      db
        .insert(retentionMarks)
        .values({ communityId: community.id, ranAt, closedFrom })
        .onConflictDoUpdate({
          target: retentionMarks.communityId,
          set: {
            ranAt: onlyIf(sql`${retentionMarks.ranAt} = ${seen}`, sql`${Math.floor(ranAt.getTime() / 1000)}`),
            closedFrom,
          },
        }),
      ...found.flatMap(({ kind, days, count, rows }) => [
        ...rows,
        db.insert(erasures).values({ id: aNewId, communityId: community.id, kind, count, days, at }),
        registerEvent(store, {
          communityId: community.id,
          actorId: 'clock',
          action: 'erased',
          now: at,
          data: { kind, count, days },
        }),
      ]),
    ])
    return found.reduce((sum, { count }) => sum + count, 0)
  } catch (error) {
    if (wasRefused(error, 'retention_marks.ran_at')) return 0
    throw error
  }
}

/** The shorter of the retention a wish was published under and that of today. */
async function dueWords(
  { store, now }: Services,
  communityId: string,
  versions: readonly RuleVersion[],
  keepDays: number,
  from: Date,
) {
  const daysOf = ({ ruleVersion }: Closed) =>
    Math.min(keepDays, versions.find(({ id }) => id === ruleVersion)?.rules.keepDays ?? keepDays)
  const before = (days: number) => new Date(now().getTime() - days * day)
  const all = versions.map(({ rules }) => rules.keepDays)
  const closed = await closedWithWords(store.db, communityId, from, before(Math.min(...all)), atOnce)
  const ids = closed.filter((one) => one.closedAt <= before(daysOf(one))).map(({ id }) => id)
  const due: Due = {
    kind: 'words',
    days: keepDays,
    count: ids.length,
    rows: ids.length ? wordRows(store, ids, now()) : [],
  }
  return { due, doneUntil: before(Math.max(...all)) }
}

const wordRows = ({ db }: Services['store'], ids: readonly string[], at: Date): readonly Statement[] => [
  db.delete(notes).where(isOneOf(notes.stream, ids)),
  db.delete(transfers).where(isOneOf(transfers.wishId, ids)),
  db.delete(receipts).where(isOneOf(receipts.wishId, ids)),
  db.delete(receiverWords).where(isOneOf(receiverWords.wishId, ids)),
  db.update(wishDetails).set({ words: '', specification: '', erasedAt: at }).where(isOneOf(wishDetails.wishId, ids)),
]

/** Letters that ended long enough ago: what was typed and who wrote. What was published was edited for everyone and stays. */
async function dueLetterWords({ store, now }: Services, communityId: string, days: number): Promise<Due> {
  const { db } = store
  const ids = await lettersWithWords(db, communityId, new Date(now().getTime() - days * day), atOnce)
  const rows = ids.length
    ? [
        db.delete(letterWords).where(isOneOf(letterWords.letterId, ids)),
        db.delete(notes).where(isOneOf(notes.stream, ids)),
      ]
    : []
  return { kind: 'letter', days, count: ids.length, rows }
}

/** The same of bookings at the weekend counter. */
async function dueBookingWords({ store, now }: Services, communityId: string, days: number): Promise<Due> {
  const { db } = store
  const ids = await bookingsWithWords(db, communityId, new Date(now().getTime() - days * day), atOnce)
  const rows = ids.length
    ? [
        db.delete(bookingWords).where(isOneOf(bookingWords.bookingId, ids)),
        db.delete(notes).where(isOneOf(notes.stream, ids)),
      ]
    : []
  return { kind: 'booking', days, count: ids.length, rows }
}

/** What supervisors asked and communities answered, and why supervisors opened cases. */
async function dueInquiryWords({ store, now }: Services, communityId: string, days: number): Promise<Due> {
  const before = new Date(now().getTime() - days * day)
  const asked = await inquiriesWithWords(store.db, communityId, before, atOnce)
  const ids = [...asked, ...(await looksWithReasons(store.db, communityId, before, atOnce))]
  const rows = ids.length ? [store.db.delete(notes).where(isOneOf(notes.stream, ids))] : []
  return { kind: 'inquiry', days, count: ids.length, rows }
}

/**
 * A file that has ended: its fields, its consents, and the words of its wishes. The row stays, but identifies no
 * resident.
 */
async function dueFiles({ store, now }: Services, communityId: string, days: number): Promise<Due> {
  const { db } = store
  const ids = (await endedBy(db, communityId, new Date(now().getTime() - days * day), atOnce)).map(({ id }) => id)
  if (!ids.length) return { kind: 'file', days, count: 0, rows: [] }
  const wishIds = (await wishesOf(db, ids)).map(({ id }) => id)
  const rows = [
    db.delete(consents).where(isOneOf(consents.residentId, ids)),
    db.delete(familyLinks).where(isOneOf(familyLinks.residentId, ids)),
    ...wordRows(store, wishIds, now()),
    db
      .update(residents)
      .set({
        name: '',
        pinyin: '',
        initials: '',
        nameKey: '',
        sex: null,
        ageBand: null,
        place: '',
        building: '',
        unit: '',
        door: '',
        phones: [],
        callFrom: null,
        callUntil: null,
        relativeName: '',
        relativePhone: '',
        hearing: '',
        renewedOn: null,
        renewalDueAt: null,
        endReason: 'erased',
      })
      .where(isOneOf(residents.id, ids)),
  ]
  return { kind: 'file', days, count: ids.length, rows }
}

/** Links of relatives that have ended, with what the resident called the relative. */
async function dueLinks({ store, now }: Services, communityId: string, days: number): Promise<Due> {
  const { db } = store
  const ids = (await linksEndedBy(db, communityId, new Date(now().getTime() - days * day), atOnce)).map(({ id }) => id)
  const rows = ids.length ? [db.delete(familyLinks).where(isOneOf(familyLinks.id, ids))] : []
  return { kind: 'family-link', days, count: ids.length, rows }
}

async function dueVolunteers({ store, now }: Services, { id, zone }: Community, days: number): Promise<Due> {
  const { db } = store
  const ids = (await leftBefore(db, id, dayBefore(now(), days, zone), atOnce)).map((row) => row.id)
  const nothing = { branch: '', building: '', strengths: [], freeTimes: [] }
  const person = sql`(select ${volunteers.personId} from ${volunteers} where ${isOneOf(volunteers.id, ids)})`
  const rows = ids.length
    ? [
        db.delete(invitations).where(and(eq(invitations.communityId, id), sql`${invitations.personId} in ${person}`)),
        db.update(volunteers).set(nothing).where(isOneOf(volunteers.id, ids)),
      ]
    : []
  return { kind: 'volunteer', days, count: ids.length, rows }
}

/**
 * People who have no role anywhere any more: phone, name and everything they signed in with. Their id stays on what
 * they did.
 */
async function dueAccounts({ store, now }: Services, { id, zone }: Community, days: number): Promise<Due> {
  const { db } = store
  const areaIds = [id, ...(await gridsOf(db, id)).map((grid) => grid.id)]
  const ids = (await gonePeople(db, areaIds, dayBefore(now(), days, zone), atOnce)).map((row) => row.id)
  if (!ids.length) return { kind: 'account', days, count: 0, rows: [] }
  const rows = [
    db.delete(sessions).where(isOneOf(sessions.personId, ids)),
    db.delete(feeds).where(isOneOf(feeds.personId, ids)),
    db.delete(accessCodes).where(isOneOf(accessCodes.personId, ids)),
    db.delete(recoveryCodes).where(isOneOf(recoveryCodes.personId, ids)),
    db.delete(secondFactors).where(isOneOf(secondFactors.personId, ids)),
    db.delete(securityEvents).where(isOneOf(securityEvents.personId, ids)),
    db
      .update(people)
      .set({
        name: '',
        pinyin: null,
        initials: null,
        passwordHash: null,
        nameIsPublic: false,
        erasedAt: now(),
        phone: sql`'erased-' || ${people.id}`,
      })
      .where(isOneOf(people.id, ids)),
  ]
  return { kind: 'account', days, count: ids.length, rows }
}

const dayBefore = (at: Date, days: number, zone: string): string => localDay(new Date(at.getTime() - days * day), zone)
