import { type KeyReused, type OnceAnswer, once } from '#actions/once.ts'
import { newId } from '#auth/hashing.ts'
import { openInquiryAbout } from '#db/supervision/inquiry-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import { type AskOrder, askInquiry, type InquiryRefusal } from '#domain/supervision/decide-inquiry.ts'
import type { Services } from '#src/services.ts'
import { inquiryStatements } from './inquiry-statements.ts'

type NotAsked = { readonly ok: false; readonly why: 'refused'; readonly refusal: InquiryRefusal }

/**
 * Asks a community about a step, once however often the form is sent. A step that is asked about already is not asked about
 * again: the answer is that inquiry's id.
 */
export async function askAbout(
  services: Services,
  person: Person,
  key: string,
  { order, words }: { readonly order: AskOrder; readonly words: string },
): Promise<OnceAnswer<string> | KeyReused | NotAsked> {
  const form = { key, action: 'ask-inquiry', body: [order, words] }
  return once<string, NotAsked>(services, person, form, async () => {
    const open = await openInquiryAbout(services.store.db, order.subject, order.step)
    if (open) return { ok: true, answer: open.id, statements: [] }
    const verdict = askInquiry(newId(), order, person, { now: services.now(), isStepDone: false })
    if (!verdict.ok) return { ok: false, why: 'refused', refusal: verdict.refusal }
    const { inquiry, event } = verdict
    return {
      ok: true,
      answer: inquiry.id,
      statements: await inquiryStatements(services, { inquiry, event, note: words }),
    }
  })
}
