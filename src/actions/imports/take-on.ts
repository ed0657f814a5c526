import { eq } from 'drizzle-orm'
import { importOf, putInDraft, type Taken, type Taking } from '#db/imports.ts'
import { imports } from '#db/schema.ts'
import { type Statement, takenKey } from '#db/store.ts'
import type { Person } from '#domain/actor.ts'
import type { Services } from '#src/services.ts'
import { type ImportPlace, type JudgedRow, judge } from './judge.ts'
import { endOfPart } from './parts.ts'
import { leftOver, marksOfRows, type Share, shareOf } from './take.ts'

/**
 * The next part of a list that has been begun, in one commit with how far it is. Rows are judged anew: one that somebody
 * else has brought in meanwhile is left, with its reason. Two presses at once meet the marks' key, and take two parts.
 */
export async function takeOn(services: Services, actor: Person, place: ImportPlace, id: string): Promise<void> {
  for (let round = 0; ; round++) {
    const kept = await importOf(services.store.db, id, actor.id, services.now())
    if (!kept?.taking) return
    const rows = await judge(services, place, kept.draft)
    try {
      return await services.store.commit(await nextPart(services, actor, place, { id, taking: kept.taking, rows }))
    } catch (error) {
      if (takenKey(error) === null || round >= 4) throw error
    }
  }
}

type Begun = { readonly id: string; readonly taking: Taking; readonly rows: readonly JudgedRow[] }

async function nextPart(
  services: Services,
  actor: Person,
  place: ImportPlace,
  { id, taking: { order, at, taken }, rows }: Begun,
): Promise<[Statement, ...Statement[]]> {
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
  const content =
    end < order.length
      ? { content: putInDraft('$.taking', { order, at: end, taken: now } satisfies Taking) }
      : { committed: true, content: JSON.stringify(now) }
  const goOn = services.store.db.update(imports).set(content).where(eq(imports.id, id))
  return [goOn, ...marksOfRows(services, place, open, share), ...share.statements]
}

/** A row that the rules refuse only now holds up no other: the list has been begun. */
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
