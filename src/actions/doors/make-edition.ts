import { registerEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { newId } from '#auth/hashing.ts'
import { nextNumber } from '#db/doors/edition-rows.ts'
import { editions, editionWishes } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import { loadWishes } from '#db/wishes/wish-rows.ts'
import type { PublishingDoor } from '#domain/doors/door.ts'
import { type Edition, mostWishes, type PaperSize } from '#domain/doors/edition.ts'
import { isStaffOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { inTime } from './in-time.ts'

type Asked = {
  readonly communityId: string
  readonly door: PublishingDoor
  readonly paper: PaperSize | null
  /** The numbers of the wishes, in the order in which they are to be printed. */
  readonly codes: readonly string[]
}

/** `claimed`: one of the wishes is no longer open; the page shows which. */
type Refused = { readonly ok: false; readonly why: 'none' | 'too-many' | 'claimed' }

/**
 * Records that these wishes are published in the group or on the notice board, and gives the number of the message or
 * sheet. Only open wishes of the actor's own grids or community are accepted.
 */
export async function makeEdition(services: Services, actor: Person, key: string, asked: Asked) {
  const { store, now } = services
  const { communityId, door, paper } = asked
  const codes = [...new Set(asked.codes)]
  const form = { key, action: 'make-edition', body: [communityId, door, paper, codes] }
  return once<number, Refused>(services, actor, form, async () => {
    if (!codes.length) return { ok: false, why: 'none' }
    if (codes.length > mostWishes(door, paper)) return { ok: false, why: 'too-many' }
    const found = await loadWishes(store.db, codes)
    const wishes = codes.flatMap((code) => found.filter((wish) => wish.code === code))
    const isTheirs = wishes.every((wish) => wish.communityId === communityId && isStaffOf(actor, wish))
    if (wishes.length < codes.length || !isTheirs || wishes.some(({ state }) => state !== 'open'))
      return { ok: false, why: 'claimed' }
    const number = await nextNumber(store.db, communityId, door)
    const edition = { id: newId(), communityId, door, number, paper, madeAt: now(), endedAt: null }
    const ids = wishes.map(({ id }) => id)
    const early = await inTime(services, communityId, ids)
    return { ok: true, answer: number, statements: editionStatements(store, edition, actor.id, { ids, early }) }
  })
}

/** The edition, its wishes and its event, for one commit. The edition's number is the lock. */
export function editionStatements(
  store: Store,
  edition: Edition & { readonly robotDay?: string | null },
  actorId: string,
  wishes: { readonly ids: readonly string[]; readonly early: readonly string[] },
): readonly Statement[] {
  const { ids, early } = wishes
  const { db } = store
  const { id, communityId, door, number, madeAt } = edition
  return [
    db.insert(editions).values({ ...edition, madeBy: actorId }),
    ...ids.map((wishId, index) =>
      db.insert(editionWishes).values({ editionId: id, position: index + 1, wishId, inTime: early.includes(wishId) }),
    ),
    registerEvent(store, {
      communityId,
      actorId,
      action: 'edition-made',
      now: madeAt,
      data: { edition: id, door, number, wishes: ids, inTime: early },
    }),
  ]
}
