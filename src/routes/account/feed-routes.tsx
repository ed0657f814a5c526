import { Hono } from 'hono'
import { askFeed, endFeed, makeFeed } from '#actions/people/visit-feed.ts'
import { sha256 } from '#auth/hashing.ts'
import { type VisitEntry, visitsOf } from '#db/people/feed-rows.ts'
import { type CalendarEntry, calendarFile } from '#domain/time/calendar-file.ts'
import { hour } from '#domain/time/durations.ts'
import { addDays, localDay, midnight } from '#domain/time/workdays.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { Env } from '#http/context.ts'
import { anyoneMay, signedIn } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { clientAddress } from '#http/security/client-address.ts'
import { hasMark } from '#routes/ledger/ledger-files.ts'
import { isLang, type Text, textOf } from '#text/text.ts'
import { FeedPage } from '#views/account/feed-page.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

export const feeds = new Hono<Env>()

/** The address is shown in this response only; just its hash is stored. */
feeds.post('/mine/feed', signedIn, async (c) => {
  const token = await makeFeed(c.get('services'), c.get('person'), c.get('lang'))
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const address = `${here.publicUrl}/feeds/${token}.ics`
  return show(c, here, here.text.mine.feed.title, <FeedPage page={here} address={address} />)
})

feeds.post('/mine/feed/end', signedIn, async (c) => {
  await endFeed(c.get('services'), c.get('person'))
  return c.redirect('/mine', 303)
})

/** Requested by a phone's calendar, which cannot sign in: the address itself gives access, and only to the visits. */
feeds.get('/feeds/:file{[A-Za-z0-9_-]{32}\\.ics}', anyoneMay, async (c) => {
  const services = c.get('services')
  const asked = await askFeed(services, c.req.param('file').slice(0, 32), clientAddress(c))
  if (!asked.ok && asked.why === 'unknown') return page.notFound(c)
  const now = services.now()
  c.header('cache-control', 'private, max-age=300')
  if (!asked.ok) {
    c.header('retry-after', String(Math.max(1, Math.ceil((asked.until.getTime() - now.getTime()) / 1000))))
    return c.body(null, 429)
  }
  const { lang } = asked.feed
  const text = textOf(isLang(lang) ? lang : 'zh')
  const visits = await visitsOf(services.store.db, asked.feed.personId, now)
  const { publicUrl } = services.config
  const entries = visits.map((visit) => entryOf(visit, text, publicUrl))
  // The time of making is left out because it is not a change, so the ETag is a weak one.
  const { name } = text.mine.feed
  c.header('etag', `W/"${sha256(JSON.stringify([lang, name, entries])).slice(0, 22)}"`)
  if (hasMark(c)) return c.body(null, 304)
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('content-disposition', 'inline; filename="visits.ics"')
  return c.body(calendarFile({ name, entries, now }))
})

/** The evening before, local time. */
const alarmHour = 20

function entryOf(visit: VisitEntry, text: Text, publicUrl: string): CalendarEntry {
  const title = titleOf(visit, text)
  const { visitAt: from, zone, isCancelled } = visit
  const evening = midnight(addDays(localDay(from, zone), -1), zone).getTime() + alarmHour * hour
  return {
    uid: `${visit.code}-${visit.round}@${new URL(publicUrl).host}`,
    sequence: visit.seq,
    from,
    until: new Date(from.getTime() + hour),
    summary: text.mine.feed.summary(title),
    location: visit.gridName,
    url: `${publicUrl}/wishes/${visit.code}`,
    isCancelled,
    alarm: isCancelled ? null : { at: new Date(evening), text: text.mine.feed.alarm(title) },
  }
}
