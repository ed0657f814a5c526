import { askAbout } from '#actions/supervision/ask-inquiry.ts'
import { moveInquiry } from '#actions/supervision/move-inquiry.ts'
import { newId } from '#auth/hashing.ts'
import { cardsAsked, runningCard } from '#db/supervision/card-rows.ts'
import { addDays, endOfDay, localDay } from '#domain/time/workdays.ts'
import { walkCards } from '#jobs/walk-cards.ts'
import { zone } from '#src/demo/people/demo-place.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'

const questions = [
  '这几件心愿过了期限还没有两处公示，请说明原因，尽快补上。',
  '认领以后一直没有约时间，请问一问卡在哪里。',
] as const
const answer = '上周换公示栏，漏贴了这一批。今天下午补贴，以后发布当天就打印。'

/** A supervisor asks about the two oldest running cards; the community has answered one, and its step is still open. */
export async function* inquiriesToday(stage: Stage, communityId: string): Life {
  const { services, days, staff } = stage
  const { db } = services.store
  yield days.at(days.workday(2), 11.5)
  await walkCards(services)
  const asked = { communityIds: [communityId], side: 'community', step: null, running: 'any', month: null } as const
  const rows = await cardsAsked(db, asked, services.now())
  const [doors, contact] = [rows.find(({ step }) => step === 'doors'), rows.find(({ step }) => step === 'contact')]
  const ids: string[] = []
  for (const [index, row] of [doors, contact].entries()) {
    const card = row && (await runningCard(db, row.id))
    if (!card) continue
    const today = localDay(services.now(), zone)
    const dueAt = endOfDay(addDays(today, 7), zone)
    const { id: cardId, subject, code, step } = card
    const order = { act: 'ask', communityId, cardId, subject, code, step, dueAt } as const
    const made = await askAbout(services, staff.supervisor, newId(), { order, words: questions[index] ?? '' })
    if (!made.ok) throw new Error(`not asked: ${made.why}`)
    ids.push(made.answer)
  }
  yield days.at(days.workday(1), 12)
  const [first] = ids
  if (!first) return
  await moveInquiry(services, staff.secretary, { id: first, order: { act: 'answer' }, seen: 1, words: answer })
}
