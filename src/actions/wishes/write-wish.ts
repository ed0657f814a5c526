import { randomBytes } from 'node:crypto'
import { and, eq, isNull, type Placeholder, sql } from 'drizzle-orm'
import { sha256 } from '#auth/hashing.ts'
import { agreesTo } from '#db/residents/consent-rows.ts'
import {
  claimHelpers,
  claims,
  events,
  notes,
  notifications,
  volunteers,
  wishDetails,
  wishes,
} from '#db/schema/tables.ts'
import { onlyIf } from '#db/store/only-if.ts'
import { blanksOf, preparedChange } from '#db/store/prepared.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { type Circle, toldOf } from '#domain/notifications.ts'
import { claimChange } from '#domain/wish/claim.ts'
import { toBePublic } from '#domain/wish/endings.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Note, WishEvent } from '#domain/wish/wish-events.ts'

export type Written = {
  readonly before: Wish | null
  readonly after: Wish
  readonly event: WishEvent
  readonly notes: readonly Note[]
  readonly circle: Circle
}

/** One event and everything that follows from it, the event first: its key is the lock. */
export function statementsOf({ db }: Store, written: Written): Statement[] {
  const { before, after } = written
  const kept = written.notes.filter((note) => isKept(note, before)).map((note) => ({ ...note, salt: newSalt() }))
  const hashes = Object.fromEntries(kept.map(({ kind, salt, text }) => [kind, sha256(salt + text)]))
  const event = kept.length ? { ...written.event, data: { ...written.event.data, notes: hashes } } : written.event
  const { stream, seq, at } = event

  const told = toldOf(event, before, after, written.circle)
  const tell = told.map((notice) => ({ stream, seq, ...notice, wishId: after.id, at }))
  const claim = claimStatement(db, event)
  const list = [
    addEvent(db, event),
    before ? (isOpening(before, after) ? openWish(db, after) : changeWish(db, after)) : db.insert(wishes).values(after),
    ...(claim ? [claim] : []),
    ...joinerStatements(db, event),
    ...kept.map((note) => db.insert(notes).values({ stream, seq, ...note })),
    ...tell.map((row) => addNotice(db, row)),
  ]
  return list
}

const { pos: _, ...eventBlanks } = blanksOf(events)
const addEvent = preparedChange((db) => db.insert(events).values(eventBlanks))
const addNotice = preparedChange((db) => db.insert(notifications).values(blanksOf(notifications)))
const changeWish = preparedChange((db) =>
  db
    .update(wishes)
    .set(blanksOf(wishes))
    .where(eq(wishes.id, sql.placeholder('id'))),
)

const isOpening = (before: Wish, after: Wish): boolean =>
  after.state === 'open' && (before.state === 'submitted' || before.state === 'draft')

/** What is not public yet becomes so only while its resident agrees to it: taken back at the same moment, the commit is refused. */
function openWish(db: Store['db'], after: Wish) {
  const resident = sql`(select ${wishDetails.residentId} from ${wishDetails} where ${wishDetails.wishId} = ${after.id})`
  const communityId = onlyIf(agreesTo(resident, toBePublic), wishes.communityId)
  return db
    .update(wishes)
    .set({ ...after, communityId })
    .where(eq(wishes.id, after.id))
}

/** Whoever left at the same moment takes nothing on any more: the commit is refused. */
const whileHere = (personId: string | Placeholder, communityId: string | Placeholder) =>
  onlyIf(
    sql`not exists (select 1 from ${volunteers} where ${volunteers.personId} = ${personId} and ${volunteers.communityId} = ${communityId} and ${volunteers.state} = 'left')`,
    sql`${personId}`,
  )
const { tries: __, ...claimBlanks } = blanksOf(claims)
const beginClaim = preparedChange((db) =>
  db
    .insert(claims)
    .values({ ...claimBlanks, personId: whileHere(sql.placeholder('personId'), sql.placeholder('communityId')) }),
)

function claimStatement(db: Store['db'], event: WishEvent) {
  const change = claimChange(event)
  if (!change) return null
  if (change.kind === 'begin') return beginClaim(db, change.claim)
  const set = { ...change.set, ...(change.tries ? { tries: sql`${claims.tries} + 1` } : {}) }
  return db
    .update(claims)
    .set(set as Partial<typeof claims.$inferInsert>)
    .where(eq(claims.id, change.id))
}

/** A row a joiner; all of them end with the claim, unless it was delivered: then they have helped to deliver it. */
function joinerStatements(db: Store['db'], { action, at, communityId, data }: WishEvent): Statement[] {
  const claimId = data.claimId as string
  const end = (whose?: string) =>
    db
      .update(claimHelpers)
      .set({ leftAt: at })
      .where(
        and(
          eq(claimHelpers.claimId, claimId),
          isNull(claimHelpers.leftAt),
          whose ? eq(claimHelpers.personId, whose) : undefined,
        ),
      )
  switch (action) {
    case 'join': {
      const { personId, unit, quantity } = data as { personId: string; unit: string | null; quantity: number }
      const own = whileHere(personId, communityId)
      return [db.insert(claimHelpers).values({ claimId, personId: own, unitId: unit, quantity, joinedAt: at })]
    }
    case 'leave':
      return [end(data.personId as string)]
    case 'release':
    case 'lapse':
    case 'withdraw':
      return claimId ? [end()] : []
    default:
      return []
  }
}

/** An empty note is none; only a note for the claimer can be taken away again, by an empty one that comes after it. */
const isKept = ({ kind, text }: Note, before: Wish | null) =>
  text.trim() !== '' || (kind === 'claimer' && before !== null)

const newSalt = () => randomBytes(16).toString('base64url')
