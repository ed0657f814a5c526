import { eq } from 'drizzle-orm'
import { keyed, newToken, sha256 } from '#auth/hashing.ts'
import { takeTry } from '#db/people/attempts.ts'
import { type Feed, feedByHash } from '#db/people/feed-rows.ts'
import { feeds } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Person } from '#domain/people/actor.ts'
import { hour, inSeconds } from '#domain/time/durations.ts'
import type { Services } from '#src/services.ts'

type Lang = Feed['lang']

/** Makes a new private address that replaces any earlier one. Gives its token, which cannot be looked up later. */
export async function makeFeed({ store, now }: Services, actor: Person, lang: Lang): Promise<string> {
  const token = newToken()
  const row = { id: sha256(token), personId: actor.id, lang, madeAt: now() }
  await store.commit([endFeeds(store, actor.id), store.db.insert(feeds).values(row)])
  return token
}

export const endFeed = ({ store }: Services, actor: Person): Promise<void> => store.commit([endFeeds(store, actor.id)])

/** Ends a person's calendar addresses, in the same commit as the change that ended their access. */
export const endFeeds = ({ db }: Store, personId: string): Statement =>
  db.delete(feeds).where(eq(feeds.personId, personId))

type Asked =
  | { readonly ok: true; readonly feed: Feed }
  | { readonly ok: false; readonly why: 'unknown' }
  | { readonly ok: false; readonly why: 'too-many'; readonly until: Date }

const windowSeconds = inSeconds(hour)
const perFeed = 60
const perAddress = 60

/**
 * The feed of a token. Known tokens have a limit each, because a calendar provider's servers ask for many people from
 * one address; unknown ones count against the address. The counter's key is a keyed hash, so no token is stored.
 */
export async function askFeed({ store, config, now }: Services, token: string, address: string): Promise<Asked> {
  const feed = await feedByHash(store.db, sha256(token))
  const counted = feed ? (['feed', feed.id] as const) : (['no-feed', address] as const)
  const tried = await takeTry(store, keyed(config.secret, 'tries', ...counted), windowSeconds, now())
  if (tried.count > (feed ? perFeed : perAddress)) return { ok: false, why: 'too-many', until: tried.until }
  return feed ? { ok: true, feed } : { ok: false, why: 'unknown' }
}
