import { once } from '#actions/once.ts'
import { newId, randomDigits } from '#auth/hashing.ts'
import { wishDetails } from '#db/schema/tables.ts'
import { wishOfTransfer } from '#db/wishes/transfer-rows.ts'
import { nobody } from '#domain/notifications.ts'
import type { Person } from '#domain/people/actor.ts'
import type { AgeBand, AnswerWay, Source } from '#domain/vocabulary.ts'
import type { Came } from '#domain/wish/arrival.ts'
import { decide } from '#domain/wish/decide.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import { nothingKnown } from '#domain/wish/situation.ts'
import { wishCode } from '#domain/wish/wish-code.ts'
import type { Services } from '#src/services.ts'
import { situationOf } from './situation-of.ts'
import { transferOf } from './transfer-number.ts'
import { statementsOf } from './write-wish.ts'

/** A request that was answered during the same conversation. */
export type DirectAnswer = {
  /** The community and grid where the question was asked; needed because there may be no resident's name. */
  readonly place: { readonly communityId: string; readonly gridId: string; readonly ageBand: AgeBand | null }
  /** Null if no name was needed: as little data as possible. */
  readonly residentId: string | null
  readonly how: AnswerWay
  readonly knowledgeId: string | null
  /** What was asked, and what the office said on the telephone. Both may contain private words. */
  readonly asked: string
  readonly said: string
  /** Private words in these texts that were confirmed as needed. */
  readonly needed?: readonly string[]
  readonly source: Source
  readonly came: Came
}

/** Records a direct answer: a request that begins and ends with one event, once however often the form is sent. */
export const answerAtOnce = (services: Services, actor: Person, key: string, answer: DirectAnswer) =>
  once<string, { readonly ok: false; readonly refusal: Refusal }>(
    services,
    actor,
    { key, action: 'answer', body: answer },
    async () => {
      const { store } = services
      const { place, residentId, how, knowledgeId, asked, said, needed = [], source, came } = answer
      const { communityId, ...where } = place
      const taken = came.workOrder ? await wishOfTransfer(store.db, communityId, came.workOrder) : null
      if (taken) return { ok: false, refusal: { why: 'work-order', code: taken } }
      const content = { ...question, ...where, source }
      // With a resident's file the words are stored with the wish, as usual; without one they are a note of the event.
      const notes = [
        { kind: 'words', text: residentId ? '' : asked },
        { kind: 'office', text: said },
      ] as const
      const code = wishCode(randomDigits(7))
      const { receivedAt } = came
      const order = {
        action: 'answer',
        how,
        code,
        communityId,
        content,
        knowledgeId,
        receivedAt,
        notes,
        needed,
      } as const
      const texts = residentId ? [{ kind: 'words', text: asked } as const] : []
      const known = { ...nothingKnown, texts, isNameless: residentId === null }
      const situation = { ...(await situationOf(services, communityId, null)), known }
      const verdict = decide(newId(), null, order, actor, situation)
      if (!verdict.ok) return verdict
      const { wish, event } = verdict
      const details = { wishId: wish.id, residentId: residentId ?? '', words: asked }
      return {
        ok: true,
        answer: wish.code,
        statements: [
          ...statementsOf(store, { before: null, after: wish, event, notes, circle: nobody }),
          ...(residentId ? [store.db.insert(wishDetails).values(details)] : []),
          ...transferOf(store, wish, came),
        ],
      }
    },
  )

/** A question has no item, no value and no urgency. */
const question = {
  itemId: null,
  category: 'errand',
  quantity: 1,
  measure: 'time',
  valueFen: null,
  urgency: 'blue',
} as const
