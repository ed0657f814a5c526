import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const region = 'cn-north-1'
const key = 'the-key'
const secret = 'the-secret-of-the-key'

/**
 * A store as S3 describes it, which accepts nothing that is not signed (Signature Version 4, computed here a second time),
 * nothing with another hash than the signed one, and lists two objects a page.
 */
export async function s3Stub() {
  const objects = new Map<string, Buffer>()
  const refused: string[] = []
  let isDown = false
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const fault = isDown ? 'down' : faultOf(request, body)
    if (fault) {
      refused.push(fault)
      return response.writeHead(fault === 'down' ? 500 : 403).end('<Error/>')
    }
    const url = new URL(request.url ?? '', 'http://stub')
    const name = decodeURIComponent(url.pathname.replace(/^\/bucket\/?/, ''))
    if (request.method === 'PUT' && name) objects.set(name, body)
    else if (request.method === 'DELETE' && name) objects.delete(name)
    else if (request.method === 'GET' && !name && url.searchParams.get('list-type') === '2')
      return response.end(listed(objects, url.searchParams))
    else return response.writeHead(400).end('<Error/>')
    return response.writeHead(request.method === 'DELETE' ? 204 : 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    offSite: { url: `http://127.0.0.1:${port}/bucket/micro wish`.replace(' ', '-'), key, secret, region },
    objects,
    refused,
    goesDown: () => {
      isDown = true
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function listed(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string {
  const all = [...objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '')).sort()
  const from = Number(query.get('continuation-token') ?? 0)
  const page = all.slice(from, from + 2)
  const rows = page.map(
    (name) =>
      `<Contents><Key>${name.replaceAll('&', '&amp;')}</Key><Size>${objects.get(name)?.length}</Size></Contents>`,
  )
  const more = from + 2 < all.length
  const token = more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${token}${rows.join('')}</ListBucketResult>`
}

const hex = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const hmac = (with_: Buffer | string, text: string) => createHmac('sha256', with_).update(text).digest()

/** What is wrong with a request; null where nothing is. */
function faultOf(request: IncomingMessage, body: Buffer): string | null {
  const header = (name: string) => String(request.headers[name] ?? '')
  const [, id, date, names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/cn-north-1\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      header('authorization'),
    ) ?? []
  if (id !== key || !header('x-amz-date').startsWith(date ?? '-')) return 'credential'
  const content = header('x-amz-content-sha256')
  if (request.method === 'PUT' && content !== hex(body)) return 'content'
  if (!names.split(';').includes('host') || !names.split(';').includes('x-amz-content-sha256')) return 'headers'
  const url = new URL(request.url ?? '', 'http://stub')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = names.split(';').map((name) => `${name}:${header(name).trim()}\n`)
  const canonical = [request.method, url.pathname, query, headers.join(''), names, content].join('\n')
  const scope = `${date}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, hex(canonical)].join('\n')
  const signing = hmac(hmac(hmac(hmac(`AWS4${secret}`, date ?? ''), region), 's3'), 'aws4_request')
  return hmac(signing, text).toString('hex') === signature ? null : 'signature'
}
