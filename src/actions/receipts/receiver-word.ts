import { and, eq, isNull } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { type Move, type Moved, moveWish } from '#actions/wishes/move-wish.ts'
import { situationOf } from '#actions/wishes/situation-of.ts'
import { keyed, newId } from '#auth/hashing.ts'
import { wordById } from '#db/receipts/receipt-rows.ts'
import { receiverWords } from '#db/schema/tables.ts'
import { isStaffOf, type Person, type Receiver } from '#domain/people/actor.ts'
import { isSampled, type PageCall } from '#domain/receipts/page-call.ts'
import { orderOfWord, type ReceiptWord } from '#domain/receipts/receipt-word.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

type Saying = {
  readonly word: ReceiptWord
  /** The wish's seq on the page they answered. */
  readonly seen: number
  /** Somebody who had a part in the delivery has signed in on that device. */
  readonly isSharedDevice: boolean
}

/**
 * What became of the delivery, in the receiving side's own word. Once it is rated no call is due any more, unless this word is
 * one of those that are checked.
 */
export async function recordWord(
  services: Services,
  receiver: Receiver,
  wish: Wish,
  { word, seen, isSharedDevice }: Saying,
): Promise<{ readonly moved: Moved | null; readonly call: PageCall | null }> {
  const { promised } = await situationOf(services, wish.communityId, wish)
  const digest = keyed(services.config.secret, 'page-sample-1', wish.id, seen + 1)
  const call = isSharedDevice ? 'device' : isSampled(digest, promised.pageSample) ? 'sample' : null
  const order = orderOfWord(word, wish, receiver.speaker, call)
  const isSpared = word.satisfaction !== null && order.action !== 'reopen' && call === null
  const orders: Move['orders'] = isSpared ? [order, { action: 'spare', onPage: true }] : [order]
  const moved = await moveWish(services, receiver, { code: wish.code, orders, seen })
  return { moved, call: word.satisfaction !== null && order.action !== 'reopen' ? call : null }
}

/** Records that something on the page is wrong; the grid worker asks and corrects it. */
export async function askCorrection(
  services: Services,
  receiver: Receiver,
  key: string,
  wish: Wish,
  text: string,
): Promise<OnceAnswer<null> | KeyReused> {
  const { store, now } = services
  return once<null, never>(
    services,
    receiver,
    { key, action: 'receiver-word', body: { wish: wish.id, text } },
    async () => {
      const { id: wishId, communityId, gridId } = wish
      const row = { id: newId(), wishId, communityId, gridId, kind: 'correction' as const, text, at: now() }
      return {
        ok: true as const,
        answer: null,
        statements: [
          store.db.insert(receiverWords).values({ ...row, speaker: receiver.speaker }),
          registerEvent(store, {
            ...{ communityId, actorId: 'receiver', action: 'receiver-wrote', now: now() },
            data: { wishId, kind: row.kind },
          }),
        ],
      }
    },
  )
}

/** Marks it as read and dealt with. Null if the actor may not read it. */
export async function readWordOf({ store, now }: Services, actor: Person, id: string): Promise<true | null> {
  const word = await wordById(store.db, id)
  if (!word || !isStaffOf(actor, word)) return null
  const change = store.db.update(receiverWords).set({ readBy: actor.id, readAt: now() })
  await store.commit([change.where(and(eq(receiverWords.id, id), isNull(receiverWords.readAt)))])
  return true
}
