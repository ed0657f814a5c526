import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { AwsClient } from 'aws4fetch'

/** A folder in a bucket of an S3-compatible store, and the key to it. */
export type OffSite = {
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly region: string
}

const patience = 30 * 60_000

/** Stores a file under its name. Its hash is signed with the request, so that the store refuses other bytes. */
export async function putOffSite(offSite: OffSite, file: string, name: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  await asked(offSite, `${offSite.url}/${name}`, {
    method: 'PUT',
    body: await openAsBlob(file),
    headers: { 'x-amz-content-sha256': hash.digest('hex'), 'content-type': 'application/octet-stream' },
  })
}

export async function removeOffSite(offSite: OffSite, name: string): Promise<void> {
  await asked(offSite, `${offSite.url}/${name}`, { method: 'DELETE' })
}

type Stored = { readonly name: string; readonly bytes: number }

/** What is in the folder. The list comes in pages. */
export async function listOffSite(offSite: OffSite): Promise<readonly Stored[]> {
  const { origin, pathname } = new URL(offSite.url)
  const [, bucket = '', folder = ''] = /^\/([^/]+)\/?(.*)$/.exec(pathname) ?? []
  const prefix = folder ? `${decodeURIComponent(folder)}/` : ''
  const found: Stored[] = []
  let from: string | null = null
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix, ...(from ? { 'continuation-token': from } : {}) })
    const page = await (await asked(offSite, `${origin}/${bucket}?${query}`, {})).text()
    for (const [, entry = ''] of page.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g))
      found.push({ name: (textIn(entry, 'Key') ?? '').slice(prefix.length), bytes: Number(textIn(entry, 'Size')) })
    from = textIn(page, 'IsTruncated') === 'true' ? textIn(page, 'NextContinuationToken') : null
  } while (from)
  return found
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function textIn(xml: string, name: string): string | null {
  const [, value] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml) ?? []
  return value === undefined ? null : value.replaceAll(/&(\w+);/g, (all, entity) => entities[entity] ?? all)
}

async function asked({ key, secret, region }: OffSite, url: string, init: RequestInit): Promise<Response> {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries: 2 })
  const answer = await client.fetch(url, { ...init, signal: AbortSignal.timeout(patience) })
  if (answer.ok) return answer
  // The body may repeat the request; the number says enough.
  await answer.body?.cancel()
  throw new OffSiteRefused(answer.status)
}

class OffSiteRefused extends Error {
  constructor(readonly code: number) {
    super(`the store outside answered ${code}`)
  }
}
