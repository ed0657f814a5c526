import { and, asc, isNotNull, lte } from 'drizzle-orm'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { repeatWish } from '#actions/wishes/repeat-wish.ts'
import { wishes } from '#db/schema/tables.ts'
import { clock } from '#domain/people/actor.ts'
import { type ClockStep, isEscalation, isReminder } from '#domain/wish/clock/clock-steps.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Services } from '#src/services.ts'

/** How often each step was made. */
export type StepsMade = Partial<Readonly<Record<ClockStep, number>>>

const atOnce = 200
/** More steps than any one wish can have missed; a failing wish must not keep the clock running for ever. */
const mostRounds = 40

/**
 * Makes all steps that the wishes have scheduled up to now: one index read, then one move per step through `moveWish`.
 * Each step is made once, however many clocks run, because its event's key is the lock. After a time without a clock
 * the missed steps follow in their order. Finite and safe to repeat.
 */
export async function walkSteps(services: Services): Promise<StepsMade> {
  const made: Partial<Record<ClockStep, number>> = {}
  const stumbled = new Set<string>()
  for (let round = 0; round < mostRounds; round++) {
    const due = (await dueSteps(services)).filter(({ code }) => !stumbled.has(code))
    if (!due.length) return made
    for (const { code, step } of due) {
      const isMade = await make(services, code, step)
      if (isMade) made[step] = (made[step] ?? 0) + 1
      else stumbled.add(code)
    }
  }
  return made
}

async function dueSteps({ store, now }: Services): Promise<readonly { code: string; step: ClockStep }[]> {
  const rows = await store.db
    .select({ code: wishes.code, step: wishes.nextStep })
    .from(wishes)
    .where(and(isNotNull(wishes.nextAt), lte(wishes.nextAt, now())))
    .orderBy(asc(wishes.nextAt))
    .limit(atOnce)
  return rows as { code: string; step: ClockStep }[]
}

/** Another clock or a person may have been quicker: then nothing is done. */
async function make(services: Services, code: string, step: ClockStep): Promise<boolean> {
  try {
    if (step === 'repeat') return await repeatWish(services, code)
    const moved = await moveWish(services, clock, { code, orders: [orderOf(step)] })
    return moved?.ok ?? false
  } catch (error) {
    // One failing wish must not keep the clock from the others. The message may contain personal data: only its kind is
    // logged.
    console.error(`${step}: ${error instanceof Error ? error.name : 'unknown'}`)
    return false
  }
}

function orderOf(step: Exclude<ClockStep, 'repeat'>): Order {
  if (isReminder(step)) return { action: 'remind', step }
  if (isEscalation(step)) return { action: 'escalate', step }
  return { action: step === 'plan' ? 'replan' : step }
}
