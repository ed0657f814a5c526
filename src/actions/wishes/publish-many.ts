import type { Person } from '#domain/people/actor.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Services } from '#src/services.ts'
import { moveWish } from './move-wish.ts'
import { publicTextOf } from './public-title.ts'

/**
 * Publishing one wish takes about twenty statements, judging it again for the list that follows about ten, and a request
 * on Workers is limited to a thousand.
 */
export const publishAtOnce = 30

type ToPublish = {
  readonly code: string
  /** The title that the secretary has read; empty where the catalogue's name is the title. */
  readonly publicText: string
  /** The wish's seq when the list was shown: what has been changed since is shown again and not published unread. */
  readonly seen: number | undefined
}

/** `gone`: not a wish that this person may see. `left`: more were chosen than one press publishes. */
export type Published = { readonly code: string } & (
  | { readonly what: 'published' }
  | { readonly what: 'refused'; readonly refusal: Refusal }
  | { readonly what: 'gone' | 'left' }
)

/**
 * Publishes each of these wishes by itself and says what became of each: one that is refused keeps none of the others
 * back. Approving a value or explaining what is odd is a decision about one wish and is not made here.
 */
export async function publishMany(
  services: Services,
  actor: Person,
  asked: readonly ToPublish[],
): Promise<readonly Published[]> {
  const done: Published[] = []
  for (const [index, one] of asked.entries())
    done.push(index < publishAtOnce ? await publish(services, actor, one) : { code: one.code, what: 'left' })
  return done
}

async function publish(services: Services, actor: Person, { code, publicText, seen }: ToPublish): Promise<Published> {
  const moved = await moveWish(services, actor, {
    code,
    seen,
    orders: [{ action: 'publish', publicText, approvesValue: false }],
    also: (store, wish) => [publicTextOf(store, wish.id, publicText)],
  })
  if (!moved) return { code, what: 'gone' }
  return moved.ok ? { code, what: 'published' } : { code, what: 'refused', refusal: moved.refusal }
}
