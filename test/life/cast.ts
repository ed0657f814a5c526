import { moveWish } from '#actions/wishes/move-wish.ts'
import { preparePost } from '#actions/wishes/post-wish.ts'
import { newId } from '#auth/hashing.ts'
import { loadPerson, volunteerOf } from '#db/people/people-rows.ts'
import { areas, consents, people, residents, roles, units, volunteers } from '#db/schema/tables.ts'
import { type Statement, type Store, takenKey } from '#db/store/store.ts'
import { loadWish } from '#db/wishes/wish-rows.ts'
import type { Actor, Person } from '#domain/people/actor.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Services } from '#src/services.ts'
import { photosInMemory } from '#test/support/photos.ts'

const begin = new Date('2026-01-05T02:00:00Z')
export const secret = 'a secret that only these tests know, long enough'

/** A community with one grid, and the people a test adds. The clock does not move until the test moves it. */
export async function community(store: Store, now: Date) {
  const { db } = store
  const clock = { now }
  const services: Services = {
    store,
    config: { publicUrl: 'http://wish.example.cn', secret, logSeed: secret, isDemo: false },
    photos: photosInMemory(),
    now: () => clock.now,
  }
  const commit = (rows: readonly Statement[]) => store.commit(rows)

  await commit([
    db
      .insert(areas)
      .values({ id: 'c', kind: 'community', path: 'c/', name: 'Hongqi', slug: 'hongqi', region: 'xinjiang' }),
    db.insert(areas).values({ id: 'g', kind: 'grid', parentId: 'c', path: 'c/g/', name: 'grid 1' }),
    db.insert(residents).values(resident),
    ...(['kept', 'posting', 'card', 'contact'] as const).map((purpose) => db.insert(consents).values(consent(purpose))),
  ])

  const personRows = (id: string, role: RoleName, areaId: string, n: number) => [
    db.insert(people).values({ id, phone: `199${String(n).padStart(8, '0')}`, name: id, createdAt: begin }),
    db
      .insert(roles)
      .values({ id: `${id}-${role}`, personId: id, role, areaId, fromDay: '2026-01-05', grantedAt: begin }),
  ]
  let count = 0
  const load = async (id: string): Promise<Person> => (await loadPerson(db, id, clock.now)) as Person

  return {
    services,
    clock,
    async staff(id: string, role: 'gridWorker' | 'secretary'): Promise<Person> {
      await commit(personRows(id, role, role === 'secretary' ? 'c' : 'g', count++))
      return load(id)
    },
    /** Active volunteers of the community; of one work unit where it is named. */
    async volunteers(ids: readonly string[], unit: string | null = null): Promise<readonly Person[]> {
      const file = { communityId: 'c', strengths: [], freeTimes: [], state: 'active', createdAt: begin } as const
      await commit([
        ...(unit ? [db.insert(units).values({ id: unit, communityId: 'c', name: unit })] : []),
        ...ids.flatMap((id) => [
          ...personRows(id, 'volunteer', 'c', count++),
          db.insert(volunteers).values({ id: `${id}-file`, personId: id, unitId: unit, ...file }),
        ]),
      ])
      return Promise.all(ids.map(load))
    },
    async post(by: Actor, changes: Partial<typeof milk> = {}): Promise<Wish> {
      const posting = { content: { ...milk, ...changes }, words: '', specification: '', claimerNote: '' }
      for (;;) {
        const prepared = await preparePost(services, by, resident, {
          ...posting,
          repeatReason: 'as agreed',
          oddReason: 'as agreed',
        })
        if (!prepared.ok) throw new Error(`not posted: ${prepared.refusal.why}`)
        try {
          await store.commit(prepared.statements)
          return prepared.wish
        } catch (error) {
          // Codes are drawn at random: among thousands of wishes two draw the same one, and the form draws again.
          if (takenKey(error) !== 'wishes.code') throw error
        }
      }
    },
    move: (by: Actor, wish: Wish, ...orders: [Order, ...Order[]]) =>
      moveWish(services, by, { code: wish.code, orders }),
    async claim(by: Actor, wish: Wish, volunteerId: string, isExtra = false) {
      const volunteer = await volunteerOf(db, volunteerId, 'c')
      if (!volunteer) throw new Error(`${volunteerId} is no volunteer`)
      const order = { action: 'claim', claimId: newId(), volunteer, isExtra } as const
      return moveWish(services, by, { code: wish.code, orders: [order] })
    },
    fresh: async (wish: Wish): Promise<Wish> => (await loadWish(db, wish.code)) as Wish,
  }
}
export type Community = Awaited<ReturnType<typeof community>>

export const milk = {
  itemId: 'milk' as string | null,
  category: 'goods',
  quantity: 2,
  measure: 'box',
  valueFen: 6000 as number | null,
  every: null as 'month' | null,
  urgency: 'yellow',
  source: 'visit',
} as const

const resident = {
  id: 'r',
  communityId: 'c',
  gridId: 'g',
  name: 'Resident',
  ageBand: '80+',
  building: '3',
  unit: '2',
  door: '501',
  phones: ['19911110000'],
  createdBy: 'anna',
  createdAt: begin,
} as const

const consent = (purpose: 'kept' | 'posting' | 'card' | 'contact') => ({
  id: `consent-${purpose}`,
  residentId: 'r',
  purpose,
  given: true,
  method: 'in-person' as const,
  witnessId: 'anna',
  day: '2026-01-05',
  at: begin,
})

/** The refusal's name, or what was done; for tests that only want to know which. */
export const outcome = (moved: Awaited<ReturnType<Community['move']>>): string =>
  moved === null ? 'unknown' : moved.ok ? (moved.isAgain ? 'again' : 'done') : moved.refusal.why
