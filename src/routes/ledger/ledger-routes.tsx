import { Hono } from 'hono'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import type { Community } from '#db/community/area-rows.ts'
import { monthCounts, newestOf } from '#db/ledger/ledger-month.ts'
import { firstPublishedAt, lastPositionOf } from '#db/ledger/ledger-rows.ts'
import { signedMonth } from '#db/months/month-rows.ts'
import type { Db } from '#db/store/store.ts'
import { monthCards } from '#db/supervision/card-rows.ts'
import { lookCounts } from '#db/supervision/case-rows.ts'
import { type Period, periodOf } from '#domain/month/figures.ts'
import { ledgerParts } from '#domain/month/ledger-parts.ts'
import { holds } from '#domain/people/actor.ts'
import { localMonth } from '#domain/time/workdays.ts'
import { communityOrChoose, theCommunity } from '#http/address-loaders.ts'
import type { CWith, Env } from '#http/context.ts'
import { readCursor, writeCursor } from '#http/cursor.ts'
import { anyoneMay } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { Ledger } from '#views/ledger/ledger-page.tsx'
import { monthName } from '#views/ledger/ledger-spans.ts'
import type { Page } from '#views/page.ts'
import { isFileKind } from './file-parts.ts'
import { allowPrograms, keepPublic, ledgerFile } from './ledger-files.ts'

export const ledger = new Hono<Env>()

for (const at of ['/c/:slug/ledger', '/ledger']) {
  ledger.get(at, anyoneMay, communityOrChoose, (c) => month(c, null))
  ledger.get(`${at}/:file{[0-9]{4}-[0-9]{2}\\.(?:csv|json|xlsx)}`, anyoneMay, theCommunity, (c) =>
    file(c, c.req.param('file') ?? ''),
  )
  ledger.options(`${at}/:file{[0-9]{4}-[0-9]{2}\\.json}`, anyoneMay, allowPrograms)
  ledger.get(`${at}/:month`, anyoneMay, communityOrChoose, (c) => month(c, c.req.param('month') ?? ''))
}

/** Rows on one page. */
const atOnce = 40

async function month(c: CWith<'community'>, named: string | null): Promise<Response> {
  const { store, now } = c.get('services')
  const community = c.get('community')
  const period = periodOf(named ?? localMonth(now(), community.zone), community.zone, now())
  const place = c.req.query('after')
  const after = readCursor(place)
  if (!period || (place !== undefined && !after)) return page.notFound(c)

  const part = ledgerParts.find((one) => one === c.req.query('only')) ?? null
  const { entries, next } = await newestOf(store.db, community.id, period, { after, part, now: now() }, atOnce)
  const counts = await monthCounts(store.db, community.id, period, now())
  const actor = c.get('actor')
  const first = (await firstPublishedAt(store.db, community.id)) ?? now()
  keepPublic(c)
  const here = withFeed(pageOf(c, community), community)
  return show(
    c,
    here,
    here.text.ledger.title(monthName(period.month, here.text)),
    <Ledger
      page={here}
      community={community}
      period={period}
      entries={entries}
      counts={counts}
      signed={period.isRunning ? null : await signedMonth(store.db, community.id, period.month)}
      readsReports={actor.kind === 'person' && (holds(actor, 'secretary') || holds(actor, 'supervisor'))}
      firstMonth={localMonth(first, community.zone)}
      next={next && writeCursor(next)}
      isFirst={after === null}
      part={part}
      lastEvent={await lastPositionOf(store.db, community.id)}
      check={await checkWordsNow(c.get('services'))}
      supervised={await supervisedIn(store.db, community.id, period)}
    />,
  )
}

/** What the electronic supervision did in a month of the community. */
async function supervisedIn(db: Db, communityId: string, period: Period) {
  const cards = (await monthCards(db, [communityId], period)).get(communityId)
  const looks = (await lookCounts(db, [communityId], period)).get(communityId)
  return { all: cards?.all ?? 0, inTime: cards?.inTime ?? 0, looks: looks ?? 0 }
}

async function file(c: CWith<'community'>, name: string): Promise<Response> {
  const community = c.get('community')
  const [named = '', kind = ''] = name.split('.')
  const period = periodOf(named, community.zone, c.get('services').now())
  return period && isFileKind(kind) ? ledgerFile(c, kind, community, period) : page.notFound(c)
}

/** Lets a feed reader that is given the page's address find the feed. */
function withFeed(here: Page, { slug }: Community): Page {
  const title = here.text.ledger.feed
  const feed = { rel: 'alternate', type: 'application/atom+xml', href: `/c/${slug}/fulfilments.atom`, title }
  return { ...here, links: [feed] }
}
