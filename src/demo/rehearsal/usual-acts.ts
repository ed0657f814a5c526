import { answerAtOnce } from '#actions/wishes/answer-at-once.ts'
import { newId } from '#auth/hashing.ts'
import { knowledgeOf } from '#db/wishes/knowledge-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import { isGridWorkerOf } from '#domain/people/actor.ts'
import { day, hour } from '#domain/time/durations.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { drawer } from '#src/demo/demo-months.ts'
import { freeVolunteer, own } from '#src/demo/people/demo-volunteers.ts'
import { claim, deliverWithCode, move, personOf, post, publish, showCode } from '#src/demo/stage/demo-acts.ts'
import { visitOf } from '#src/demo/stage/demo-steps.ts'
import { levels } from '#src/demo/stage/lives.ts'
import { randomFrom } from '#src/demo/stage/random.ts'
import { complaints, deliveryNotes, handovers, praise, questions } from '#src/demo/stage/sentences.ts'
import type { Hour } from './hour.ts'

// What each of them does in an hour. The newest wishes are left to the visitor who rehearses, and so are those of the
// people as whom the visitor can sign in.

/** How many of the newest on the desk, on the board and to be called about are left for the visitor. */
const left = { submitted: 3, open: 3, delivered: 2 } as const

export async function postings(here: Hour): Promise<void> {
  const { random, residents, days } = here
  if (!here.isWorkday || here.hour > 13 || !here.once(2.4) || !residents.length) return
  const { next } = drawer(here)
  const thing = next(days.today)
  const source = random.pick(['visit', 'visit', 'phone', 'board'] as const)
  // A resident who recently had the same item is skipped.
  await here.each(random.shuffled(residents).slice(0, 1), async (whose) => {
    const by = workerOf(here, whose)
    if (by) await post(here, { whose, thing }, { by, source })
  })
}

/** Wishes for catalogue items are checked by the end of the day; those in free words are left to the visitor. */
export async function checks(here: Hour): Promise<void> {
  if (!here.isWorkday || (here.hour < 15 && here.hour !== 11)) return
  const waiting = (await here.inState('submitted')).slice(0, -left.submitted)
  const known = waiting.filter((wish) => wish.itemId !== null && age(here, wish.since) > 2 * hour)
  await here.each(known, (wish) => publish(here, wish, ''))
}

export async function claims(here: Hour): Promise<void> {
  if (![12, 13, 18, 19].includes(here.hour)) return
  const waiting = (await here.inState('open')).toSorted((a, b) => a.since.getTime() - b.since.getTime())
  const taken = waiting.slice(0, -left.open).filter((wish) => !wish.restsUntil && here.once(wish.rank ? 4 : 2))
  await here.each(taken, async (wish) => {
    const volunteer = await freeVolunteer(here, wish, [wish.barredId])
    if (volunteer) await claim(here, wish, volunteer)
  })
}

export async function appointments(here: Hour): Promise<void> {
  const late = (wish: Wish) => luckOf(wish) < 0.1
  const undated = (await inHand(here)).filter((wish) => !wish.visitAt && !late(wish) && here.once(2))
  await here.each(undated, async (wish) => {
    const half = hour / 2
    const visitAt = new Date(Math.ceil(visitOf(here, wish).getTime() / half) * half)
    if (visitAt > here.services.now()) await move(here, claimantOf(here, wish), wish, { action: 'schedule', visitAt })
  })
}

/** Once a fortnight each: a claim is released with a note for the next volunteer, and a wish is no longer needed. */
export async function changes(here: Hour): Promise<void> {
  const { random, workers } = here
  if (!here.isWorkday || here.hour !== 11) return
  const given = (await inHand(here)).filter(() => here.once(60)).slice(0, 1)
  await here.each(given, (wish) => {
    const notes = [{ kind: 'handover', text: random.pick(handovers) }] as const
    return move(here, claimantOf(here, wish), wish, { action: 'release', notes })
  })
  const gone = (await here.inState('open'))
    .slice(0, -left.open)
    .filter(() => here.once(100))
    .slice(0, 1)
  await here.each(gone, async (wish) => {
    const poster = workers.find(({ id }) => id === wish.postedBy)
    if (poster) await move(here, poster, wish, { action: 'withdraw', reason: 'no-longer-needed' })
  })
}

/** At the agreed time; without one, on the evening of the due day or a day late. One in twenty is forgotten. */
export async function deliveries(here: Hour): Promise<void> {
  const { days, services, random } = here
  const isNow = (wish: Wish) => {
    const luck = luckOf(wish)
    if (wish.visitAt) return wish.visitAt <= services.now()
    if (luck < 0.05 || here.hour < 16) return false
    const day = luck < 0.1 ? days.workdayAfter(wish.dueAt as Date, 1) : days.dayOf(wish.dueAt as Date)
    return days.today >= day
  }
  await here.each((await inHand(here)).filter(isNow), async (wish) => {
    const text = random.pick(deliveryNotes)
    const by = claimantOf(here, wish)
    const poster = here.workers.find(({ id }) => id === wish.postedBy)
    if (!poster || luckOf(wish) < 0.7)
      return move(here, by, wish, { action: 'deliver', notes: [{ kind: 'delivery', text }] })
    await showCode(here, poster, wish)
    return deliverWithCode(here, wish, by, text)
  })
}

/** From the next day on; some residents do not answer, some say that it was not right. */
export async function calls(here: Hour): Promise<void> {
  if (!here.isWorkday || here.hour < 15 || here.hour > 18) return
  const { days, random } = here
  const delivered = (await here.inState('delivered', 'fulfilled'))
    .filter(
      ({ state, satisfaction, confirmedHow }) => state === 'delivered' || (confirmedHow === 'code' && !satisfaction),
    )
    .filter(({ deliveredAt, callbackDueAt }) => deliveredAt && callbackDueAt && age(here, deliveredAt) < 20 * day)
    .toSorted((a, b) => Number(a.deliveredAt) - Number(b.deliveredAt))
  const due = delivered
    .slice(0, -left.delivered)
    .filter(({ deliveredAt }) => days.dayOf(deliveredAt as Date) < days.today && here.once(1.6))
  await here.each(due, async (wish) => {
    const by = callerOf(here, wish)
    if (!by) return
    if (random.chance(0.12)) return move(here, by, wish, { action: 'try', outcome: 'no-answer' })
    const said = { speaker: random.chance(0.2) ? 'relative' : 'resident' } as const
    if (luckOf(wish) > 0.1 && luckOf(wish) < 0.15)
      return move(here, by, wish, {
        action: 'reopen',
        reason: 'dissatisfied',
        satisfaction: 'dissatisfied',
        ...said,
        notes: [{ kind: 'words', text: complaints.unfinished }],
      })
    const answer = {
      ...said,
      satisfaction: random.pick(levels),
      notes: [{ kind: 'words', text: random.pick(praise) }],
    } as const
    if (wish.state === 'fulfilled') return move(here, by, wish, { action: 'rate', ...answer })
    return move(here, by, wish, { action: 'confirm', how: 'call', ...answer })
  })
}

/** Two or three questions a week are answered from the knowledge base. */
export async function answers(here: Hour): Promise<void> {
  const { services, communityId, random } = here
  if (!here.isWorkday || here.hour !== 16 || !here.once(2)) return
  const entries = await knowledgeOf(services.store.db, { communityId })
  const [worker] = random.shuffled(here.workers)
  const role = worker?.roles.find((one) => one.role === 'gridWorker')
  if (!entries.length || !worker || !role) return
  const knowledgeId = random.pick(entries).id
  const asked = random.pick(Object.values(questions))
  await here.each([asked], () =>
    answerAtOnce(services, worker, newId(), {
      place: { communityId, gridId: role.areaId, ageBand: null },
      residentId: null,
      how: 'knowledge',
      knowledgeId,
      asked,
      said: '',
      source: 'phone',
      came: { receivedAt: null, workOrder: '' },
    }),
  )
}

/** Claims of all volunteers except those as whom a visitor can sign in. */
async function inHand(here: Hour): Promise<readonly Wish[]> {
  const theirs = new Set(here.volunteers.filter(({ phone }) => !own.includes(phone)).map(({ id }) => id))
  return (await here.inState('claimed')).filter(({ claimantId }) => claimantId && theirs.has(claimantId))
}

/** From 0 to 1, always the same for the same claim. */
const luckOf = ({ postedAt, round }: Wish): number => randomFrom(postedAt.getTime() / 1000 + round).between(0, 1)

const age = ({ services }: Hour, at: Date): number => services.now().getTime() - at.getTime()
const claimantOf = (here: Hour, wish: Wish): Person => personOf(here, { id: wish.claimantId as string })

function workerOf({ workers, random }: Hour, { gridId }: { readonly gridId: string }): Person | null {
  return random.shuffled(workers).find((worker) => isGridWorkerOf(worker, gridId)) ?? null
}

/** The secretary, unless she entered the claim: then a worker of the grid. */
const callerOf = (here: Hour, wish: Wish): Person | null =>
  wish.enteredBy === here.staff.secretary.id ? workerOf(here, wish) : here.staff.secretary
