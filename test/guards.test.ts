import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { sessionsOf } from '#auth/sessions.ts'
import { deskTasks } from '#domain/desk-queue.ts'
import { exceptionNames } from '#domain/overdue.ts'
import { isFormAction } from '#domain/wish/acts.ts'
import { actions } from '#domain/wish/lifecycle.ts'
import type { Env } from '#http/context.ts'
import { guards } from '#http/guards.ts'
import { request } from '#http/request.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import type { Name } from '#test/support/cast.ts'

const code = '/wishes/:code{[0-9-]+}'
const entry = '/knowledge/:id{[0-9a-f]{24}}'
const matter = ':matter{[0-9a-f]{24}}'
const hexId = ':id{[0-9a-f]{24}}'
const message = '/doors/messages/:number{[0-9]+}'
const sheet = '/doors/sheets/:number{[0-9]+}'
const row = '/import/:id/rows/:index{[0-9]+}'
const ledger = '/:file{[0-9]{4}-[0-9]{2}\\.(?:csv|json|xlsx)}'
const person = `/people/${hexId}`
const role = ':role{[0-9a-f]{24}}'
const relative = '/f/:token{[A-Za-z0-9_-]{22}}'
const slip = '/r/:token{[A-Za-z0-9_-]{22}}'
const steps = [
  'publish',
  'return',
  'request',
  'claim',
  'schedule',
  'release',
  'deliver',
  'undo',
  'confirm',
  'postpone',
  'join',
  'leave',
  'inform',
  'keep',
  'nudge',
  ...actions.filter(isFormAction),
]

/** Whom each route is for. A new route has to be written down here before it can be served. */
const routes: Readonly<Record<string, readonly string[]>> = {
  anyone: [
    ...[
      'GET /healthz',
      'GET /',
      'GET /c/:slug',
      `GET ${code}`,
      'GET /photos/:id{[0-9a-f]+}',
      'GET /rules',
      'GET /c/:slug/rules',
      'GET /calendar',
      'GET /c/:slug/calendar',
    ],
    // What a phone keeps for where there is no signal: a form of no one.
    'GET /wishes/blank',
    'GET /offline',
    'GET /c/:slug/sheets/:number{[0-9]+}',
    // The writer of a letter has no account: number and key are checked by the handler.
    ...['GET /c/:slug/counter', `GET /c/:slug/counter/${matter}`, `POST /c/:slug/counter/${matter}`],
    ...['GET /c/:slug/letters', 'GET /c/:slug/letters/new', 'POST /c/:slug/letters/new', 'GET /follow', 'POST /follow'],
    ...['GET /w', 'GET /w/:number'],
    ...['GET /ledger', 'GET /ledger/:month', `GET /ledger${ledger}`],
    ...['GET /c/:slug/ledger', 'GET /c/:slug/ledger/:month', `GET /c/:slug/ledger${ledger}`],
    'GET /c/:slug/bulletins/:month',
    'GET /c/:slug/notices/:month',
    ...['GET /fulfilments.atom', 'GET /c/:slug/fulfilments.atom'],
    // Asked by pages of other sites before they read open data; nothing else answers it.
    ...['OPTIONS /fulfilments.atom', 'OPTIONS /c/:slug/fulfilments.atom'],
    ...['/ledger', '/c/:slug/ledger'].map((at) => `OPTIONS ${at}/:file{[0-9]{4}-[0-9]{2}\\.json}`),
    ...[
      'GET /login',
      'POST /login',
      'GET /logout',
      'POST /login/code',
      'POST /logout',
      'GET /activate',
      'POST /activate',
      'POST /language',
      'POST /view',
    ],
    // Behind an activation link: the address is a secret of 128 bits.
    ...['GET /a/:token{[A-Za-z0-9_-]{22}}', 'POST /a/:token{[A-Za-z0-9_-]{22}}'],
    ...['GET /help', 'GET /help/:guide'],
    'GET /styleguide',
    'GET /verify',
    // The log has nothing but hashes, and a proof opens what the public ledger says.
    ...['GET /log/checkpoint', 'GET /log/key', 'GET /log/tile/entries/:path{.+}'],
    'GET /log/tile/:level{[0-9]|[1-5][0-9]|6[0-3]}/:path{.+}',
    ...['GET /log/proof/wishes/:code{[0-9-]+}', 'GET /log/proof/wishes/:code{[0-9-]+}/:seq{[0-9]+}'],
    ...['GET /register', 'POST /register', 'GET /c/:slug/register', 'POST /c/:slug/register'],
    'GET /c/:slug/register/thanks',
    ...['GET /knowledge', 'GET /c/:slug/knowledge', `GET ${entry}`],
    'GET /feeds/:file{[A-Za-z0-9_-]{32}\\.ics}',
    // For everyone who has the slip: the address is a secret of 128 bits, which the loader after the guard checks.
    // The QR code on a pass, which a family at the door can check.
    `GET ${code}/pass/:mark{[0-9a-f]{22}}`,
    ...[`GET ${slip}`, `POST ${slip}`, `GET ${slip}/looks`],
    // In the same way for a relative with a link.
    ...[`GET ${relative}`, `GET ${relative}/:code{[0-9-]+}`, `POST ${relative}/:code{[0-9-]+}`],
    // The demo's alone: see the last test.
    ...['GET /rehearsal', 'POST /rehearsal', 'POST /rehearsal/as'],
  ],
  signedIn: [
    'GET /mine',
    'GET /welcome',
    ...['GET /account', 'POST /account/password', 'POST /account/devices/end'],
    ...['GET /account/factor', 'POST /account/factor', 'POST /account/factor/end'],
    `GET ${code}/pass`,
    ...['GET /mine/record', 'POST /mine/record', 'GET /mine/phone', 'POST /mine/phone'],
    'POST /mine/feed',
    'POST /mine/feed/end',
    'POST /me/name',
    ...steps.map((step) => `POST ${code}/${step}`),
    // The handler answers 404 to everyone but staff and members of the unit.
    ...['GET /units/:id', 'POST /units/:id/contact', 'GET /units/:id/adopt'],
    ...['GET', 'POST'].map((method) => `${method} /units/:id/batches`),
    ...['GET /batches/:id', 'GET /batches/:id/list'],
    ...['claim', 'take'].flatMap((press) => [`GET /batches/:id/${press}`, `POST /batches/:id/${press}`]),
    `POST ${code}/photo`,
    `POST ${code}/photo/remove`,
  ],
  staff: [
    'GET /units',
    'POST /wishes/new/residents',
    'POST /wishes/new/answers',
    'POST /residents/search',
    ...['GET /wishes', 'POST /wishes/search', 'GET /wishes/search', 'POST /wishes/export'],
    ...['GET /visits', 'POST /visits'],
    ...['', '/next'].flatMap((step) => [`GET /wishes/consents${step}`, `POST /wishes/consents${step}`]),
    'GET /residents/search',
    ...['GET /wishes/new', 'POST /wishes/new', `GET ${code}/edit`, `POST ${code}/edit`, `POST ${code}/code`],
    ...['GET /answers/new', 'POST /answers/new', 'GET /referrals', `GET ${code}/answer`, `POST ${code}/answer`],
    ...['GET /letters/new', 'POST /letters/new'],
    ...['GET /counter', 'GET /counter/new', `GET /counter/new/${matter}`, `POST /counter/new/${matter}`],
    ...['GET /counter/matters', 'POST /counter/matters'],
    ...['GET /counter/:code{[0-9-]+}', 'POST /counter/:code{[0-9-]+}'],
    'GET /callbacks',
    ...['GET /doors', 'POST /doors/messages', `GET ${message}`, `POST ${message}/recall`],
    ...['GET /doors/replies', 'POST /doors/replies'],
    ...['POST /doors/sheets', `GET ${sheet}`, `POST ${sheet}/hung`, `POST ${sheet}/down`],
    ...['GET /slips', 'POST /slips', `POST ${code}/slip/end`, 'POST /receipts/words/:id{[0-9a-f]{24}}'],
    ...[
      'GET /knowledge/new',
      'POST /knowledge/new',
      'POST /knowledge/starters',
      `GET ${entry}/edit`,
      `POST ${entry}/edit`,
    ],
    ...[
      `GET ${code}/confirm`,
      `POST ${code}/reopen`,
      `GET ${code}/tell`,
      `POST ${code}/told`,
      `GET ${code}/candidates`,
      `GET /desk/:task{${deskTasks.join('|')}}`,
    ],
    ...['GET /residents/ended', 'GET /residents/:id/end', 'POST /residents/:id/end'],
    ...[
      'GET /residents',
      'POST /residents',
      'GET /residents/new',
      'GET /residents/:id',
      'GET /residents/:id/edit',
      'GET /residents/:id/copy',
    ],
    ...[
      'POST /residents/:id/edit',
      'GET /residents/:id/consents',
      'GET /residents/:id/family',
      'POST /residents/:id/family',
      'POST /residents/:id/family/:link{[0-9a-f]{24}}/renew',
      'POST /residents/:id/family/:link{[0-9a-f]{24}}/end',
      'POST /residents/:id/consents',
      'POST /residents/:id/asked',
      'POST /residents/:id/kept',
      'GET /residents/consents',
      'POST /residents/consents',
    ],
    ...[
      'GET /import',
      'POST /import',
      'GET /import/:id',
      `GET ${row}`,
      `POST ${row}`,
      `POST ${row}/choice`,
      `POST ${row}/who`,
      `POST ${row}/changes`,
    ],
    ...['POST /import/:id/commit', 'POST /import/:id/next'],
    ...['GET /import/:id/columns', 'POST /import/:id/hidden', 'POST /import/:id/grid'],
    ...['GET /import/headings', 'POST /import/headings', 'POST /import/headings/:heading{[0-9a-f]{24}}'],
  ],
  secretary: [
    ...['GET /desk/to-check', 'POST /desk/to-check'],
    ...['GET /doors/robots', 'POST /doors/robots', `POST /doors/robots/${hexId}/end`],
    ...['seen', 'again'].map((said) => `POST /doors/robots/messages/${hexId}/${said}`),
    'POST /residents/:id/reopen',
    'POST /receipts/thanks/:id{[0-9a-f]{24}}',
    ...['GET /reports/:month/units', 'GET /reports/:month/units/all', 'GET /reports/:month/units/:id'],
    ...['GET /reports/:month/activities/new', 'POST /reports/:month/activities'],
    'POST /reports/:month/activities/:id{[0-9a-f]+}',
    'GET /invitations',
    'GET /inquiries',
    ...['GET /rules/change', 'POST /rules/change', 'POST /rules/changes/:id{[0-9a-f]+}/cancel'],
    ...['sign', 'correct', 'accept'].flatMap((page) => [`GET /reports/:month/${page}`, `POST /reports/:month/${page}`]),
    ...['POST /import/:id/codes', 'POST /people', 'GET /people/new', 'GET /people/codes', 'POST /people/codes'],
    'POST /people/:id/record',
    ...['GET /people/proposals/new', 'POST /people/proposals'],
    ...['accept', 'decline'].map((answer) => `POST /people/registrations/:id{[0-9a-f]+}/${answer}`),
  ],
  // The handler answers 404 to those of other places.
  inquiries: [`GET /inquiries/${hexId}`, `POST /inquiries/${hexId}`],
  sheets: ['GET /reports/:month/sheet', 'GET /reports/:month/:file{figures\\.(?:csv|json|xlsx)}'],
  // The handler answers 404 to everyone who has no part in the letter.
  letters: ['GET /letters', 'GET /letters/:code{[0-9-]+}', 'POST /letters/:code{[0-9-]+}'],
  reports: ['GET /reports', 'GET /reports/:month', 'GET /reports/:month/:figure'],
  administrator: [
    'GET /security',
    'GET /status',
    'POST /status/time',
    ...['GET /people/staff/new', 'POST /people/staff'],
    ...['accept', 'decline'].map((answer) => `POST /people/proposals/${hexId}/${answer}`),
  ],
  people: ['GET /people', 'POST /people/search', 'GET /people/search'],
  manager: [
    ...[`GET ${person}`, `POST ${person}/code`, `POST ${person}/activate`, `POST ${person}/roles`],
    ...['GET /places', 'GET /places/:id', 'POST /places/:id/name', 'POST /places/:id/settings'],
    ...[
      'POST /places/:id/parts',
      'POST /places/:id/buildings',
      'POST /places/:id/order',
      'POST /places/:id/close',
      'GET /places/:id/move',
      'POST /places/:id/move',
    ],
    ...[`GET ${person}/edit`, `POST ${person}/edit`, `POST ${person}/phone`],
    ...[`GET ${person}/roles/${role}/end`, `POST ${person}/roles/${role}/end`],
  ],
  desk: ['GET /desk'],
  supervisor: [
    `GET /street/:name{${exceptionNames.join('|')}}`,
    ...[
      'GET /supervision',
      'GET /supervision/cards',
      'GET /supervision/letters',
      'GET /supervision/inquiries',
      'GET /supervision/case',
      'POST /supervision/case',
      `GET /supervision/cases/${hexId}`,
      'GET /supervision/:month/sheet',
      'GET /supervision/ask',
      'POST /supervision/ask',
    ],
  ],
  volunteer: [
    'GET /mine/details',
    'POST /mine/details',
    'GET /mine/leave',
    'POST /mine/leave',
    'GET /mine/invitations',
    'POST /mine/invitations',
  ],
  calendar: ['GET /calendar/edit', ...['notices', 'withdraw', 'hours'].map((form) => `POST /calendar/edit/${form}`)],
}

/** Who of the cast gets past the guard: ana works in a grid, ben volunteers, dora is secretary, eve supervises, finn administers. */
const mayPass: Readonly<Record<string, readonly (Name | 'anyone')[]>> = {
  anyone: ['anyone', 'ana', 'ben', 'dora', 'eve', 'finn'],
  signedIn: ['ana', 'ben', 'dora', 'eve', 'finn'],
  staff: ['ana', 'dora'],
  secretary: ['dora'],
  inquiries: ['dora', 'eve'],
  sheets: ['dora', 'eve'],
  letters: ['ana', 'dora', 'eve'],
  reports: ['ana', 'dora', 'eve'],
  administrator: ['finn'],
  people: ['ana', 'dora', 'finn'],
  manager: ['dora', 'finn'],
  desk: ['ana', 'dora', 'eve', 'finn'],
  supervisor: ['eve'],
  volunteer: ['ben'],
  calendar: ['dora', 'finn'],
}

const readers = ['anyone', 'ana', 'ben', 'dora', 'eve', 'finn'] as const

let site: TestApp
const cookies = new Map<string, string>()
beforeAll(async () => {
  site = await testApp({ isRehearsal: true })
  for (const who of readers) {
    const isKnown = who !== 'anyone'
    cookies.set(who, isKnown ? await sessionsOf(site.services).begin(site.people[who].id) : '')
  }
})

/** The handlers of each route in the order in which they run; the middleware of every path is not a route. */
const served = () =>
  Map.groupBy(
    site.app.routes.filter(({ path }) => path !== '/*'),
    ({ method, path }) => `${method} ${path}`,
  )

describe('every route', () => {
  test('has one guard, and it comes first', () => {
    for (const [route, handlers] of served())
      expect([route, handlers.map(({ handler }) => guards.has(handler))]).toEqual([
        route,
        handlers.map((_, n) => n === 0),
      ])
  })

  test('is written down here with whom it is for, and nothing else is', () => {
    expect([...served().keys()].sort()).toEqual(Object.values(routes).flat().sort())
  })

  test('can be reached: no route that is mounted earlier answers at its address', () => {
    const mounted = [...served().keys()].map((route) => route.split(' ') as [string, string])
    const hidden = mounted.flatMap(([method, path], n) =>
      mounted
        .slice(0, n)
        .filter(([earlier, pattern]) => earlier === method && answersTo(pattern).test(addressAt(path)))
        .map(([, pattern]) => `${method} ${path} behind ${pattern}`),
    )

    expect(hidden).toEqual([])
  })

  test('takes no other method than the two a form has, and the question whether open data may be read', () => {
    expect(new Set(site.app.routes.map(({ method }) => method))).toEqual(new Set(['ALL', 'GET', 'POST', 'OPTIONS']))
  })
})

const placeholder = /:\w+(?:\{([^/]+)\})?/g

/** The addresses that a route's path answers to. */
const answersTo = (path: string) =>
  new RegExp(`^${path.replace(/\.(?![^{]*\})/g, '\\.').replace(placeholder, (_, of) => (of ? `(?:${of})` : '[^/]+'))}$`)

/** An address of that route; what fits each of the narrow placeholders is written by hand. */
const addressAt = (path: string) =>
  path.replace(placeholder, (_, of) => {
    const fitting = of === undefined ? 'any' : fits[of]
    if (!fitting) throw new Error(`write down what fits ${of}`)
    return fitting
  })

const fits: Readonly<Record<string, string>> = {
  [exceptionNames.join('|')]: 'overdue',
  '[0-9-]+': '1234-5674',
  '[0-9]+': '3',
  '[0-9]|[1-5][0-9]|6[0-3]': '0',
  '.+': '000',
  [deskTasks.join('|')]: 'overdue',
  '[0-9a-f]+': 'a1',
  '[0-9a-f]{24}': '0123456789abcdef01234567',
  '[0-9]{4}-[0-9]{2}\\.(?:csv|json|xlsx)': '2026-11.csv',
  '[0-9]{4}-[0-9]{2}\\.json': '2026-11.json',
  'figures\\.(?:csv|json|xlsx)': 'figures.csv',
  '[0-9a-f]{22}': 'ab'.repeat(11),
  '[A-Za-z0-9_-]{22}': 'a'.repeat(22),
  '[A-Za-z0-9_-]{32}\\.ics': `${'a'.repeat(32)}.ics`,
}

describe.each(Object.keys(routes))('a route for %s', (kind) => {
  test('lets no one else pass: a reader who is signed out is sent to the login, another role gets 404', async () => {
    for (const route of routes[kind] ?? []) {
      const guard = served().get(route)?.[0]?.handler
      if (!guard) throw new Error(`${route} is not served`)
      const door = new Hono<Env>()
      door.use(request(site.services))
      door.get('/', guard as never, (c) => c.text('passed'))

      for (const who of readers) {
        const answer = await door.request('/', { headers: { cookie: cookies.get(who)?.split(';')[0] ?? '' } })
        const expected = mayPass[kind]?.includes(who) ? 200 : who === 'anyone' ? 303 : 404
        expect([route, who, answer.status]).toEqual([route, who, expected])
      }
    }
  })
})

test('the clock is put forward and people are changed in the demo alone: elsewhere there is no such route', async () => {
  const own = await testApp()
  const demo = await testApp({ config: { isDemo: true } })

  for (const { app, as } of [own, demo]) {
    expect(app.routes.filter(({ path }) => path.includes('rehearsal'))).toEqual([])
    expect((await as('dora').get('/rehearsal')).status).toBe(404)
    expect((await as('dora').post('/rehearsal', { jump: 'month' })).status).toBe(404)
    expect((await as('ben').post('/rehearsal/as', { who: 'administrator' })).status).toBe(404)
  }
})
