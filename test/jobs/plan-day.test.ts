import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { planDays } from '#actions/matching/plan-day.ts'
import { invitationPlans, invitations, notifications, residents, volunteers, wishDetails } from '#db/schema/tables.ts'
import type { AskChoice } from '#domain/matching/matching-model.ts'
import { tick } from '#jobs/run-clock.ts'
import { community } from '#test/life/cast.ts'
import { eachStore } from '#test/support/stores.ts'

const beijing = (text: string) => new Date(`${text}+08:00`)
const publish = { action: 'publish', publicText: '', approvesValue: false } as const
const names = ['ben', 'cleo', 'dan', 'eve', 'fay', 'gil'] as const

eachStore((open) => {
  /** anna posts, dora publishes, six volunteer; it is a Tuesday, an hour before the office opens. */
  async function place() {
    const store = await open()
    const here = await community(store, beijing('2026-11-10T09:00:00'))
    const anna = await here.staff('anna', 'gridWorker')
    const dora = await here.staff('dora', 'secretary')
    const people = await here.volunteers(names)
    const published = async (changes: Parameters<typeof here.post>[1] = {}) => {
      const wish = await here.post(anna, changes)
      await here.move(dora, wish, publish)
      return here.fresh(wish)
    }
    const invited = async (wishId: string) => {
      const rows = await store.db.select().from(invitations).where(eq(invitations.wishId, wishId))
      return rows.map(({ personId }) => personId).sort()
    }
    const told = (personId: string) =>
      store.db
        .select()
        .from(notifications)
        .where(and(eq(notifications.personId, personId), eq(notifications.kind, 'fits')))
    const chooses = (id: string, askChoice: AskChoice, askPausedUntil: string | null = null) =>
      store.commit([store.db.update(volunteers).set({ askChoice, askPausedUntil }).where(eq(volunteers.personId, id))])
    const at = (text: string) => {
      here.clock.now = beijing(text)
    }
    return { ...here, store, anna, dora, people, published, invited, told, chooses, at }
  }

  describe('the plan of a day', () => {
    test('is made once, at the opening hour, however many clocks run, and tells each invited person once', async () => {
      const here = await place()
      const wish = await here.published()
      await tick(here.services)
      expect(await here.invited(wish.id)).toEqual([])

      here.at('2026-11-10T10:00:00')
      await Promise.all([tick(here.services), tick(here.services), planDays(here.services)])
      await tick(here.services)

      const people = await here.invited(wish.id)
      expect(people).toHaveLength(3)
      for (const name of names) expect(await here.told(name)).toHaveLength(people.includes(name) ? 1 : 0)
      const plans = await here.store.db.select().from(invitationPlans)
      expect(plans.map(({ day, invited }) => [day, invited])).toEqual([['2026-11-10', 3]])
    })

    test('asks other volunteers two days later, and no volunteer twice within three working days', async () => {
      const here = await place()
      const wish = await here.published()
      for (const day of ['10', '11', '12', '13']) {
        here.at(`2026-11-${day}T10:00:00`)
        await tick(here.services)
      }

      expect(await here.invited(wish.id)).toEqual([...names])
      const rows = await here.store.db.select().from(invitations)
      expect(new Set(rows.map(({ day }) => day))).toEqual(new Set(['2026-11-10', '2026-11-12']))
    })

    test('stops asking a volunteer from the moment they say never or pause', async () => {
      const here = await place()
      const wish = await here.published()
      await here.chooses('ben', 'never')
      await here.chooses('cleo', 'usual', '2026-11-11')
      await here.chooses('dan', 'usual', '2026-11-10')
      here.at('2026-11-10T10:00:00')
      await tick(here.services)

      const people = await here.invited(wish.id)
      expect(people).toHaveLength(3)
      expect(people).not.toContain('ben')
      expect(people).not.toContain('cleo')
    })

    test('offers the wishes of one household together, as one invitation', async () => {
      const here = await place()
      const [milk, naan] = [
        await here.published(),
        await here.published({ itemId: 'naan', urgency: 'blue' as 'yellow' }),
      ]
      here.at('2026-11-10T10:00:00')
      await tick(here.services)

      const people = await here.invited(milk.id)
      expect(await here.invited(naan.id)).toEqual(people)
      expect(await here.told(people[0] ?? '')).toHaveLength(1)
      const rows = await here.store.db
        .select()
        .from(invitations)
        .where(eq(invitations.personId, people[0] ?? ''))
      expect(rows.map(({ slot }) => slot).sort()).toEqual([1, null])
      expect(new Set(rows.map(({ sentWith }) => sentWith)).size).toBe(1)
    })

    test('offers nothing to a household that has its two visits in every week until it would be due', async () => {
      const here = await place()
      const [one, two] = [await here.published(), await here.published({ itemId: 'naan' })]
      const third = await here.published({ itemId: 'kettle' })
      for (const [wish, who] of [
        [one, 'ben'],
        [two, 'cleo'],
      ] as const) {
        await here.claim(here.dora, wish, who)
        await here.move(here.people[names.indexOf(who)] ?? here.dora, wish, {
          action: 'schedule',
          visitAt: beijing('2026-11-12T11:00:00'),
        })
      }
      here.at('2026-11-10T10:00:00')
      await tick(here.services)

      expect(await here.invited(third.id)).toEqual([])
      const { db } = here.store
      await here.store.commit([
        db.insert(residents).values({
          id: 'r2',
          communityId: 'c',
          gridId: 'g',
          name: 'Other',
          building: '3',
          unit: '2',
          door: '502',
          phones: [],
          createdBy: 'anna',
          createdAt: beijing('2026-11-01T09:00:00'),
        }),
        db.update(wishDetails).set({ residentId: 'r2' }).where(eq(wishDetails.wishId, third.id)),
      ])
      here.at('2026-11-11T10:00:00')
      await tick(here.services)
      expect(await here.invited(third.id)).toHaveLength(3)
    })
  })

  describe('at once', () => {
    test('a red wish invites five people with its publication, at any hour, and the same commit tells them', async () => {
      const here = await place()
      here.at('2026-11-10T20:00:00')
      await tick(here.services)
      const wish = await here.published({ urgency: 'red' as 'yellow' })

      const people = await here.invited(wish.id)
      expect(people).toHaveLength(5)
      const [notice] = await here.told(people[0] ?? '')
      expect(notice).toMatchObject({ stream: wish.id, seq: wish.seq })
    })

    test('a claim given back invites others, never its last claimant, and only this wish is offered', async () => {
      const here = await place()
      const [wish, other] = [await here.published(), await here.published({ itemId: 'naan' })]
      await here.claim(here.dora, wish, 'ben')
      const note = { kind: 'handover', text: 'no time after all' } as const
      await here.move(here.people[0] ?? here.dora, wish, { action: 'release', notes: [note] })

      const people = await here.invited(wish.id)
      expect(people).toHaveLength(4)
      expect(people).not.toContain('ben')
      expect(await here.invited(other.id)).toEqual([])
    })

    test('two acts at the same moment cannot give one person more invitations than a week has', async () => {
      const here = await place()
      for (const name of names.slice(1)) await here.chooses(name, 'never')
      await here.chooses('ben', 'weekly')
      const wishes = [
        await here.post(here.anna, { urgency: 'red' as 'yellow' }),
        await here.post(here.anna, { urgency: 'red' as 'yellow', itemId: 'naan' }),
      ]
      await Promise.all(wishes.map((wish) => here.move(here.dora, wish, publish)))

      expect(await here.told('ben')).toHaveLength(1)
      expect(await here.store.db.select().from(invitations)).toHaveLength(1)
      for (const wish of wishes) expect((await here.fresh(wish)).state).toBe('open')
    })
  })

  test('invitations are forgotten after half a year', async () => {
    const here = await place()
    await here.published()
    here.at('2026-11-10T10:00:00')
    await tick(here.services)
    for (const name of names) await here.chooses(name, 'never')
    here.at('2027-05-13T10:00:00')
    await tick(here.services)

    expect(await here.store.db.select().from(invitations)).toEqual([])
  })
})
