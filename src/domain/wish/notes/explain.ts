import { hasNote } from '#domain/wish/act.ts'
import { type Refusal, refuse } from '#domain/wish/refusals.ts'
import type { Known } from '#domain/wish/situation.ts'
import type { EventData, Note } from '#domain/wish/wish-events.ts'
import { oddityKey, unexplained } from './oddities.ts'

type Explained = { readonly ok: true; readonly data: EventData } | { readonly ok: false; readonly refusal: Refusal }

/** What is odd or expensive and not explained yet needs a reason; the event says what the reason was given for. */
export function explain(order: { readonly notes?: readonly Note[] }, { oddities, explained }: Known): Explained {
  const open = unexplained(oddities, explained)
  if (open.length === 0) return { ok: true, data: {} }
  if (!hasNote(order, 'odd')) return refuse({ why: 'odd', oddities: open })
  return { ok: true, data: { odd: open.map(oddityKey) } }
}
