import { amendWish } from '#actions/wishes/post-wish.ts'
import { things } from '#src/demo/demo-things.ts'
import { done, move, post, postingOf } from '#src/demo/stage/demo-acts.ts'
import type { Thing } from '#src/demo/stage/demo-thing.ts'
import { cupboardNow, returns } from '#src/demo/stage/sentences.ts'
import { caseFor, type Stage, workerOf } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'

/** What waits for the secretary's check today, and what was returned to the grid worker. */
export const deskToday = (stage: Stage): readonly Life[] => [
  submitted(stage, things.drain, 0, () => stage.days.justNow(25)),
  submitted(stage, things.birthday, 1),
  submitted(stage, things.wheelchair, 2),
  submitted(stage, things.chair, 3),
  submitted(stage, things.letters, 0),
  sentBack(stage, things.present, returns.size),
  sentBack(stage, things.cupboard, returns.cupboard, { ...things.cupboard, words: cupboardNow }),
  sentBack(stage, things.cane, returns.size),
  fromList(stage, things.milk, 0),
  fromList(stage, things.oil, 1),
  fromList(stage, things.haircut, 2),
]

async function* submitted(stage: Stage, thing: Thing, grid: number, when?: () => Date): Life {
  const story = caseFor(stage, thing, { grid })
  const { days, random } = stage
  yield when?.() ?? days.at(days.workday(1), random.between(15, 18.4))
  await post(stage, story, { by: workerOf(stage, story.whose), source: 'visit' })
}

/** Returned with the reason; with `mended` it is completed and posted again the next day. */
async function* sentBack(stage: Stage, thing: Thing, reason: string, mended?: Thing): Life {
  const story = caseFor(stage, thing, { grid: 0 })
  const { days, staff, services } = stage
  const by = workerOf(stage, story.whose)
  yield days.at(days.workday(3), 12)
  const wish = await post(stage, story, { by, source: 'visit' })
  yield days.at(days.workday(2), 11.5)
  const back = await move(stage, staff.secretary, wish, { action: 'return', notes: [{ kind: 'reason', text: reason }] })
  if (!mended) return
  yield days.at(days.workday(1), 12.5)
  done(await amendWish(services, by, back.code, postingOf(mended, 'visit'), back.seq), 'amend')
}

/** Imported with a list; the resident has not been asked for consent yet. */
async function* fromList(stage: Stage, thing: Thing, grid: number): Life {
  const story = caseFor(stage, thing, { grid, isFromList: true })
  yield stage.days.at(stage.days.workday(2), 11)
  await post(stage, story, { by: workerOf(stage, story.whose), source: 'list' })
}
