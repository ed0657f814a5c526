import { and, asc, isNotNull, lte } from 'drizzle-orm'
import { moveWish } from '#actions/wishes/move-wish.ts'
import { repeatWish } from '#actions/wishes/repeat-wish.ts'
import { wishes } from '#db/schema/tables.ts'
import { clock } from '#domain/people/actor.ts'
import { type ClockStep, isEscalation, isReminder } from '#domain/wish/clock-steps.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Services } from '#src/services.ts'

/** How often each step was made. */
export type StepsMade = Partial<Readonly<Record<ClockStep, number>>>

const atOnce = 200
/** More than any one wish can have missed; a wish that stumbles must not keep the clock running for ever. */
const mostRounds = 40

/**
 * Does whatever the wishes have announced for now: one index read, and one move a step through the one door. Each step is
 * made once, however many clocks run, for its event's key is the lock; after a time without a clock all that was missed
 * follows in its order. Finite and safe to repeat.
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

/** Another clock that ran beside this one, or a person, may have been quicker: then nothing is made here. */
async function make(services: Services, code: string, step: ClockStep): Promise<boolean> {
  try {
    if (step === 'repeat') return await repeatWish(services, code)
    const moved = await moveWish(services, clock, { code, orders: [orderOf(step)] })
    return moved?.ok ?? false
  } catch (error) {
    // One wish that stumbles must not keep the clock from all the others. The message may carry values: only its kind.
    console.error(`${step}: ${error instanceof Error ? error.name : 'unknown'}`)
    return false
  }
}

function orderOf(step: Exclude<ClockStep, 'repeat'>): Order {
  if (isReminder(step)) return { action: 'remind', step }
  if (isEscalation(step)) return { action: 'escalate', step }
  return { action: step === 'plan' ? 'replan' : step }
}
