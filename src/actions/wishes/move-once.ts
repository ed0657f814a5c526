import { type Form, firstAnswer, type KeyReused, rememberAnswer } from '#actions/once.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { type Move, type Moved, moveWish } from './move-wish.ts'

/**
 * `moveWish` for a form that a phone may send several times because it did not hear the answer. The same key moves the
 * wish once, even if it has been moved back since.
 */
export async function moveOnce(
  services: Services,
  actor: Actor,
  form: Form,
  move: Move,
): Promise<Moved | KeyReused | null> {
  const before = await firstAnswer(services, actor, form)
  if (before) return before.ok ? asItIs(services, move) : before

  const moved = await moveWish(services, actor, {
    ...move,
    also: (store, wish) => [...(move.also?.(store, wish) ?? []), rememberAnswer(services, actor, form, move.code)],
  })
  if (!moved || moved.ok) return moved
  // The same form may have been taken while this one was decided.
  const meanwhile = await firstAnswer(services, actor, form)
  return meanwhile?.ok ? asItIs(services, move) : (meanwhile ?? moved)
}

async function asItIs({ store }: Services, { code }: Move): Promise<Moved | null> {
  const wish = await loadWish(store.db, code)
  return wish && { ok: true, wish, isAgain: true }
}
