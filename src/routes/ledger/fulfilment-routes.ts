import { Hono } from 'hono'
import { fulfilmentsOf, lastPositionOf } from '#db/ledger/ledger-rows.ts'
import { theCommunity } from '#http/address-loaders.ts'
import type { CWith, Env } from '#http/context.ts'
import { anyoneMay } from '#http/guards.ts'
import { textOf } from '#text/text.ts'
import { feedOf } from '#views/ledger/fulfilment-feed.ts'
import { allowPrograms, isKnown, keepPublic, openToPrograms } from './ledger-files.ts'

export const fulfilments = new Hono<Env>()

for (const at of ['/c/:slug/fulfilments.atom', '/fulfilments.atom']) {
  fulfilments.get(at, anyoneMay, theCommunity, feed)
  fulfilments.options(at, anyoneMay, allowPrograms)
}

async function feed(c: CWith<'community'>): Promise<Response> {
  const { store, now, config } = c.get('services')
  const community = c.get('community')
  const lastEvent = await lastPositionOf(store.db, community.id)
  const newest = await fulfilmentsOf(store.db, community.id)
  keepPublic(c)
  openToPrograms(c)
  if (isKnown(c, lastEvent, community.name, newest)) return c.body(null, 304)
  c.header('content-type', 'application/atom+xml; charset=utf-8')
  const made = { lastEvent, madeAt: now(), site: config.publicUrl, text: textOf('zh') }
  return c.body(feedOf({ community, fulfilments: newest, ...made }))
}
