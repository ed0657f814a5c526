import { Hono } from 'hono'
import { noMoreThan } from '#http/body-limit.ts'
import { onError } from '#http/on-error.ts'
import { page } from '#http/respond.tsx'
import { feeds } from '#routes/account/feed-routes.tsx'
import { login } from '#routes/account/login-routes.tsx'
import { mine } from '#routes/account/mine-routes.tsx'
import { boards } from '#routes/board/board-routes.tsx'
import { calendarEdits } from '#routes/calendar/calendar-edit-routes.tsx'
import { calendar } from '#routes/calendar/calendar-routes.tsx'
import { calls } from '#routes/callbacks/call-routes.tsx'
import { callbacks } from '#routes/callbacks/callback-routes.tsx'
import { toInform } from '#routes/callbacks/inform-routes.tsx'
import { desk } from '#routes/desk/desk-routes.tsx'
import { knowledge } from '#routes/knowledge/knowledge-routes.tsx'
import { fulfilments } from '#routes/ledger/fulfilment-routes.ts'
import { ledger } from '#routes/ledger/ledger-routes.tsx'
import { importHeadings } from '#routes/lists/heading-routes.tsx'
import { imports } from '#routes/lists/list-routes.tsx'
import { importRows } from '#routes/lists/row-routes.tsx'
import { activities } from '#routes/months/activity-routes.tsx'
import { monthCorrect } from '#routes/months/correct-routes.tsx'
import { monthLetters } from '#routes/months/letter-routes.tsx'
import { records } from '#routes/months/record-routes.tsx'
import { reports } from '#routes/months/report-routes.tsx'
import { sheets } from '#routes/months/sheet-routes.tsx'
import { monthSign } from '#routes/months/sign-routes.tsx'
import { leaving } from '#routes/people/leaving-routes.tsx'
import { register } from '#routes/people/register-routes.tsx'
import { volunteers } from '#routes/people/volunteer-routes.tsx'
import { wishPosts } from '#routes/posting/post-routes.tsx'
import { answers } from '#routes/referrals/answer-routes.tsx'
import { referrals } from '#routes/referrals/referral-routes.tsx'
import { consents } from '#routes/residents/consent-routes.tsx'
import { residentCopy } from '#routes/residents/copy-routes.tsx'
import { endings } from '#routes/residents/ending-routes.tsx'
import { kept } from '#routes/residents/renewal-routes.ts'
import { residents } from '#routes/residents/resident-routes.tsx'
import { ruleChanges } from '#routes/rules/rule-change-routes.tsx'
import { rules } from '#routes/rules/rule-routes.tsx'
import { health } from '#routes/site/health-routes.ts'
import { rehearsal } from '#routes/site/rehearsal-routes.tsx'
import { site } from '#routes/site/site-routes.tsx'
import { moves } from '#routes/wishes/move-routes.tsx'
import { photos } from '#routes/wishes/photo-routes.tsx'
import { wishes } from '#routes/wishes/wish-routes.tsx'
import type { Env } from './http/context.ts'
import { request } from './http/request.ts'
import { sameOrigin, securityHeaders } from './http/security.ts'
import type { Services } from './services.ts'

/** Imports are the largest thing anybody sends: 5 MB and what a form adds. */
const maxBody = 5.2 * 1024 * 1024

/** The program: what it is given comes in `services`, so that either runtime, and each test, brings its own. */
export function createApp(services: Services) {
  const app = new Hono<Env>()
  app.use(securityHeaders)
  app.use(request(services))
  app.use((c, next) => {
    c.set('page', async (path, cookie) =>
      app.fetch(new Request(new URL(path, c.req.url), { headers: { cookie } }), c.env),
    )
    return next()
  })
  app.use(sameOrigin)
  app.post('*', noMoreThan(maxBody))

  app.route('/', health)
  app.route('/', boards)
  app.route('/', wishes)
  app.route('/', wishPosts)
  app.route('/', moves)
  app.route('/', photos)
  app.route('/', mine)
  app.route('/', leaving)
  app.route('/', records)
  app.route('/', feeds)
  app.route('/', desk)
  app.route('/', answers)
  app.route('/', referrals)
  app.route('/', callbacks)
  app.route('/', calls)
  app.route('/', toInform)
  app.route('/', importHeadings)
  app.route('/', imports)
  app.route('/', importRows)
  app.route('/', knowledge)
  app.route('/', ledger)
  app.route('/', fulfilments)
  app.route('/', monthSign)
  app.route('/', monthCorrect)
  app.route('/', monthLetters)
  app.route('/', sheets)
  app.route('/', activities)
  app.route('/', reports)
  app.route('/', calendar)
  app.route('/', calendarEdits)
  app.route('/', rules)
  app.route('/', ruleChanges)
  app.route('/', login)
  app.route('/', site)
  app.route('/', consents)
  app.route('/', endings)
  app.route('/', kept)
  app.route('/', residentCopy)
  app.route('/', residents)
  app.route('/', volunteers)
  app.route('/', register)
  // The demo alone brings such a clock; where there is none there is no such address.
  if (services.rehearsal) app.route('/', rehearsal)

  app.notFound((c) => page.notFound(c))
  app.onError(onError)
  return app
}
