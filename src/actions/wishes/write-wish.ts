import { and, eq, isNull, type Placeholder, sql } from 'drizzle-orm'
import { saltedNote } from '#actions/event-log.ts'
import { inviteStatements } from '#actions/matching/invite.ts'
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
import { type Circle, notificationsAfter } from '#domain/notifications.ts'
import { claimChange } from '#domain/wish/claim/claim.ts'
import type { ClaimChange, JoinerChange } from '#domain/wish/claim/claim-row.ts'
import { toBePublic } from '#domain/wish/endings.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Note, WishEvent } from '#domain/wish/wish-events.ts'

type Written = {
  readonly before: Wish | null
  readonly after: Wish
  readonly event: WishEvent
  readonly notes: readonly Note[]
  readonly circle: Circle
}

/** The statements for one event and everything that follows from it. The event comes first: its key is the lock. */
export function statementsOf({ db }: Store, written: Written): Statement[] {
  const { before, after } = written
  const storedNotes = written.notes
    .filter((note) => isStored(note, written))
    .map((note) => ({ note, ...saltedNote(note.text) }))
  const hashes = Object.fromEntries(storedNotes.map(({ note, hash }) => [note.kind, hash]))
  const event = storedNotes.length
    ? { ...written.event, data: { ...written.event.data, notes: hashes } }
    : written.event
  const { stream, seq, at } = event

  const informed = notificationsAfter(event, before, after, written.circle)
  const rows = informed
    .filter(({ kind }) => kind !== 'fits')
    .map((one) => ({ stream, seq, ...one, wishId: after.id, at }))
  const invited = informed.flatMap(({ kind, personId }) => (kind === 'fits' ? [personId] : []))
  const sent = (written.circle.invitations ?? []).filter(({ personId }) => invited.includes(personId))
  const change = claimChange(event)
  const list = [
    addEvent(db, event),
    before ? (isOpening(before, after) ? openWish(db, after) : changeWish(db, after)) : db.insert(wishes).values(after),
    ...(change?.kind === 'begin' ? [beginClaim(db, change.claim)] : []),
    ...(change?.kind === 'change' ? changeStatements(db, change, event) : []),
    ...storedNotes.map(({ note, salt }) => db.insert(notes).values({ stream, seq, ...note, salt })),
    ...rows.map((row) => addNotification(db, row)),
    ...inviteStatements(sent, { stream, seq }),
  ]
  return list
}

const { pos: _, ...eventBlanks } = blanksOf(events)
const addEvent = preparedChange((db) => db.insert(events).values(eventBlanks))
const addNotification = preparedChange((db) => db.insert(notifications).values(blanksOf(notifications)))
const changeWish = preparedChange((db) =>
  db
    .update(wishes)
    .set(blanksOf(wishes))
    .where(eq(wishes.id, sql.placeholder('id'))),
)

const isOpening = (before: Wish, after: Wish): boolean =>
  after.state === 'open' && (before.state === 'submitted' || before.state === 'draft')

/**
 * A wish can only become public while its resident agrees; if the consent is withdrawn at the same moment, the commit
 * is refused.
 */
function openWish(db: Store['db'], after: Wish) {
  const resident = sql`(select ${wishDetails.residentId} from ${wishDetails} where ${wishDetails.wishId} = ${after.id})`
  const communityId = onlyIf(agreesTo(resident, toBePublic), wishes.communityId)
  return db
    .update(wishes)
    .set({ ...after, communityId })
    .where(eq(wishes.id, after.id))
}

/** A volunteer who leaves at the same moment cannot claim any more: the commit is refused. */
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

type Change = Extract<ClaimChange, { readonly kind: 'change' }>

const changeStatements = (db: Store['db'], change: Change, event: WishEvent): Statement[] => [
  ...rowStatements(db, change),
  ...(change.joiners ? [joinerStatement(db, change.id, change.joiners, event)] : []),
]

function rowStatements(db: Store['db'], { id, set, tries }: Change): Statement[] {
  const values = { ...set, ...(tries ? { tries: sql`${claims.tries} + ${tries}` } : {}) }
  // Some events of a claim do not change its row, and an update without columns is invalid SQL.
  if (Object.keys(values).length === 0) return []
  return [
    db
      .update(claims)
      .set(values as Partial<typeof claims.$inferInsert>)
      .where(eq(claims.id, id)),
  ]
}

/** One row for each joiner. The rows of a delivered claim stay, because the joiners helped to deliver. */
function joinerStatement(db: Store['db'], claimId: string, change: JoinerChange, event: WishEvent): Statement {
  const { at, communityId } = event
  if (change.kind === 'join') {
    const { personId, unitId, quantity } = change
    const own = whileHere(personId, communityId)
    return db.insert(claimHelpers).values({ claimId, personId: own, unitId, quantity, joinedAt: at })
  }
  const whose = change.kind === 'leave' ? eq(claimHelpers.personId, change.personId) : undefined
  return db
    .update(claimHelpers)
    .set({ leftAt: at })
    .where(and(eq(claimHelpers.claimId, claimId), isNull(claimHelpers.leftAt), whose))
}

/**
 * Empty notes are not stored, except an empty note for the claimant, which removes the one before it. A reason for what is
 * no longer odd explains nothing and is not stored either.
 */
function isStored({ kind, text }: Note, { before, event }: Written): boolean {
  if (kind === 'odd' && !event.data.odd) return false
  return text.trim() !== '' || (kind === 'claimer' && before !== null)
}
