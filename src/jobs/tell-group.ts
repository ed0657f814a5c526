import { announce } from '#actions/doors/announce.ts'
import { markUnsure, sendRobotMessage } from '#actions/doors/send-robot-message.ts'
import { checkWordsNow } from '#actions/log/words-for-sheet.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { claimedBetween, newAtDoor, sentBefore, wishesOfEdition } from '#db/doors/edition-rows.ts'
import {
  type DueMessage,
  dueMessages,
  hasDaily,
  interruptedMessages,
  robotCommunities,
  triesSince,
} from '#db/doors/robot-rows.ts'
import type { PublicCard } from '#db/wishes/board-rows.ts'
import { wishesInMessage } from '#domain/doors/edition.ts'
import { interruptedAfter, longestRobotText, robotMessagesPerMinute } from '#domain/doors/robot.ts'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import { minute } from '#domain/time/durations.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { Services } from '#src/services.ts'
import { textOf } from '#text/text.ts'
import { groupMessage } from '#views/doors/group-message.ts'

/** As many messages as one run of the clock sends. */
const atOnce = 10

/**
 * Announces red wishes at once and everything else that is new once a day, from when the office opens; then sends what is
 * due. Does nothing where the program cannot reach the robots.
 */
export async function tellGroup(services: Services): Promise<void> {
  if (!services.postToRobot) return
  const { store, now } = services
  for (const id of await robotCommunities(store.db)) {
    const community = await communityById(store.db, id)
    if (community) await announceNew(services, community)
  }
  for (const { id } of await interruptedMessages(store.db, new Date(now().getTime() - interruptedAfter)))
    await markUnsure(services, id)
  for (const due of await dueMessages(store.db, now(), atOnce)) await send(services, due)
}

async function announceNew(services: Services, community: Community): Promise<void> {
  const { store, now } = services
  const place = { communityId: community.id, gridIds: null }
  const fresh = await newAtDoor(store.db, place, 'group', 100)
  const red = fresh.filter(({ urgency }) => urgency === 'red')
  if (red.length) await announceSome(services, community, red, null)

  const today = localDay(now(), community.zone)
  const isOpen = textOf('zh').time.timeValue(now(), community.zone) >= community.opens
  const rest = fresh.filter(({ urgency }) => urgency !== 'red')
  if (!rest.length || !isOpen || (await hasDaily(store.db, community.id, today))) return
  await announceSome(services, community, rest, today)
}

/** As many as fit into the shortest message that a firm takes; the others come with the next one. */
async function announceSome(
  services: Services,
  community: Community,
  cards: readonly PublicCard[],
  robotDay: string | null,
): Promise<void> {
  const longest = { records: 99_999_999, letters: 'XXXX-XXXX-XXXX', site: services.config.publicUrl }
  let some = cards.slice(0, wishesInMessage)
  while (some.length > 1 && bytesOf(wordsFor(services, community, some, 9999, 99, longest)) > longestRobotText)
    some = some.slice(0, -1)
  await announce(services, { communityId: community.id, wishIds: some.map(({ id }) => id), robotDay })
}

async function send(services: Services, due: DueMessage): Promise<void> {
  const { store, now } = services
  const { db } = store
  const { edition, row } = due
  const minuteAgo = new Date(now().getTime() - minute)
  if ((await triesSince(db, row.robotId, minuteAgo)) >= robotMessagesPerMinute) return
  const community = await communityById(db, row.communityId)
  if (!community) return
  const before = await sentBefore(db, edition)
  const claimed = before ? await claimedBetween(db, community.id, before, edition.madeAt) : null
  const cards = await wishesOfEdition(db, edition.id)
  const check = await checkWordsNow(services)
  const words = wordsFor(services, community, cards, edition.number, claimed, check, edition.madeAt)
  await sendRobotMessage(services, due, words)
}

/** The group reads Chinese. */
function wordsFor(
  { config, now }: Services,
  community: Community,
  cards: readonly PublicCard[],
  number: number,
  claimedSince: number | null,
  check: CheckWords | null,
  madeAt = now(),
): string {
  const { zone } = community
  const message = { community, zone, number, madeAt, publicUrl: config.publicUrl, cards, claimedSince, check }
  return groupMessage(message, textOf('zh'))
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
