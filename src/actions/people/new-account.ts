import { registerEvent } from '#actions/event-log.ts'
import { people } from '#db/schema/tables.ts'
import type { Statement } from '#db/store/store.ts'
import type { Services } from '#src/services.ts'
import { soundsOf } from './name-sounds.ts'

type Account = {
  readonly id: string
  readonly name: string
  /** 11 digits. */
  readonly phone: string
  /** The community or area in whose register the account appears. */
  readonly communityId: string
  readonly actorId: string
}

/** The rows of a new account, for the commit that also gives it its first role. */
export async function newAccount({ store, now }: Services, account: Account): Promise<readonly Statement[]> {
  const { id, name, phone, communityId, actorId } = account
  const row = { id, phone, name, ...(await soundsOf(name)), createdAt: now() }
  const data = { personId: id }
  return [
    store.db.insert(people).values(row),
    registerEvent(store, { communityId, actorId, action: 'person-added', data, now: now() }),
  ]
}
