import { Hono } from 'hono'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { spansOf } from '#db/months/wait-lengths.ts'
import {
  type CardsAsked,
  cardSets,
  cardsAsked,
  monthCards,
  monthSteps,
  runningCounts,
  stepMedians,
} from '#db/supervision/card-rows.ts'
import { lookCounts } from '#db/supervision/case-rows.ts'
import { inquiryCounts, inquiryPatterns, lettersSupervisedCounts } from '#db/supervision/inquiry-rows.ts'
import { cardAgeNames, cardSteps } from '#domain/supervision/card-steps.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { countryZone } from '#routes/months/reports-place.ts'
import { exact } from '#text/days.ts'
import { monthName } from '#views/ledger/ledger-spans.ts'
import { CardRowsPage } from '#views/supervision/card-rows-page.tsx'
import { SupervisionSheet } from '#views/supervision/month-sheet.tsx'
import { SupervisionPage } from '#views/supervision/supervision-page.tsx'
import { withRules } from './pattern-rules.ts'
import { monthAsked, type Scope, scopeOf } from './supervised-scope.ts'

export const supervision = new Hono<Env>()

const supervisor = holder('supervisor')

supervision.get('/supervision', supervisor, async (c) => {
  const scope = await scopeOf(c)
  const period = monthAsked(c)
  if (!scope || !period) return page.notFound(c)
  const { db } = c.get('services').store
  const here = pageOf(c, await readersPlace(c))
  const allIds = scope.all.map(({ id }) => id)
  const asked = { communityIds: scope.ids, gridIds: null, period, now: here.now }
  const body = (
    <SupervisionPage
      page={here}
      communities={scope.all}
      chosen={scope.chosen}
      running={await runningCounts(db, allIds, here.now)}
      period={period}
      months={await monthCards(db, allIds, period)}
      medians={await stepMedians(db, scope.ids, period)}
      spans={await spansOf(db, asked)}
      letters={await lettersSupervisedCounts(db, allIds)}
      looks={await lookCounts(db, allIds, period)}
      inquiries={await inquiryCounts(db, allIds, period)}
      patterns={await withRules(c, await inquiryPatterns(db, allIds, period))}
    />
  )
  return show(c, here, here.text.supervision.title, body)
})

/** The month as a sheet for the file. */
supervision.get('/supervision/:month/sheet', supervisor, async (c) => {
  const scope = await scopeOf(c)
  const period = monthAsked(c, c.req.param('month'))
  if (!scope || !period) return page.notFound(c)
  const services = c.get('services')
  const { db } = services.store
  const here = pageOf(c, await readersPlace(c))
  const words = here.text.supervision
  const month = monthName(period.month, here.text)
  const body = (
    <SupervisionSheet
      page={here}
      month={month}
      area={scope.chosen?.name ?? words.allPlaces}
      address={`/supervision?month=${period.month}`}
      madeAt={exact(here.now, countryZone)}
      check={await checkWordsNow(services)}
      communities={scope.chosen ? [scope.chosen] : scope.all}
      cards={await monthCards(db, scope.ids, period)}
      steps={await monthSteps(db, scope.ids, period)}
      inquiries={await inquiryCounts(db, scope.ids, period)}
      looks={await lookCounts(db, scope.ids, period)}
    />
  )
  return show(c, here, words.month.sheetTitle(month), body)
})

/** The rows behind a number: number, step, dates and state. */
supervision.get('/supervision/cards', supervisor, async (c) => {
  const scope = await scopeOf(c)
  const asked = scope && cardsOf(c, scope)
  if (!scope || !asked) return page.notFound(c)
  const { db } = c.get('services').store
  const here = pageOf(c, await readersPlace(c))
  const rows = await cardsAsked(db, asked, here.now)
  const body = <CardRowsPage page={here} asked={asked} chosen={scope.chosen} communities={scope.all} rows={rows} />
  return show(c, here, here.text.supervision.rows.title, body)
})

/** Running cards of an age, or the cards of a month; null for anything else. */
function cardsOf(c: C, { ids }: Scope): CardsAsked | null {
  const { age, set, side, step, month } = c.req.query()
  const period = month ? monthAsked(c) : null
  const chosen = cardSets.find((one) => one === set)
  if ((month && !(period && chosen)) || (step && !cardSteps.some((one) => one === step))) return null
  return {
    communityIds: ids,
    side: side === 'street' ? 'street' : 'community',
    step: cardSteps.find((one) => one === step) ?? null,
    running: period ? null : (cardAgeNames.find((one) => one === age) ?? 'any'),
    month: period && chosen ? { from: period.from, until: period.until, set: chosen } : null,
  }
}
