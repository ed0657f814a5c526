import { and, eq, isNull } from 'drizzle-orm'
import { registerEvent } from '#actions/event-log.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { type Move, type Moved, moveWish } from '#actions/wishes/move-wish.ts'
import { situationOf } from '#actions/wishes/situation-of.ts'
import { keyed, newId } from '#auth/hashing.ts'
import { wordById } from '#db/receipts/receipt-rows.ts'
import { receiverWords } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import { actorId, isSecretaryOf, isStaffOf, type Person, type Receiver } from '#domain/people/actor.ts'
import { isSampled, type PageCall } from '#domain/receipts/page-call.ts'
import { orderOfWord, type ReceiptWord } from '#domain/receipts/receipt-word.ts'
import type { Speaker } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'

type Saying = {
  readonly word: ReceiptWord
  /** The wish's seq on the page they answered. */
  readonly seen: number
  /** A person who had a part in the delivery has signed in on that device. */
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

type Written = { readonly kind: 'correction' | 'thanks'; readonly text: string }

/** A mistake on the page goes to the grid worker, who asks and corrects it; a word of thanks to the secretary, who reads it first. */
export async function writeWord(
  services: Services,
  receiver: Receiver,
  key: string,
  wish: Wish,
  written: Written,
): Promise<OnceAnswer<null> | KeyReused> {
  const form = { key, action: 'receiver-word', body: { wish: wish.id, ...written } }
  return once<null, never>(services, receiver, form, async () => ({
    ok: true as const,
    answer: null,
    statements: wordStatements(services, actorId(receiver), wish, { ...written, speaker: receiver.speaker }),
  }))
}

/** The row and the event of such a word, for one commit. Also for thanks said to a caller. */
export function wordStatements(
  { store, now }: Services,
  by: string,
  wish: Wish,
  { kind, text, speaker }: Written & { readonly speaker: Speaker },
): readonly Statement[] {
  const { id: wishId, communityId, gridId } = wish
  const about = kind === 'thanks' ? { claimId: wish.claimId, personId: wish.claimantId } : {}
  const row = { id: newId(), wishId, communityId, gridId, kind, speaker, text, at: now(), ...about }
  return [
    store.db.insert(receiverWords).values(row),
    registerEvent(store, {
      communityId,
      actorId: by,
      action: 'receiver-wrote',
      now: now(),
      data: { wishId, kind },
    }),
  ]
}

/** Marks a mistake as read and dealt with. Null if the actor may not read it. */
export async function readWordOf({ store, now }: Services, actor: Person, id: string): Promise<true | null> {
  const word = await wordById(store.db, id)
  if (word?.kind !== 'correction' || !isStaffOf(actor, word)) return null
  const change = store.db.update(receiverWords).set({ readBy: actor.id, readAt: now() })
  await store.commit([change.where(and(eq(receiverWords.id, id), isNull(receiverWords.readAt)))])
  return true
}

/** Passes thanks on to the volunteer's own page, or not. Null if the actor is not the secretary there. */
export async function passThanks(
  { store, now }: Services,
  actor: Person,
  id: string,
  isPassed: boolean,
): Promise<true | null> {
  const word = await wordById(store.db, id)
  if (word?.kind !== 'thanks' || !isSecretaryOf(actor, word.communityId)) return null
  const read = { readBy: actor.id, readAt: now(), passedAt: isPassed ? now() : null }
  const change = store.db.update(receiverWords).set(read)
  await store.commit([change.where(and(eq(receiverWords.id, id), isNull(receiverWords.readAt)))])
  return true
}
