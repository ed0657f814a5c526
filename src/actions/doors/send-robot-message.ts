import { createHmac } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { unseal } from '#auth/sealed.ts'
import type { DueMessage } from '#db/doors/robot-rows.ts'
import { robotMessages } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { nextTryAt, outcomeOf, type RobotKind, type RobotState } from '#domain/doors/robot.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { type RobotSecret, sealPurpose } from './add-robot.ts'

/**
 * Sends one message. It is marked as on its way first, so that no second clock sends it too; where no one knows whether
 * the firm received it, it is not sent again by itself. False where another clock was quicker.
 */
export async function sendRobotMessage(services: Services, due: DueMessage, text: string): Promise<boolean> {
  const { store, now, config, postToRobot } = services
  const { row, edition } = due
  const secret = (await unseal(config.secret, sealPurpose, due.sealed)) as RobotSecret | null
  if (!secret || !postToRobot) return false
  const tries = row.tries + 1
  if (!(await take(services, row.id, row.tries))) return false

  const { address, body } = signed(due.kind, secret, text, now())
  const { kind, answer } = outcomeOf(await postToRobot(address, JSON.stringify(body)))
  const nextAt = kind === 'refused' ? nextTryAt(edition.madeAt, tries, now()) : null
  const state: RobotState = kind !== 'refused' ? kind : nextAt ? 'waiting' : 'given-up'
  await store.commit([
    store.db
      .update(robotMessages)
      .set({ state, answer, ...(nextAt ? { nextAt } : {}) })
      .where(eq(robotMessages.id, row.id)),
  ])
  return true
}

async function take({ store, now }: Services, id: string, tries: number): Promise<boolean> {
  const isWaiting = sql`${robotMessages.state} = 'waiting' and ${robotMessages.tries} = ${tries}`
  const robotId = onlyIf(isWaiting, robotMessages.robotId)
  try {
    await store.commit([
      store.db
        .update(robotMessages)
        .set({ robotId, state: 'sending', tries: tries + 1, triedAt: now() })
        .where(eq(robotMessages.id, id)),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'robot_messages.robot_id')) return false
    throw error
  }
}

/** DingTalk wants the signature in the address, in milliseconds; Feishu in the body, in seconds. */
function signed(kind: RobotKind, { address, key }: RobotSecret, text: string, now: Date) {
  if (kind === 'feishu') {
    const body = { msg_type: 'text', content: { text } }
    if (!key) return { address, body }
    const timestamp = String(Math.floor(now.getTime() / 1000))
    const sign = createHmac('sha256', `${timestamp}\n${key}`).digest('base64')
    return { address, body: { timestamp, sign, ...body } }
  }
  const body = { msgtype: 'text', text: { content: text } }
  if (kind === 'wecom' || !key) return { address, body }
  const timestamp = String(now.getTime())
  const sign = createHmac('sha256', key).update(`${timestamp}\n${key}`).digest('base64')
  return { address: `${address}&timestamp=${timestamp}&sign=${encodeURIComponent(sign)}`, body }
}

/** It was on its way when the program stopped: no one knows whether it arrived. */
export const markUnsure = ({ store }: Services, id: string): Promise<void> =>
  store.commit([
    store.db
      .update(robotMessages)
      .set({ state: 'unsure', answer: 'interrupted' })
      .where(and(eq(robotMessages.id, id), eq(robotMessages.state, 'sending'))),
  ])

/** Someone has looked into the group: the message is there, or it is to be sent once more. */
export async function settleUnsure(
  { store, now }: Services,
  actor: Person,
  communityId: string,
  id: string,
  isThere: boolean,
): Promise<void> {
  if (!isSecretaryOf(actor, communityId)) return
  const state = isThere ? 'sent' : 'waiting'
  await store.commit([
    store.db
      .update(robotMessages)
      .set({ state, nextAt: now() })
      .where(
        and(eq(robotMessages.id, id), eq(robotMessages.communityId, communityId), eq(robotMessages.state, 'unsure')),
      ),
  ])
}
