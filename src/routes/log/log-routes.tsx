import { Hono } from 'hono'
import { proofOfStep, tileBytes } from '#actions/log/log-reads.ts'
import { sequenceLog } from '#actions/log/sequence-log.ts'
import { logVerifierKey, originOf, signerOf } from '#auth/log-keys.ts'
import { bundleLevel, readTilePath } from '#domain/log/log-tiles.ts'
import { readableWish } from '#http/address-loaders.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { wholeNumber } from '#http/form/fields.ts'
import { anyoneMay } from '#http/guards.ts'
import { page } from '#http/respond.tsx'

/**
 * The log for programs, following C2SP tlog-tiles. Everyone may read all of it, from any page, without an account. It
 * contains only hashes, and a proof reveals no more about a step than the public ledger.
 */
export const log = new Hono<Env>()

const text = 'text/plain; charset=utf-8'

log.get('/log/checkpoint', anyoneMay, async (c) => {
  const head = await sequenceLog(c.get('services'), 1)
  return head ? forAnyone(c, head.note, text) : page.notFound(c)
})

/** The key for checking checkpoints. Those who check should also have it from another source. */
log.get('/log/key', anyoneMay, async (c) => {
  const { config } = c.get('services')
  const key = logVerifierKey(await signerOf(config.logSeed, 'log'), originOf(config.publicUrl))
  return forAnyone(c, `${key}\n`, text)
})

log.get('/log/tile/entries/:path{.+}', anyoneMay, (c) => tile(c, bundleLevel, c.req.param('path')))
log.get('/log/tile/:level{[0-9]|[1-5][0-9]|6[0-3]}/:path{.+}', anyoneMay, (c) =>
  tile(c, Number(c.req.param('level')), c.req.param('path')),
)

log.get('/log/proof/wishes/:code{[0-9-]+}', anyoneMay, readableWish, (c) => proof(c, null))
log.get('/log/proof/wishes/:code{[0-9-]+}/:seq{[0-9]+}', anyoneMay, readableWish, (c) => {
  const seq = wholeNumber(c.req.param('seq'))
  return seq === null ? page.notFound(c) : proof(c, seq)
})

async function tile(c: C, level: number, path: string): Promise<Response> {
  const at = readTilePath(path)
  const bytes = at && (await tileBytes(c.get('services'), { level, n: at.n }, at.width))
  if (!bytes) return page.notFound(c)
  // A tile never changes, because a log only grows at its end.
  c.header('cache-control', 'public, max-age=31536000, immutable')
  return forAnyone(c, new Uint8Array(bytes), 'application/octet-stream')
}

/** Only steps of the public ledger have a proof, so readers who may not see the wish find none. */
async function proof(c: CWith<'wish'>, seq: number | null): Promise<Response> {
  const found = await proofOfStep(c.get('services'), c.get('wish').id, seq)
  if (found.ok) return forAnyone(c, found.file, text)
  return found.why === 'differs' ? forAnyone(c, `${c.get('text').log.differs}\n`, text, 409) : page.notFound(c)
}

function forAnyone(c: C, body: string | Uint8Array<ArrayBuffer>, type: string, status: 200 | 409 = 200): Response {
  c.header('content-type', type)
  c.header('access-control-allow-origin', '*')
  return c.body(body, status)
}
