import { keyed } from '#auth/hashing.ts'
import { clearTries, takeTry } from '#db/people/attempts.ts'
import type { Statement } from '#db/store/store.ts'
import type { Services } from '#src/services.ts'

const windowSeconds = 15 * 60
const most = 5

/** Counts a try of a signed-in person, or of one whose password was right: five in a quarter of an hour. */
export async function ownTries(
  { store, config, now }: Services,
  personId: string,
  purpose: 'password' | 'second-step',
): Promise<{ readonly isLeft: boolean; readonly forget: Statement }> {
  const key = keyed(config.secret, 'tries', purpose, personId)
  const { count } = await takeTry(store, key, windowSeconds, now())
  return { isLeft: count <= most, forget: clearTries(store, key) }
}
