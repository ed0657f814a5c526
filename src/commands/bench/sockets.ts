import { writeFileSync } from 'node:fs'
import { addVolunteers, type Place } from './bench-place.ts'
import { bareFile, serveBare, serveFolder, startUp } from './bench-serve.ts'
import { connection, requestOf, throughput } from './load.ts'
import { atLeast, atMost, type Line, median } from './measure.ts'
import { loopOf } from './raw-loop.ts'

const connections = 64

/**
 * The board compared with a server that has the same bytes ready, alternating; for readers who are not signed in, then the
 * memory after all of it.
 */
export async function measureBoard(place: Place, rounds: number, ms: number, cookie = ''): Promise<readonly Line[]> {
  const request = requestOf(`/c/${place.slug}`, { cookie })
  const ours = await serveFolder(place.folder)
  const { head, body } = await askOnce(ours.port, request)
  writeFileSync(
    bareFile(place.folder),
    JSON.stringify({ headers: headersOf(head), body: Buffer.from(body, 'latin1').toString() }),
  )
  const bare = await serveBare(bareFile(place.folder))
  const same = await askOnce(bare.port, request)
  if (same.body !== body) throw new Error('the bare server does not send the same bytes')

  const [own, plain]: [number[], number[]] = [[], []]
  for (let round = -1; round < rounds; round++)
    for (const [port, seen] of [
      [ours.port, own],
      [bare.port, plain],
    ] as const) {
      const rate = await throughput(port, request, connections, ms)
      if (round >= 0) seen.push(rate)
    }
  const megabytes = (await ours.rss()) / 1024 / 1024
  await Promise.all([ours.stop(), bare.stop()])
  const [a, b] = [median(own), median(plain)]
  if (cookie)
    return [
      atLeast('volunteer’s board against a bare server', a / b, 0.05, `${a.toFixed(0)}/s, bare ${b.toFixed(0)}/s`),
    ]
  return [
    atLeast('board over HTTP against a bare server', a / b, 0.7, `${a.toFixed(0)}/s, bare ${b.toFixed(0)}/s`),
    atMost(`memory after that load, ${place.size} wishes`, megabytes, 150, 'resident set of the server', 'MB'),
  ]
}

/**
 * The number of open wishes needed for the claims of so many rounds, including a warm-up round; the loop claims as
 * many.
 */
export const openFor = (rounds: number, atOnce: number): number => 2 * (rounds + 1) * atOnce

/** Simultaneous claims compared with the two statements of a claim in a loop on the same file, alternating. */
export async function measureClaims(place: Place, rounds: number, atOnce: number): Promise<readonly Line[]> {
  const needed = openFor(rounds, atOnce)
  const cookies = await addVolunteers(place, Math.ceil(needed / 4))
  const codes = place.store.raw
    .prepare("select code from wishes where state = 'open' and barred_id is null order by rowid desc limit ?")
    .pluck()
    .all(needed) as string[]
  if (codes.length < needed) throw new Error('too few open wishes to claim')
  const [crowd, loop] = [codes.slice(0, needed / 2), codes.slice(needed / 2)]
  place.store.close()

  const server = await serveFolder(place.folder)
  const [http, raw]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const part = <T>(all: readonly T[]) => all.slice(round * atOnce, (round + 1) * atOnce)
    const claims = part(crowd).map((code, n) => {
      const cookie = cookies[Math.floor((round * atOnce + n) / 2)] ?? ''
      return requestOf(`/wishes/${code}/claim`, { cookie, body: 'at=page' })
    })
    const [ours, theirs] = [await claimAll(server.port, claims), await loopOf(place, part(loop))]
    if (round === 0) continue
    http.push(ours)
    raw.push(theirs)
  }
  await server.stop()
  const [a, b] = [median(http), median(raw)]
  return [atLeast('claims over HTTP against the raw loop', a / b, 1, `${a.toFixed(0)}/s, loop ${b.toFixed(0)}/s`)]
}

async function claimAll(port: number, requests: readonly Buffer[]): Promise<number> {
  const open = await Promise.all(Array.from({ length: connections }, () => connection(port)))
  // Node accepts one connection per turn of its loop; that is not part of a claim.
  await Promise.all(open.map(({ ask }) => ask(requestOf('/healthz'))))
  const waiting = [...requests]
  const began = performance.now()
  await Promise.all(
    open.map(async ({ ask }) => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { status } = await ask(next)
        if (status !== 303) throw new Error(`a claim was answered with ${status}`)
      }
    }),
  )
  const took = performance.now() - began
  for (const { close } of open) close()
  return (requests.length * 1000) / took
}

export async function measureStart(place: Place, rounds: number): Promise<readonly Line[]> {
  const took: number[] = []
  for (let round = -1; round < rounds; round++) {
    const ms = await startUp(place.folder)
    if (round >= 0) took.push(ms)
  }
  return [atMost(`start until it listens, ${place.size} wishes`, median(took), 300, 'median of starts', 'ms')]
}

async function askOnce(port: number, request: Buffer) {
  const { ask, close } = await connection(port)
  const answer = await ask(request)
  close()
  return answer
}

/** All headers except those that Node's server adds itself. */
const headersOf = (head: string): Record<string, string> =>
  Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string])
      .filter(([name]) => !/^(date|connection|keep-alive|content-length|transfer-encoding)$/i.test(name)),
  )
