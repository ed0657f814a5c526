import { eq } from 'drizzle-orm'
import { volunteers } from '#db/schema/tables.ts'
import type { FreeTime } from '#domain/lists/rows.ts'
import type { Services } from '#src/services.ts'

/** The hours in which a volunteer of the cast is free; only those who could come before the due date are invited. */
export const nameHours = ({ store }: Services, personId: string, freeTimes: readonly FreeTime[]) =>
  store.commit([store.db.update(volunteers).set({ freeTimes }).where(eq(volunteers.personId, personId))])
