import type { C } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import type { Text } from '#text/text.ts'

/** The sentence above a file after a form, according to the address. */
export function messageAbout(c: C, text: Text): string | null {
  const { form, consent } = text.people.residents
  const withdrawn = wholeNumber(c.req.query('withdrawn'), 3) ?? 0
  const done: Record<string, string> = {
    added: form.added,
    saved: form.saved,
    recorded: withdrawn ? text.endings.withdrawn(withdrawn) : consent.recorded,
    ended: text.endings.ended,
    renewed: text.renewal.renewed,
    reopened: text.endings.reopened,
    'ask-again': text.endings.reopenHelp,
  }
  const said = c.req.query('done') ?? ''
  return (Object.hasOwn(done, said) && done[said]) || null
}
