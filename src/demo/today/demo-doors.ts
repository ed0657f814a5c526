import { addRobot } from '#actions/doors/add-robot.ts'
import { makeEdition } from '#actions/doors/make-edition.ts'
import { newId } from '#auth/hashing.ts'
import { openCards } from '#db/doors/edition-rows.ts'
import type { PublishingDoor } from '#domain/doors/door.ts'
import { mostWishes, type PaperSize } from '#domain/doors/edition.ts'
import { demoRobotAddress } from '#src/demo/demo-robot.ts'
import type { Stage } from '#src/demo/stage/stage.ts'
import type { Life } from '#src/demo/stage/timeline.ts'

/**
 * Yesterday at noon the newest wishes were published in the group and on the notice board. Some have been claimed
 * since.
 */
export async function* doorsYesterday(stage: Stage, communityId: string): Life {
  yield stage.days.at(stage.days.workday(1), 12.3)
  const { services, staff } = stage
  const added = await addRobot(services, staff.secretary, communityId, newId(), { address: demoRobotAddress, key: '' })
  if (!added?.ok) throw new Error('demo: no robot for the group')
  await publishAt(stage, communityId, 'group', null)
  await publishAt(stage, communityId, 'board', 'a4')
}

async function publishAt(
  { services, staff }: Stage,
  communityId: string,
  door: PublishingDoor,
  paper: PaperSize | null,
): Promise<void> {
  const open = await openCards(services.store.db, { communityId, gridIds: null }, 100)
  const newest = [...open].sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime())
  // Half of the sheet's wishes have waited for some time, because the newest ones are claimed first.
  const most = mostWishes(door, paper)
  const chosen = door === 'group' ? newest.slice(0, most) : [...newest.slice(0, most / 2), ...newest.slice(-most / 2)]
  const codes = chosen.map(({ code }) => code)
  const made = await makeEdition(services, staff.secretary, newId(), { communityId, door, paper, codes })
  if (!made.ok) throw new Error(`demo: no list for the ${door}: ${made.why}`)
}
