import { and, eq } from 'drizzle-orm'
import { volunteers } from '#db/schema/tables.ts'
import { type AskChoice, askChoices } from '#domain/matching/matching-model.ts'
import type { Person } from '#domain/people/actor.ts'
import { addDays, type Day, isDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'

type Chosen = { readonly choice: AskChoice; readonly pausedUntil: Day | null }

const longestPause = 366

/** Reads the form. A pause ends on a day after today and within a year; an empty day is no pause. */
export function readAsks(choice: string, day: string, today: Day): Chosen | null {
  const known = askChoices.find((one) => one === choice)
  if (!known) return null
  if (day === '') return { choice: known, pausedUntil: null }
  if (!isDay(day) || day <= today || day > addDays(today, longestPause)) return null
  return { choice: known, pausedUntil: day }
}

/** Applies to every invitation from this moment on: each one is written only while its volunteer agrees to it. */
export async function chooseAsks({ store }: Services, person: Person, communityId: string, chosen: Chosen) {
  const { db } = store
  await store.commit([
    db
      .update(volunteers)
      .set({ askChoice: chosen.choice, askPausedUntil: chosen.pausedUntil })
      .where(and(eq(volunteers.personId, person.id), eq(volunteers.communityId, communityId))),
  ])
}
