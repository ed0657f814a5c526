import { openFile } from '#actions/residents/edit-resident.ts'
import { communityById } from '#db/community/area-rows.ts'
import type { CWith } from '#http/context.ts'

/** The file at `:id` and its community, for staff; opening it is a look. Null where the file is not theirs. */
export async function openedFile(c: CWith<'person'>) {
  const services = c.get('services')
  const file = await openFile(services, c.get('person'), c.req.param('id') ?? '')
  const community = file && (await communityById(services.store.db, file.communityId))
  return file && community ? { file, community } : null
}
