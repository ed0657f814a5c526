import { Hono } from 'hono'
import { page } from './http/answers.tsx'
import { noMoreThan } from './http/body.ts'
import type { Env } from './http/context.ts'
import { onError } from './http/errors.ts'
import { request } from './http/request.ts'
import { sameOrigin, securityHeaders } from './http/security.ts'
import { activities } from './routes/activities.tsx'
import { answers } from './routes/answers.tsx'
import { boards } from './routes/boards.tsx'
import { calendar } from './routes/calendar.tsx'
import { calendarEdits } from './routes/calendar-edits.tsx'
import { callbacks } from './routes/callbacks.tsx'
import { calls } from './routes/calls.tsx'
import { consents } from './routes/consents.tsx'
import { desk } from './routes/desk.tsx'
import { endings } from './routes/endings.tsx'
import { feeds } from './routes/feeds.tsx'
import { fulfilments } from './routes/fulfilments.ts'
import { health } from './routes/health.ts'
import { importHeadings } from './routes/import-headings.tsx'
import { importRows } from './routes/import-rows.tsx'
import { imports } from './routes/imports.tsx'
import { kept } from './routes/kept.ts'
import { knowledge } from './routes/knowledge.tsx'
import { leaving } from './routes/leaving.tsx'
import { ledger } from './routes/ledger.tsx'
import { login } from './routes/login.tsx'
import { mine } from './routes/mine.tsx'
import { monthCorrect } from './routes/month-correct.tsx'
import { monthLetters } from './routes/month-letters.tsx'
import { monthSign } from './routes/month-sign.tsx'
import { moves } from './routes/moves.tsx'
import { photos } from './routes/photos.tsx'
import { records } from './routes/records.tsx'
import { referrals } from './routes/referrals.tsx'
import { register } from './routes/register.tsx'
import { rehearsal } from './routes/rehearsal.tsx'
import { reports } from './routes/reports.tsx'
import { residentCopy } from './routes/resident-copy.tsx'
import { residents } from './routes/residents.tsx'
import { ruleChanges } from './routes/rule-changes.tsx'
import { rules } from './routes/rules.tsx'
import { sheets } from './routes/sheets.tsx'
import { site } from './routes/site.tsx'
import { tellings } from './routes/tellings.tsx'
import { volunteers } from './routes/volunteers.tsx'
import { wishPosts } from './routes/wish-posts.tsx'
import { wishes } from './routes/wishes.tsx'
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
  app.route('/', tellings)
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
