import type { KeyReused } from '#actions/once.ts'
import { moveOnce } from '#actions/wishes/move-once.ts'
import { type Move, type Moved, moveWish } from '#actions/wishes/move-wish.ts'
import { deviceMark } from '#auth/device-mark.ts'
import { actorId } from '#domain/people/actor.ts'
import type { Order } from '#domain/wish/orders.ts'
import { statusOf } from '#domain/wish/refusals.ts'
import type { C } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { refusalText } from '#http/respond.tsx'
import type { MoveAction } from './move-forms.ts'
import type { Typed } from './move-read.ts'

// Steps that were pressed without a signal wait in the phone's outbox (public/outbox.js). It sends them by itself, and reads
// a short answer instead of a page, so that no contact is opened without anyone looking.

export const isFromPhone = (c: C): boolean => c.req.header('x-from-phone') === '1'

/** Pressed by another person than the one who is signed in now. */
export const isOthersPhone = (c: C, { mark }: Typed): boolean =>
  Boolean(mark) && mark !== deviceMark(c.get('services').config.secret, actorId(c.get('actor')))

/** A form with a key moves the wish once, however often it arrives. */
export function moveOfForm(c: C, action: MoveAction, typed: Typed, move: Move): Promise<Moved | KeyReused | null> {
  const [services, actor] = [c.get('services'), c.get('actor')]
  const { key, mark: _mark, typedAt: _typedAt, ...body } = typed
  if (!key) return moveWish(services, actor, move)
  return moveOnce(services, actor, { key, action, body: { wish: move.code, ...body } }, move)
}

/** The phone's own time, where it was pressed without a signal. */
export function typedOn([first, ...rest]: Move['orders'], { typedAt }: Typed): Move['orders'] {
  const typedAtSeconds = wholeNumber(typedAt, 11)
  const dated = (order: Order): Order => (typedAtSeconds ? { ...order, typedAtSeconds } : order)
  return [dated(first), ...rest.map(dated)]
}

export function answerToPhone(c: C, code: string, moved: Moved | KeyReused): Response {
  if (moved.ok) return c.json({ to: `/wishes/${code}` }, 201)
  if (!('refusal' in moved)) return refusedToPhone(c, c.get('text').form.keyReused)
  return refusedToPhone(c, refusalText(c, moved.refusal), statusOf[moved.refusal.why])
}

export const refusedToPhone = (c: C, said: string, status: 403 | 409 | 422 | 429 = 422): Response =>
  c.json({ said }, status)
