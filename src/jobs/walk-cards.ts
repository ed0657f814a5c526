import { settleCards } from '#actions/supervision/settle-cards.ts'
import { cardMark, eventsAfter, turningStreams } from '#db/supervision/card-marks.ts'
import type { Services } from '#src/services.ts'

const eventsAtOnce = 200
const streamsAtOnce = 50
/** A clock that has stood still for long catches up in several runs. */
const mostRounds = 20

/**
 * Gives the cards of the electronic supervision. First it reads what has happened since the last run, which begins and ends
 * steps; then it looks at the steps whose next card may be due by now. Finite and safe to repeat.
 */
export async function walkCards(services: Services): Promise<number> {
  return (await readEvents(services)) + (await turnCards(services))
}

async function readEvents(services: Services): Promise<number> {
  const { db } = services.store
  let given = 0
  for (let round = 0; round < mostRounds; round++) {
    const { pos } = await cardMark(db)
    const found = await eventsAfter(db, pos, eventsAtOnce)
    const last = found.at(-1)
    if (!last) return given
    const streams = found.flatMap(({ stream, action, data }) =>
      // The wishes of an edition are in its data, because it is an event of the community.
      action === 'edition-made' ? (data.wishes as readonly string[]) : [stream],
    )
    given += (await settleCards(services, [...new Set(streams)], last)) ?? 0
  }
  return given
}

async function turnCards(services: Services): Promise<number> {
  let given = 0
  const looked = new Set<string>()
  for (let round = 0; round < mostRounds; round++) {
    const streams = await turningStreams(services.store.db, services.now(), streamsAtOnce)
    const fresh = streams.filter((stream) => !looked.has(stream))
    if (!fresh.length) return given
    for (const stream of fresh) looked.add(stream)
    given += (await settleCards(services, fresh, null)) ?? 0
  }
  return given
}
