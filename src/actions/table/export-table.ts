import { registerEvent } from '#actions/event-log.ts'
import type { Person } from '#domain/people/actor.ts'
import { showsNames, type TableColumn } from '#domain/table/table-column.ts'
import type { Services } from '#src/services.ts'
import { recordTableLooks } from './record-table-looks.ts'

type Export = {
  readonly communityId: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly { readonly residentId: string | null }[]
  /** The start of the local day, for the looks. */
  readonly since: Date
}

/**
 * Before the file is made: the register says who took how many wishes with which columns, and each resident whose name
 * or door is in the file has a look.
 */
export async function recordExport(services: Services, actor: Person, { communityId, columns, rows, since }: Export) {
  const { store, now } = services
  if (showsNames(columns)) {
    const residentIds = rows.flatMap(({ residentId }) => residentId ?? [])
    await recordTableLooks(services, actor, { page: 'export', residentIds, since })
  }
  const data = { wishes: rows.length, columns }
  await store.commit([
    registerEvent(store, { communityId, actorId: actor.id, action: 'wishes-exported', data, now: now() }),
  ])
}
