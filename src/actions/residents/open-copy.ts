import { type Resident, residentOf } from '#db/residents/resident-rows.ts'
import { isStaffOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { recordLook } from './record-look.ts'

/** Who receives the copy: the resident, or after their death a near relative (PIPL 49). */
type CopyFor = 'copy' | 'copy-relative'

/**
 * Opens the file for a copy of everything that is stored about the resident. The look is recorded with its purpose
 * first, and so appears in the copy itself. Null if there is no file that the actor may see, or nothing is left of it.
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
