import { answerAtOnce, type DirectAnswer } from '#actions/wishes/answer-at-once.ts'
import { preparePost } from '#actions/wishes/post-wish.ts'
import { newId } from '#auth/hashing.ts'
import { type Knowledge, knowledgeOf } from '#db/wishes/knowledge-rows.ts'
import { type StarterKey, starters } from '#domain/knowledge.ts'
import { hour } from '#domain/time/durations.ts'
import type { ReferReason, Source } from '#domain/vocabulary.ts'
import { things } from '#src/demo/demo-things.ts'
import type { StaffKey } from '#src/demo/people/demo-people.ts'
import { move, postingOf } from '#src/demo/stage/demo-acts.ts'
import type { Thing } from '#src/demo/stage/demo-thing.ts'
import { followed, officeCall, questions } from '#src/demo/stage/sentences.ts'
import { caseFor, type Stage, workerOf } from '#src/demo/stage/stage.ts'
import type { Life, LifeStory } from '#src/demo/stage/timeline.ts'
import { startersZh } from '#text/zh/desk/starters-text.ts'

/** Questions answered at once over the past months, and requests that offices have not answered yet. */
export const intakeToday = (stage: Stage, communityId: string): readonly LifeStory[] => [
  ...asked.map(([share, key, source], index) => answeredAtOnce(stage, communityId, { share, key, source, index })),
  calledOffice(stage, communityId),
  waitingForOffice(stage, things.gate, 1, { reason: 'other-office', note: followed.gate }),
  waitingForOffice(stage, things.water, 6, { reason: 'utility', note: followed.water, isFollowed: true }),
]

/** Each question's position between the first day of the story and today; there were more when it became cold. */
const asked: readonly (readonly [share: number, key: StarterKey, source: Source])[] = [
  [0.08, 'old-age', 'visit'],
  [0.31, 'old-age', 'visit'],
  [0.52, 'old-age', 'visit'],
  [0.79, 'old-age', 'visit'],
  [0.18, 'medicine', 'phone'],
  [0.44, 'medicine', 'phone'],
  [0.93, 'medicine', 'phone'],
  [0.71, 'heating', 'phone'],
  [0.86, 'heating', 'phone'],
  [0.97, 'heating', 'phone'],
  [0.26, 'hearing', 'visit'] as const,
  [0.64, 'certificate', 'phone'] as const,
  [0.9, 'lock', 'phone'] as const,
  [0.58, 'gas', 'letter'] as const,
  [0.95, 'hardship', 'transfer'] as const,
]

type Asked = { readonly share: number; readonly key: StarterKey; readonly source: Source; readonly index: number }

async function* answeredAtOnce(stage: Stage, communityId: string, story: Asked): Life {
  const { services, days } = stage
  const { share, key, source, index } = story
  yield days.at(days.workday(Math.max(1, Math.round((days.length - 1) * (1 - share)))), 16.2 + (index % 5) / 4)
  const entry = (await knowledgeOf(services.store.db, { communityId, subject: starters[key] })).find(
    ({ title }) => title === startersZh[key].title,
  ) as Knowledge
  const isWritten = source === 'letter' || source === 'transfer'
  const receivedAt = isWritten ? new Date(services.now().getTime() - 20 * hour) : null
  await answer(stage, communityId, index, {
    how: 'knowledge',
    knowledgeId: entry.id,
    asked: questions[key] ?? '',
    said: '',
    source,
    came: { receivedAt, workOrder: source === 'transfer' ? 'YB-2026-110042' : '' },
  })
}

/** Staff called the office while the resident was still on the line. */
async function* calledOffice(stage: Stage, communityId: string): Life {
  yield stage.days.at(stage.days.workday(2), 11.4)
  const came = { receivedAt: null, workOrder: '' }
  const said = { asked: officeCall.asked, said: officeCall.said, source: 'phone', came } as const
  await answer(stage, communityId, 0, { how: 'office-call', knowledgeId: null, ...said })
}

async function answer(
  { services, staff, neighbours }: Stage,
  communityId: string,
  index: number,
  story: Omit<DirectAnswer, 'place' | 'residentId'>,
): Promise<void> {
  const worker =
    (['grid-1', 'grid-2', 'grid-3', 'grid-4'] as const satisfies readonly StaffKey[])[index % 4] ?? 'grid-1'
  const role = staff[worker].roles[0]
  // Every third question is from a resident with a file; the other names were not needed.
  const known = index % 3 === 0 ? neighbours.find(({ gridId }) => gridId === role?.areaId) : undefined
  const place = { communityId, gridId: role?.areaId ?? '', ageBand: known?.ageBand ?? null }
  const done = await answerAtOnce(services, staff[worker], newId(), { place, residentId: known?.id ?? null, ...story })
  if (!done.ok) throw new Error(`demo: answer refused: ${JSON.stringify(done)}`)
}

type Waiting = { readonly reason: ReferReason; readonly note: string; readonly isFollowed?: boolean }

/** Recorded and referred in one commit; staff have asked again about some of them. */
async function* waitingForOffice(stage: Stage, thing: Thing, n: number, story: Waiting): Life {
  const { services, days } = stage
  const whose = caseFor(stage, thing, { grid: 0 })
  const by = workerOf(stage, whose.whose)
  yield days.at(days.workday(n), 15.1)
  const { reason, note, isFollowed } = story
  const posting = { ...postingOf(whose.thing, 'phone'), refer: { reason, note } }
  const prepared = await preparePost(services, by, whose.whose, posting)
  if (!prepared.ok) throw new Error(`demo: referral refused: ${JSON.stringify(prepared.refusal)}`)
  await services.store.commit(prepared.statements)
  if (!isFollowed) return
  yield days.at(days.workday(2), 10.7)
  const notes = [{ kind: 'office', text: followed.again }] as const
  await move(stage, by, prepared.wish, { action: 'follow', outcome: 'asked', notes })
}
