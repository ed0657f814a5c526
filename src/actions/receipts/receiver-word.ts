import { and, eq, isNull } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { type Moved, moveWish } from '#actions/wishes/move-wish.ts'
import { newId } from '#auth/hashing.ts'
import { wordById } from '#db/receipts/receipt-rows.ts'
import { receiverWords } from '#db/schema/tables.ts'
import { isStaffOf, type Person, type Receiver } from '#domain/people/actor.ts'
import { orderOfWord, type ReceiptWord } from '#domain/receipts/receipt-word.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

/** Records what the receiving side says about the delivery. `seen`: the wish's seq on the page they answered. */
export const recordWord = (
  services: Services,
  receiver: Receiver,
  wish: Wish,
  word: ReceiptWord,
  seen: number,
): Promise<Moved | null> =>
  moveWish(services, receiver, { code: wish.code, orders: [orderOfWord(word, wish, receiver.speaker)], seen })

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
