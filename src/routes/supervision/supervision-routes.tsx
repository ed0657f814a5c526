import { Hono } from 'hono'
import { spansOf } from '#db/months/wait-lengths.ts'
import {
  type CardsAsked,
  cardSets,
  cardsAsked,
  monthCards,
  runningCounts,
  stepMedians,
} from '#db/supervision/card-rows.ts'
import { inquiryCounts, inquiryPatterns, lettersSupervisedCounts } from '#db/supervision/inquiry-rows.ts'
import { cardAgeNames, cardSteps } from '#domain/supervision/card-steps.ts'
import { readersPlace } from '#http/community/readers-community.ts'
import type { C, Env } from '#http/context.ts'
import { holder } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { CardRowsPage } from '#views/supervision/card-rows-page.tsx'
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
      inquiries={await inquiryCounts(db, allIds, period)}
      patterns={await withRules(c, await inquiryPatterns(db, allIds, period))}
    />
  )
  return show(c, here, here.text.supervision.title, body)
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
