import { type Resident, residentOf } from '#db/residents/resident-rows.ts'
import { isStaffOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { recordLook } from './record-look.ts'

/** For whom the copy is made: the resident, or after their death a near relative (PIPL 49). */
type CopyFor = 'copy' | 'copy-relative'

/**
 * The file for a copy of everything held about the resident. The look is written down with its purpose, and so stands on
 * the copy itself. Null where there is none that the actor may see, or nothing left of it.
 */
export async function openCopy(
  services: Services,
  actor: Person,
  residentId: string,
): Promise<{ readonly file: Resident; readonly purpose: CopyFor } | null> {
  const file = await residentOf(services.store.db, residentId)
  if (!file || !isStaffOf(actor, file) || file.endReason === 'erased') return null
  const purpose = file.endReason === 'deceased' ? 'copy-relative' : 'copy'
  await recordLook(services, actor, { page: purpose, residentId })
  return { file, purpose }
}
