import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { placeEvent, type RegisterAction, registerEvent } from '#actions/event-log.ts'
import { once } from '#actions/once.ts'
import { newId } from '#auth/hashing.ts'
import { seal } from '#auth/sealed.ts'
import { robotsOf } from '#db/doors/robot-rows.ts'
import { robots } from '#db/schema/tables.ts'
import { onlyIf, wasRefused } from '#db/store/only-if.ts'
import { mostRobots, robotKindOf } from '#domain/doors/robot.ts'
import { isSecretaryOf, type Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** The secret part of a robot's address, as stored sealed. */
export type RobotSecret = {
  readonly address: string
  /** The key that signs its messages; empty where the firm was not asked for one. */
  readonly key: string
}
export const sealPurpose = 'robot'

type Refused = { readonly ok: false; readonly why: 'no-robot' | 'too-many' }

/** Stores a robot's address, sealed: from then on no page, log or event shows it. Null where the actor is not secretary. */
export async function addRobot(
  services: Services,
  actor: Person,
  communityId: string,
  key: string,
  secret: RobotSecret,
) {
  if (!isSecretaryOf(actor, communityId)) return null
  const { store, now, config } = services
  const form = { key, action: 'add-robot', body: [communityId, secret] }
  return once<string, Refused>(services, actor, form, async () => {
    const kind = robotKindOf(secret.address)
    if (!kind) return { ok: false, why: 'no-robot' }
    if ((await robotsOf(store.db, communityId)).length >= mostRobots) return { ok: false, why: 'too-many' }
    const id = newId()
    const sealed = await seal(config.secret, sealPurpose, secret)
    return {
      ok: true,
      answer: id,
      statements: [
        registerEvent(store, {
          communityId,
          actorId: actor.id,
          action: 'robot-added',
          now: now(),
          data: { robot: id, kind },
        }),
        store.db.insert(robots).values({ id, communityId, kind, sealed, addedBy: actor.id, addedAt: now() }),
      ],
    }
  })
}

/** Removes a robot and forgets its address. False where it is not (any more) one of the community. */
export async function endRobot(services: Services, actor: Person, communityId: string, id: string): Promise<boolean> {
  if (!isSecretaryOf(actor, communityId)) return false
  const { store, now } = services
  const { db } = store
  const own = and(eq(robots.id, id), eq(robots.communityId, communityId), isNull(robots.endedAt)) as SQL
  const isThere = sql`exists (select 1 from ${robots} where ${own})`
  try {
    await store.commit([
      placeEvent(store, `register:${communityId}`, {
        communityId,
        actorId: actor.id,
        now: now(),
        data: { robot: id },
        action: onlyIf(isThere, sql`${'robot-ended' satisfies RegisterAction}`),
      }),
      db.update(robots).set({ endedAt: now(), sealed: '' }).where(own),
    ])
    return true
  } catch (error) {
    if (wasRefused(error, 'events.action')) return false
    throw error
  }
}
