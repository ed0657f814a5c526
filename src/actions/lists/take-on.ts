import { eq, sql } from 'drizzle-orm'
import { whileOvertaken } from '#actions/while-overtaken.ts'
import { importOf, putInDraft, type Taken, type Taking, whileAt } from '#db/lists/list-rows.ts'
import { imports } from '#db/schema/tables.ts'
import { wasRefused } from '#db/store/only-if.ts'
import { type Statement, takenKey } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import { hour } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'
import { type ImportPlace, type JudgedRow, judge } from './judge-list.ts'
import { endOfPart } from './list-parts.ts'
import type { Share } from './list-share.ts'
import { leftOver, marksOfRows, shareOf } from './take-list.ts'

/** The result of an import can be read for one more day. */
const resultHours = 24

/**
 * Imports the next part of a list, in one commit with its progress. Rows are checked again, and one that someone else
 * has imported meanwhile is left out with that reason. Two simultaneous presses conflict on the progress and import two
 * different parts. The clock passes `forClock`: statements for the commit of the last part. The list counts as
 * abandoned until then.
 */
export async function takeOn(
  services: Services,
  actor: Person,
  place: ImportPlace,
  id: string,
  forClock: readonly Statement[] | null = null,
): Promise<void> {
  await whileOvertaken(isOvertaken, async () => {
    const list = await importOf(services.store.db, id, actor.id, services.now())
    if (!list?.taking) return
    const rows = await judge(services, place, list.draft)
    const begun = { id, taking: list.taking, rows, forClock }
    await services.store.commit(await nextPart(services, actor, place, begun))
  })
}

const isOvertaken = (error: unknown): boolean =>
  takenKey(error) !== null || wasRefused(error, 'imports.content') || wasRefused(error, 'residents.community_id')

type Begun = {
  readonly id: string
  readonly taking: Taking
  readonly rows: readonly JudgedRow[]
  readonly forClock: readonly Statement[] | null
}

async function nextPart(
  services: Services,
  actor: Person,
  place: ImportPlace,
  { id, taking: { order, at, taken }, rows, forClock }: Begun,
): Promise<readonly Statement[]> {
  const end = endOfPart(rows, order, at)
  const part = order.slice(at, end).flatMap((index) => rows[index] ?? [])
  const { open, share, refused } = await whatGoes(services, actor, place, part)
  const stay = part.filter(({ isTaken }) => !isTaken).map(leftOver)
  const now: Taken = {
    wishCodes: [...taken.wishCodes, ...share.taken.wishCodes],
    newResidents: taken.newResidents + share.taken.newResidents,
    knownResidents: taken.knownResidents + share.taken.knownResidents,
    personIds: [...taken.personIds, ...share.taken.personIds],
    left: [...taken.left, ...stay, ...refused],
  }
  const isLast = end >= order.length
  const goOn = isLast
    ? endedWith(services, id, at, now)
    : services.store.db
        .update(imports)
        .set({
          content: whileAt(at, putInDraft('$.taking', { order, at: end, taken: now } satisfies Taking)),
          ...(forClock ? {} : { takingAt: services.now() }),
        })
        .where(eq(imports.id, id))
  return [
    goOn,
    ...marksOfRows(services, place, open, share),
    ...share.statements,
    ...(isLast && forClock ? forClock : []),
  ]
}

/** The list is finished: its result replaces its rows. */
export function endedWith({ store, now }: Services, id: string, at: number, taken: Taken): Statement {
  const expiresAt = new Date(now().getTime() + resultHours * hour)
  return store.db
    .update(imports)
    .set({ committed: true, content: whileAt(at, sql`${JSON.stringify(taken)}`), takingAt: null, expiresAt })
    .where(eq(imports.id, id))
}

/** If the rules refuse a row only now, the other rows are still imported, because the list has already begun. */
async function whatGoes(services: Services, actor: Person, place: ImportPlace, part: readonly JudgedRow[]) {
  let open = part.filter(({ isTaken }) => isTaken)
  const refused: Taken['left'][number][] = []
  for (;;) {
    const share = open.length > 0 ? await shareOf(services, actor, place, open) : nothing
    if (share.ok) return { open, share, refused }
    const out = share.why === 'refused' ? open.filter(({ row }) => row.line === share.line) : open
    refused.push(...out.map(({ row }) => ({ line: row.line, why: 'refused' })))
    open = open.filter((row) => !out.includes(row))
  }
}

const nothing: Share = {
  ok: true,
  statements: [],
  owners: [],
  taken: { wishCodes: [], newResidents: 0, knownResidents: 0, personIds: [] },
}
