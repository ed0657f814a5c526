import { communityRulesOf } from '#actions/community/community-rules.ts'
import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { newId, randomDigits } from '#auth/hashing.ts'
import { letterWords } from '#db/schema/tables.ts'
import { writeLetter } from '#domain/letters/decide-letter.ts'
import type { LetterFields } from '#domain/letters/letter-form.ts'
import { type Actor, anyone } from '#domain/people/actor.ts'
import { wishCode } from '#domain/wish/wish-code.ts'
import type { Services } from '#src/services.ts'
import { letterStatements } from './letter-statements.ts'

type Sent = { readonly id: string; readonly code: string }

/**
 * Takes a letter, once however often the form is sent. `enteredBy` is the person of the staff who typed in what came by
 * telephone, on paper, at the counter or from 12345; a letter from the web has no sender but its words.
 */
export async function sendLetter(
  services: Services,
  communityId: string,
  key: string,
  fields: LetterFields,
  enteredBy: Actor = anyone,
): Promise<OnceAnswer<Sent> | KeyReused> {
  const { kind, way, forWhom, isAboutStaff, mayPublish, subject, words, name, phone } = fields
  const form = { key, action: 'send-letter', body: [communityId, fields] }
  return once<Sent, never>(services, enteredBy, form, async () => {
    const id = newId()
    const code = wishCode(randomDigits(7))
    const order = { act: 'write', code, kind, way, forWhom, isAboutStaff, mayPublish, hasPhone: phone !== '' } as const
    const setting = await communityRulesOf(services, communityId)
    const { letter, event } = writeLetter(id, communityId, order, enteredBy, setting)
    return {
      ok: true,
      answer: { id, code },
      statements: [
        ...(await letterStatements(services, { letter, event, note: '' })),
        services.store.db.insert(letterWords).values({ letterId: id, subject, words, name, phone }),
      ],
    }
  })
}
