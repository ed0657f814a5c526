import { securityEvent } from '#actions/account/security-event.ts'
import { ticks } from '#db/schema/tables.ts'
import type { Services } from '#src/services.ts'

/**
 * An administrator says that the machine's clock is right after it has jumped. It is written down with the person; where the
 * new time is earlier, records made before have a later time than those that follow, and keep it.
 */
export async function acceptTime(services: Services, personId: string): Promise<boolean> {
  const { store, time } = services
  if (!time?.fault()) return false
  const at = time.machineSays()
  await store.commit([
    securityEvent({ ...services, now: () => at }, { kind: 'time-accepted', personId }),
    // The next start compares the clock with this.
    store.db
      .insert(ticks)
      .values({ id: 'clock', at, changed: 0 })
      .onConflictDoUpdate({ target: ticks.id, set: { at } }),
  ])
  time.accept()
  return true
}
