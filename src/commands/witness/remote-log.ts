import { sha256Bytes } from '#auth/log-keys.ts'
import { consistencyRanges, hashesOf, tilesFor } from '#domain/log/log-proofs.ts'
import { pathOfNumber, span, type TileAt, tileKey, tileWidth } from '#domain/log/log-tiles.ts'

/** The log of another installation, as anyone reads it. */
type RemoteLog = { readonly address: string }

export async function textOf({ address }: RemoteLog, path: string): Promise<string> {
  const answer = await fetch(`${address}/log/${path}`)
  if (!answer.ok) throw new Error(`${address}/log/${path}: ${answer.status}`)
  return answer.text()
}

/** The hashes by which a log of `size` entries shows that it begins with the `older` ones, from its tiles. */
export async function continuationOf(log: RemoteLog, older: number, size: number): Promise<readonly Uint8Array[]> {
  const ranges = consistencyRanges(older, size)
  const places = tilesFor(ranges)
  const tiles = await Promise.all(places.map(async (at) => [tileKey(at), await tileOf(log, at, size)] as const))
  return hashesOf(sha256Bytes, new Map(tiles), ranges)
}

async function tileOf({ address }: RemoteLog, { level, n }: TileAt, size: number): Promise<Uint8Array> {
  const width = Math.min(tileWidth, Math.floor(size / span(level)) - n * tileWidth)
  const path = `tile/${level}/${pathOfNumber(n)}${width < tileWidth ? `.p/${width}` : ''}`
  const answer = await fetch(`${address}/log/${path}`)
  if (!answer.ok) throw new Error(`${address}/log/${path}: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}
