import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import {
  areas,
  batches,
  bookings,
  cards,
  claims,
  consents,
  counterMatters,
  inquiries,
  knowledge,
  letters,
  people,
  residents,
  roles,
  volunteers,
  wishes,
} from '#db/schema/tables.ts'
import { guideNames } from '#domain/guides.ts'
import { localMonth, previousMonth } from '#domain/time/workdays.ts'
import type { State } from '#domain/vocabulary.ts'
import { createApp } from '#src/app.tsx'
import { accounts } from '#src/demo/people/accounts.ts'
import type { DemoSite, Reader } from './demo-site.ts'

export type EveryPage = { readonly route: string; readonly path: string; readonly who: Reader }

/** Who opens a page; whatever is not here opens for the secretary, who sees the most. */
const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^\/knowledge(\/:id)?$/, 'anyone'],
  [/^\/$|^\/c\/|^\/(help|rules|calendar|offline|ledger|verify|follow|login|activate|register|styleguide)\b/, 'anyone'],
  [/^\/(mine|me)\b/, 'volunteer'],
  [/^\/security\b/, 'administrator'],
  [/^\/supervision\b/, 'supervisor'],
]

/**
 * Every GET route of the program as addresses of the demo's community. A route with a parameter that nothing here fills is
 * an error: add its value here.
 */
export async function everyPage(site: DemoSite): Promise<readonly EveryPage[]> {
  const { slug, fills } = await fillsOf(site)
  const routes = createApp(site.services).routes.filter(({ method, path }) => method === 'GET' && path !== '/*')
  const pages = [...new Set(routes.map(({ path }) => path))].flatMap((route): readonly EveryPage[] => {
    const named = route.replaceAll(/\{[^/]*\}/g, '')
    const who = readers.find(([pattern]) => pattern.test(named))?.[1] ?? 'secretary'
    const filled =
      fills[named] ?? (/^\/c\/:slug\/[^:]+$/.test(named) ? [[named.replace(':slug', slug)] as const] : undefined)
    if (filled) return filled.map(([path, reader = who]) => ({ route, path, who: reader }))
    if (named.includes(':')) throw new Error(`${route} has a parameter that test/support/every-page.ts does not fill`)
    return [{ route, path: named, who }]
  })
  return pages
}

type Fill = readonly [path: string, who?: Reader]

async function fillsOf(
  site: DemoSite,
): Promise<{ readonly slug: string; readonly fills: Readonly<Record<string, readonly Fill[]>> }> {
  const { db } = site.store
  const idOf = async (phone: string) => (await db.select().from(people).where(eq(people.phone, phone)))[0]?.id ?? ''
  const [volunteer, secondVolunteer] = [await idOf(accounts.volunteer), await idOf(accounts.secondVolunteer)]
  const codeOf = async (state: State, claimantId?: string) => {
    const isOne = and(eq(wishes.state, state), claimantId ? eq(wishes.claimantId, claimantId) : undefined)
    const [row] = await db.select().from(wishes).where(isOne).limit(1)
    if (!row) throw new Error(`the demo has no wish that is ${state}`)
    return row.code
  }
  const [resident] = await db.select().from(residents).limit(1)
  const [withFamily] = await db
    .select({ id: consents.residentId })
    .from(consents)
    .where(eq(consents.purpose, 'family'))
    .limit(1)
  const [entry] = await db.select().from(knowledge).limit(1)
  const [person] = await db.select().from(volunteers).limit(1)
  const [worker] = await db.select().from(roles).where(eq(roles.role, 'gridWorker')).limit(1)
  const [toInform] = await db.select().from(wishes).where(isNotNull(wishes.informSince)).limit(1)
  const [community] = await db.select().from(areas).where(isNotNull(areas.slug)).limit(1)
  const [county] = await db.select().from(areas).where(eq(areas.kind, 'county')).limit(1)
  const month = localMonth(site.services.now(), 'Asia/Shanghai')
  const [over, signed] = [previousMonth(month), previousMonth(previousMonth(month))]
  const ofUnit = and(isNotNull(claims.unitId), isNotNull(claims.deliveredAt), eq(claims.month, signed))
  const [unit] = await db.select({ id: claims.unitId }).from(claims).where(ofUnit).limit(1)
  const [batch] = await db.select().from(batches).limit(1)
  const [matter] = await db.select().from(counterMatters).limit(1)
  const [booking] = await db.select().from(bookings).limit(1)
  const isRunning = and(isNotNull(cards.colour), isNull(cards.endedAt), ne(cards.kind, 'inquiry'))
  const [running] = await db.select().from(cards).where(isRunning).limit(1)
  const [inquiry] = await db.select().from(inquiries).where(eq(inquiries.state, 'asked')).limit(1)
  const slug = community?.slug ?? ''
  const place = `/c/${slug}`
  const preview = await uploaded(site)
  const wish = async (state: State, end = ''): Promise<string> => `/wishes/${await codeOf(state)}${end}`
  const fills: Readonly<Record<string, readonly Fill[]>> = {
    '/c/:slug': [[place], [place, 'volunteer'], [place, 'secretary'], [`${place}?category=errand&urgency=red`]],
    '/c/:slug/ledger/:month': [[`${place}/ledger/${month}`]],
    '/c/:slug/ledger/:file': [],
    '/ledger/:month': [[`/ledger/${month}`]],
    '/ledger/:file': [],
    '/wishes/:code': [
      [await wish('open'), 'anyone'],
      [await wish('open'), 'volunteer'],
      [await wish('open')],
      [`/wishes/${await codeOf('claimed')}`],
      [await wish('submitted')],
      [await wish('fulfilled'), 'anyone'],
      [await wish('answered')],
      [await wish('referred')],
      [await wish('delivered')],
      [`/wishes/${await codeOf('claimed', volunteer)}`, 'volunteer'],
      [`/wishes/${await codeOf('delivered', secondVolunteer)}`, 'secondVolunteer'],
    ],
    '/verify': [['/verify'], ['/verify?records=1&letters=7K2M-9XQT-4BHD']],
    '/c/:slug/counter/:matter': [[`${place}/counter/${matter?.knowledgeId}`]],
    '/counter/new/:matter': [[`/counter/new/${matter?.knowledgeId}`]],
    '/counter/:code': [[`/counter/${booking?.code}`]],
    '/letters': [['/letters'], ['/letters?list=done'], ['/letters', 'supervisor']],
    '/letters/:code': await lettersOf(site),
    '/supervision/ask': [[`/supervision/ask?card=${running?.id}`]],
    '/supervision/:month/sheet': [[`/supervision/${month}/sheet`]],
    // Only for the person who gave a reason: test/routes/supervision/cases.test.ts opens it.
    '/supervision/cases/:id': [],
    '/inquiries/:id': [[`/inquiries/${inquiry?.id}`], [`/inquiries/${inquiry?.id}`, 'supervisor']],
    '/w': [['/w', 'anyone']],
    '/w/:number': [['/w/12345670', 'anyone']],
    '/doors/messages/:number': [['/doors/messages/1']],
    '/doors/sheets/:number': [['/doors/sheets/1']],
    '/c/:slug/sheets/:number': [[`${place}/sheets/1`]],
    '/wishes/:code/edit': [[await wish('submitted', '/edit')]],
    '/wishes/:code/candidates': [[await wish('open', '/candidates')], [await wish('open', '/candidates?q=3号楼')]],
    '/wishes/:code/answer': [[await wish('referred', '/answer')]],
    '/answers/new': [['/answers/new'], [`/answers/new?from=${entry?.id}`]],
    '/wishes/new': [['/wishes/new'], ['/wishes/new?by=transfer&refer=1']],
    '/wishes/:code/confirm': [[await wish('delivered', '/confirm')]],
    '/wishes/:code/tell': [[`/wishes/${toInform?.code}/tell`]],
    '/c/:slug/knowledge': [[`${place}/knowledge`], [`${place}/knowledge?q=暖气`, 'secretary']],
    '/knowledge/:id': [[`/knowledge/${entry?.id}`]],
    '/knowledge/:id/edit': [[`/knowledge/${entry?.id}/edit`]],
    '/residents/:id': [[`/residents/${resident?.id}`]],
    '/residents/:id/consents': [[`/residents/${resident?.id}/consents`]],
    '/residents/:id/family': [[`/residents/${withFamily?.id}/family`]],
    '/residents/:id/end': [[`/residents/${resident?.id}/end`]],
    '/residents/:id/copy': [[`/residents/${resident?.id}/copy`]],
    '/residents/:id/edit': [[`/residents/${resident?.id}/edit`]],
    '/people': [['/people'], ['/people', 'gridWorker'], ['/people', 'administrator'], ['/people?state=inactive']],
    '/people/staff/new': [['/people/staff/new', 'administrator']],
    '/people/:id': [[`/people/${person?.personId}`], [`/people/${worker?.personId}`, 'administrator']],
    '/places': [['/places'], ['/places', 'administrator']],
    '/places/:id': [
      [`/places/${community?.id}`],
      [`/places/${worker?.areaId}`],
      [`/places/${county?.id}`, 'administrator'],
    ],
    '/places/:id/move': [[`/places/${worker?.areaId}/move`]],
    '/units': [['/units'], ['/units', 'gridWorker']],
    '/units/:id': [[`/units/${batch?.unitId}`], [`/units/${batch?.unitId}`, 'volunteer']],
    '/units/:id/adopt': [[`/units/${batch?.unitId}/adopt`], [`/units/${batch?.unitId}/adopt`, 'volunteer']],
    '/units/:id/batches': [],
    '/batches/:id': [[`/batches/${batch?.id}`], [`/batches/${batch?.id}`, 'volunteer']],
    '/batches/:id/list': [[`/batches/${batch?.id}/list`]],
    '/batches/:id/claim': [],
    '/batches/:id/take': [],
    '/people/:id/edit': [[`/people/${person?.personId}/edit`]],
    '/people/:id/roles/:role/end': [[`/people/${worker?.personId}/roles/${worker?.id}/end`]],
    '/import/:id': [[preview]],
    '/import/:id/rows/:index': [[`${preview}/rows/0`]],
    '/import/:id/columns': [[`${preview}/columns`]],
    '/reports': [['/reports', 'supervisor']],
    '/reports/:month': [
      [`/reports/${month}`],
      [`/reports/${signed}`],
      [`/reports/${month}`, 'supervisor'],
      [`/reports/${month}?area=${county?.id}`, 'supervisor'],
      [`/reports/${signed}?area=${county?.id}`, 'supervisor'],
    ],
    '/reports/:month/activities/new': [[`/reports/${over}/activities/new?item=plaster&category=goods`]],
    '/reports/:month/accept': [[`/reports/${signed}/accept`]],
    '/reports/:month/:figure': [[`/reports/${month}/published`]],
    '/c/:slug/bulletins/:month': [[`${place}/bulletins/${signed}`]],
    '/c/:slug/notices/:month': [],
    '/reports/:month/units': [[`/reports/${signed}/units`]],
    '/reports/:month/units/all': [[`/reports/${signed}/units/all`]],
    '/reports/:month/units/:id': [[`/reports/${signed}/units/${unit?.id}`]],
    '/reports/:month/sheet': [
      [`/reports/${signed}/sheet`],
      [`/reports/${signed}/sheet?area=${county?.id}`, 'supervisor'],
    ],
    '/reports/:month/:file': [],
    '/reports/:month/sign': [[`/reports/${over}/sign`]],
    '/reports/:month/correct': [[`/reports/${signed}/correct`], [`/reports/${signed}/correct?figure=called`]],
    '/mine/leave': [['/mine/leave', 'secondVolunteer']],
    '/mine': [['/mine'], ['/mine', 'secondVolunteer']],
    '/desk': [['/desk'], ['/desk', 'gridWorker'], ['/desk', 'administrator']],
    // These lead to the table; its form is what is read.
    '/wishes/search': [],
    '/wishes/consents': [],
    '/wishes/consents/next': [],
    '/wishes': [['/wishes?state=submitted&all=yes'], ['/wishes', 'gridWorker']],
    '/street/:name': [
      [`/street/overdue?c=${slug}`, 'supervisor'],
      [`/street/unasked?c=${slug}`, 'supervisor'],
    ],
    '/desk/:task': [['/desk/unclaimed'], ['/desk/with-secretary', 'gridWorker'], ['/desk/overdue']],
    '/calendar/edit': [
      ['/calendar/edit', 'secretary'],
      ['/calendar/edit', 'administrator'],
    ],
    '/help/:guide': guideNames.map((name) => [`/help/${name}`, 'anyone'] as const),
    '/status': [['/status', 'administrator']],
    // No pages: a picture, a calendar's feed, a word for machines.
    '/photos/:id': [],
    '/feeds/:file': [],
    '/healthz': [],
    // Behind a slip: test/browser/slips.test.ts opens one of them, with its own token.
    '/wishes/:code/pass': [[`/wishes/${await codeOf('claimed', volunteer)}/pass`, 'volunteer']],
    '/wishes/:code/pass/:mark': [],
    '/a/:token': [],
    '/r/:token': [],
    '/r/:token/looks': [],
    '/f/:token': [],
    '/f/:token/:code': [],
    '/log/checkpoint': [],
    '/log/key': [],
    '/log/tile/entries/:path': [],
    '/log/tile/:level/:path': [],
    '/log/proof/wishes/:code': [],
    '/log/proof/wishes/:code/:seq': [],
    '/rehearsal': [['/rehearsal'], ['/rehearsal?since=0']],
    // No page is without its mistakes.
    '/rules': [['/rules'], ['/nowhere', 'anyone']],
  }
  return { slug, fills }
}

/** One letter in each state, opened by the person who deals with it. */
async function lettersOf(site: DemoSite): Promise<readonly Fill[]> {
  const found = await site.store.db.select().from(letters)
  const one = new Map(found.map((letter) => [`${letter.side} ${letter.state}`, letter]))
  return [...one.values()].map(({ code, side }) => [`/letters/${code}`, side === 'street' ? 'supervisor' : 'secretary'])
}

/** A needs list of the samples, brought in as on the page; gives the address of its preview. */
async function uploaded(site: DemoSite): Promise<string> {
  const [community] = await site.store.db.select().from(areas).where(isNotNull(areas.slug)).limit(1)
  const form = new FormData()
  const list = readFileSync(join(import.meta.dirname, '../../public/samples/needs-list.xlsx'))
  form.set('key', 'a'.repeat(24))
  form.set('c', community?.slug ?? '')
  form.set('file', new Blob([list]), 'needs-list.xlsx')
  const headers = { cookie: await site.cookieOf('secretary'), origin: site.url }
  const answer = await fetch(`${site.url}/import`, { method: 'POST', body: form, headers, redirect: 'manual' })
  const to = answer.headers.get('location')
  if (!to) throw new Error(`the sample list was not taken: ${answer.status}`)
  return to
}
