import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from './bench-place.ts'
import { addVolunteers } from './bench-place.ts'
import { serveFolder } from './bench-serve.ts'
import { connection, requestOf } from './load.ts'
import { atMost, type Line, median } from './measure.ts'

const connections = 32
/** One request in ten is a claim. */
const inTen = 10
const peakSeconds = 3
const pacedSeconds = 10
const shareOfPeak = 0.6
/** Wishes to claim in both parts together. */
export const openForMix = 2000

/**
 * How long a request takes at the 99th percentile while nine of ten read a board and one claims a wish, at a part of the
 * rate that the server can do at most. Counted from when the request was due, so that a queue is not hidden.
 */
export async function measureMix(place: Place): Promise<readonly Line[]> {
  const cookies = await addVolunteers(place, openForMix / 2)
  const codes = place.store.raw
    .prepare("select code from wishes where state = 'open' and barred_id is null order by rowid desc limit ?")
    .pluck()
    .all(openForMix) as string[]
  if (codes.length < openForMix) throw new Error('too few open wishes to claim')
  place.store.close()

  const server = await serveFolder(place.folder)
  let [asked, claimed] = [0, 0]
  const next = (): Buffer => {
    const n = asked++
    const cookie = cookies[Math.floor(claimed / 2)] ?? ''
    if (n % inTen) return requestOf(`/c/${place.slug}`, n % 2 ? { cookie } : {})
    return requestOf(`/wishes/${codes[claimed++]}/claim`, { cookie, body: 'at=page' })
  }
  const open = await Promise.all(Array.from({ length: connections }, () => connection(server.port)))
  const take = async ({ ask }: (typeof open)[number]) => {
    const { status } = await ask(next())
    if (status !== 200 && status !== 303) throw new Error(`status ${status}`)
  }

  const began = performance.now()
  let answers = 0
  await Promise.all(
    open.map(async (one) => {
      while (performance.now() - began < peakSeconds * 1000 && claimed < openForMix / 2) {
        await take(one)
        answers++
      }
    }),
  )
  const peak = (answers * 1000) / (performance.now() - began)

  const rate = peak * shareOfPeak
  const start = performance.now()
  const took: number[] = []
  let due = 0
  await Promise.all(
    open.map(async (one) => {
      for (;;) {
        const at = start + (due++ * 1000) / rate
        if (at - start > pacedSeconds * 1000 || claimed >= openForMix) return
        await wait(Math.max(0, at - performance.now()))
        await take(one)
        took.push(performance.now() - at)
      }
    }),
  )
  for (const { close } of open) close()
  await server.stop()
  const note = `${rate.toFixed(0)}/s of at most ${peak.toFixed(0)}/s, median ${median(took).toFixed(1)} ms`
  return [atMost('p99 of boards and claims together', p99(took), 25, note, 'ms')]
}

const p99 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN
