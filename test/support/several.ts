import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { areas, wishes } from '#db/schema/tables.ts'
import type { DemoSite, Reader } from './demo-site.ts'
import type { EveryPage } from './every-page.ts'

/**
 * Gives the demo more than one of what a person may have one of, by the forms a person would use: both volunteers have
 * as many wishes in hand as the rules allow. Returns how many each of them has now.
 */
export async function makeSeveral(site: DemoSite): Promise<Readonly<Record<string, number>>> {
  const inHand: Record<string, number> = {}
  for (const who of ['volunteer', 'secondVolunteer'] as const) {
    const open = await site.store.db
      .select({ code: wishes.code })
      .from(wishes)
      .where(eq(wishes.state, 'open'))
      .orderBy(asc(wishes.valueFen), asc(wishes.code))
      .limit(12)
    for (const { code } of open) await press(site, who, `/wishes/${code}/claim`)
    const mine = await (await site.get('/mine', who)).text()
    inHand[who] = new Set([...mine.matchAll(/\/wishes\/([\d-]+)\?deliver#deliver/g)].map(([, code]) => code)).size
  }
  return inHand
}

/** The lists of staff, by their routes; who opens them is said in every-page.ts. */
const listsOfStaff = /^\/(desk\/:task|wishes\/:code\{[^}]*\}\/candidates|referrals|doors|slips|import)/

/** The pages, out of all of them, on which there may be one or several of something, for whom they matter. */
export async function pagesOfSeveral(site: DemoSite, all: readonly EveryPage[]): Promise<readonly EveryPage[]> {
  const [community] = await site.store.db
    .select({ slug: areas.slug })
    .from(areas)
    .where(and(isNotNull(areas.slug), eq(areas.kind, 'community')))
    .limit(1)
  const paths: readonly (readonly [string, Reader])[] = [
    ['/mine', 'volunteer'],
    ['/mine', 'secondVolunteer'],
    [`/c/${community?.slug}`, 'volunteer'],
    ['/desk', 'gridWorker'],
    ['/desk', 'secretary'],
    ['/callbacks', 'gridWorker'],
    ['/callbacks', 'secretary'],
    ['/referrals', 'gridWorker'],
    ['/residents', 'gridWorker'],
    ['/residents', 'secretary'],
  ]
  const several = paths.map(([path, who]) => ({ route: path, path, who }))
  return [...several, ...all.filter(({ route, who }) => who === 'secretary' && listsOfStaff.test(route))]
}

async function press(site: DemoSite, who: Reader, path: string): Promise<void> {
  const headers = {
    cookie: await site.cookieOf(who),
    origin: site.url,
    'content-type': 'application/x-www-form-urlencoded',
  }
  await fetch(site.url + path, { method: 'POST', body: '', headers, redirect: 'manual' })
}
