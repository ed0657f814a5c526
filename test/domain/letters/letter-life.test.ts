import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideLetter, type LetterOrder, writeLetter } from '#domain/letters/decide-letter.ts'
import type { Letter } from '#domain/letters/letter.ts'
import { type LetterAct, type LetterParty, type LetterState, letterActs } from '#domain/letters/letter-life.ts'
import { type LetterActor, letterPartiesOf } from '#domain/letters/letter-parties.ts'
import { anyone, clock, type Person, type Role } from '#domain/people/actor.ts'
import { rulesSchema } from '#domain/rules.ts'
import type { Calendar } from '#domain/time/workdays.ts'

const place = { communityId: 'hongqi', path: 'changji/city/road/hongqi/' }
const calendar: Calendar = { zone: 'Asia/Shanghai', special: new Map(), knownYears: new Set([2026, 2027]) }
const rules = rulesSchema.parse({
  checkBeforePublishing: true,
  deliverWithin: { red: 1, yellow: 3, blue: 7 },
  ...{ valueLimitFen: 20_000, openClaimsPerVolunteer: 2, claimsPerUnitMonth: 5, lapseAfter: 1, callbackWithin: 3 },
  ...{ callbackTries: 3, repeatDays: 60, undoMinutes: 30, contactHours: 24, codeTries: 5, minimumAge: 14 },
})
/** A Monday, 11:00. */
const monday = new Date('2026-11-02T11:00:00+08:00')
const at = (days: number) => new Date(monday.getTime() + days * 86_400_000)
const setting = (now = monday) => ({ now, rules, calendar })

const role = (name: Role['role'], areaId: string, path: string, communityId: string | null = 'hongqi'): Role => ({
  ...{ role: name, areaId, path, communityId },
})
const person = (id: string, ...roles: Role[]): Person => ({ kind: 'person', id, name: id, roles })
const ana = person('ana', role('gridWorker', 'grid1', 'changji/city/road/hongqi/1/'))
const gus = person('gus', role('gridWorker', 'grid2', 'changji/city/road/hongqi/2/'))
const dora = person('dora', role('secretary', 'hongqi', 'changji/city/road/hongqi/'))
const eve = person('eve', role('supervisor', 'road', 'changji/city/road/', null))
const zhao = person('zhao', role('secretary', 'nanyuan', 'changji/city/road/nanyuan/', 'nanyuan'))
const ben = person('ben', role('volunteer', 'hongqi', 'changji/city/road/hongqi/'))
const farSupervisor = person('far', role('supervisor', 'other', 'changji/other/', null))
const writer: LetterActor = { kind: 'writer', letterId: 'l1' }
const stranger: LetterActor = { kind: 'writer', letterId: 'l2' }

const written = (isAboutStaff = false, now = monday): Letter =>
  writeLetter(
    'l1',
    'hongqi',
    {
      act: 'write',
      code: '1234-5674',
      kind: isAboutStaff ? 'complaint' : 'question',
      way: 'web',
      forWhom: 'self',
      isAboutStaff,
      hasPhone: true,
      mayPublish: true,
    },
    anyone,
    setting(now),
  ).letter

/** Ana answered a letter that was passed on to her, unless the fields say otherwise. */
const letter = (fields: Partial<Letter> = {}): Letter => ({ ...written(), ...fields })
const answered = letter({
  state: 'answered',
  handlerId: 'ana',
  answeredBy: 'ana',
  answeredAt: monday,
  dueAt: at(15),
})

const orders: Readonly<Record<Exclude<LetterAct, 'write'>, LetterOrder>> = {
  receive: { act: 'receive' },
  entrust: { act: 'entrust' },
  raise: { act: 'raise' },
  assign: { act: 'assign', handlerId: 'gus' },
  refer: { act: 'refer' },
  answer: { act: 'answer' },
  join: { act: 'join', to: 'wish', code: '2222-2220' },
  call: { act: 'call', level: 'satisfied' },
  rate: { act: 'rate', level: 'satisfied' },
  publish: { act: 'publish' },
  withdraw: { act: 'withdraw' },
  remind: { act: 'remind' },
  close: { act: 'close' },
}

const decide = (one: Letter, order: LetterOrder, actor: LetterActor, now = monday) =>
  decideLetter(one, place, order, actor, setting(now))

/** Written by hand from the rules of the mailbox and not from the table. What is not in a row is refused. */
const allowed: readonly (readonly [LetterAct, from: LetterState, to: LetterState, by: readonly string[]])[] = [
  ['receive', 'sent', 'received', ['dora']],
  ['raise', 'received', 'received', ['dora']],
  ['raise', 'assigned', 'assigned', ['dora']],
  ['raise', 'reopened', 'reopened', ['dora']],
  ['assign', 'received', 'assigned', ['dora']],
  ['assign', 'assigned', 'assigned', ['dora']],
  ['assign', 'referred', 'assigned', ['dora']],
  ['assign', 'reopened', 'assigned', ['dora']],
  ['refer', 'received', 'referred', ['dora', 'ana']],
  ['refer', 'assigned', 'referred', ['dora', 'ana']],
  ['refer', 'reopened', 'referred', ['dora', 'ana']],
  ['answer', 'received', 'answered', ['dora', 'ana']],
  ['answer', 'assigned', 'answered', ['dora', 'ana']],
  ['answer', 'referred', 'answered', ['dora', 'ana']],
  ['answer', 'reopened', 'answered', ['dora', 'ana']],
  ['join', 'received', 'closed', ['dora']],
  ['join', 'assigned', 'closed', ['dora']],
  ['join', 'referred', 'closed', ['dora']],
  ['join', 'reopened', 'closed', ['dora']],
  ['call', 'answered', 'closed', ['dora', 'gus']],
  ['rate', 'answered', 'closed', ['writer']],
  ['publish', 'answered', 'answered', ['dora']],
  ['publish', 'closed', 'closed', ['dora']],
  ['withdraw', 'sent', 'withdrawn', ['writer']],
  ['withdraw', 'received', 'withdrawn', ['writer']],
  ['withdraw', 'assigned', 'withdrawn', ['writer']],
  ['withdraw', 'referred', 'withdrawn', ['writer']],
  ['withdraw', 'reopened', 'withdrawn', ['writer']],
  ['withdraw', 'answered', 'withdrawn', ['writer']],
  ['remind', 'sent', 'sent', ['clock']],
  ['remind', 'received', 'received', ['clock']],
  ['remind', 'assigned', 'assigned', ['clock']],
  ['remind', 'referred', 'referred', ['clock']],
  ['remind', 'reopened', 'reopened', ['clock']],
  ['close', 'answered', 'closed', ['clock']],
]
const states: readonly LetterState[] = [
  ...(['sent', 'received', 'assigned', 'referred', 'answered', 'reopened', 'closed', 'withdrawn'] as const),
]
const cast: Readonly<Record<string, LetterActor>> = {
  ...{ ana, gus, dora, eve, zhao, ben, farSupervisor, writer, stranger, clock, anyone },
}

describe('a letter to the community', () => {
  test.each(states)('that is %s: each act is allowed to those in the table, and to no one else', (state) => {
    for (const act of letterActs) {
      if (act === 'write') continue
      for (const [name, actor] of Object.entries(cast)) {
        const one = letter({ state, handlerId: 'ana', answeredBy: state === 'answered' ? 'ana' : null, dueAt: monday })
        const verdict = decide(one, orders[act], actor, at(30))
        const row = allowed.find(([rowAct, from, , by]) => rowAct === act && from === state && by.includes(name))
        expect([act, name, verdict.ok && verdict.letter.state]).toEqual([act, name, row ? row[2] : false])
      }
    }
  })

  test('a complaint about the staff goes to the street first, where no one of the community has a part', () => {
    const complaint = written(true)
    const parties = (actor: LetterActor): readonly LetterParty[] => letterPartiesOf(actor, complaint, place)
    expect([ana, gus, dora, zhao, ben, farSupervisor].flatMap(parties)).toEqual([])
    expect(parties(eve)).toEqual(['receiver'])
  })

  test('becomes visible to the community once the supervisor gives it to them', () => {
    const given = decide(written(true), { act: 'entrust' }, eve)
    expect(given.ok && letterPartiesOf(dora, given.letter, place)).toEqual(['receiver'])
    expect(given.ok && letterPartiesOf(eve, given.letter, place)).toEqual([])
  })

  test('is due by working days: received the next one, answered after five, a complaint after three', () => {
    const friday = new Date('2026-11-06T18:00:00+08:00')
    const ends = (day: string) => new Date(`${day}T23:59:59+08:00`)
    expect([written(false, friday).dueAt, written(false, friday).promiseAt]).toEqual([
      ends('2026-11-09'),
      ends('2026-11-13'),
    ])
    expect(written(true, friday).promiseAt).toEqual(ends('2026-11-11'))
  })

  test('whose writer is not satisfied is answered by another person, then by the street, and is closed after that', () => {
    const again = decide(answered, { act: 'rate', level: 'dissatisfied' }, writer)
    expect(again.ok && again.letter).toMatchObject({
      state: 'reopened',
      side: 'community',
      handlerId: null,
      reopened: 1,
    })
    if (!again.ok) return
    expect(decide(again.letter, { act: 'assign', handlerId: 'ana' }, dora)).toMatchObject({
      refusal: { why: 'same-person' },
    })
    const passed = decide(again.letter, { act: 'assign', handlerId: 'gus' }, dora)
    const second = passed.ok ? decide(passed.letter, { act: 'answer' }, gus) : null
    const third = second?.ok ? decide(second.letter, { act: 'call', level: 'very-dissatisfied' }, dora) : null
    expect(third?.ok && third.letter).toMatchObject({ state: 'reopened', side: 'street', reopened: 2 })
    if (!third?.ok) return
    expect(letterPartiesOf(dora, third.letter, place)).toEqual([])
    const last = decide(third.letter, { act: 'answer' }, eve)
    const end = last.ok ? decide(last.letter, { act: 'rate', level: 'dissatisfied' }, writer) : null
    expect(end?.ok && end.letter).toMatchObject({ state: 'closed', end: 'dissatisfied', dueAt: null })
  })

  test('cannot be called about by the person who answered it, nor without a number', () => {
    expect(decide(answered, orders.call, ana)).toMatchObject({ refusal: { why: 'not-allowed' } })
    expect(decide({ ...answered, hasPhone: false }, orders.call, gus)).toMatchObject({
      refusal: { why: 'not-allowed' },
    })
  })

  test('whose writer could not be reached stays answered, so that the call is made again', () => {
    const tried = decide(answered, { act: 'call', level: null }, gus)
    expect(tried.ok && tried.letter).toMatchObject({ state: 'answered', reachedAt: null, rating: null })
  })

  test('is closed by the clock fifteen days after the answer, and not a second earlier', () => {
    const early = new Date(at(15).getTime() - 1000)
    expect(decide(answered, { act: 'close' }, clock, early)).toMatchObject({ refusal: { why: 'not-due' } })
    expect(decide(answered, { act: 'close' }, clock, at(15))).toMatchObject({ letter: { end: 'silent' } })
  })

  test('is reminded of once, after its day and not on it', () => {
    const due = letter({ dueAt: at(1) })
    expect(decide(due, { act: 'remind' }, clock, at(1))).toMatchObject({ refusal: { why: 'not-due' } })
    const late = decide(due, { act: 'remind' }, clock, at(2))
    expect(late.ok && late.letter.isReminded).toBe(true)
    expect(late.ok && decide(late.letter, { act: 'remind' }, clock, at(3)).ok).toBe(false)
  })

  test('is published only if its writer agreed, and is never joined with itself', () => {
    expect(decide({ ...answered, mayPublish: false }, { act: 'publish' }, dora)).toMatchObject({
      refusal: { why: 'not-published' },
    })
    const itself: LetterOrder = { act: 'join', to: 'letter', code: '1234-5674' }
    expect(decide(letter({ state: 'received' }), itself, dora)).toMatchObject({ refusal: { why: 'itself' } })
  })
})

describe('any history of a letter', () => {
  const anyOrder = fc.constantFrom(
    ...Object.values(orders),
    ...(['dissatisfied', 'very-dissatisfied'] as const).map((level): LetterOrder => ({ act: 'rate', level })),
    ...(['ana', 'dora', 'eve'] as const).map((handlerId): LetterOrder => ({ act: 'assign', handlerId })),
    { act: 'call', level: 'dissatisfied' } as const,
  )
  const anyStep = fc.record({ order: anyOrder, who: fc.constantFrom(...Object.values(cast)), days: fc.nat(4) })

  test('keeps its laws: one event a step, sides that do not see each other, at most three answers, an end that stays', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(anyStep, { maxLength: 60 }), (isAboutStaff, steps) => {
        let one = written(isAboutStaff)
        let [now, answers, wasSeen] = [monday, 0, !isAboutStaff]
        for (const { order, who, days } of steps) {
          now = new Date(now.getTime() + days * 86_400_000)
          const before = one
          const verdict = decide(before, order, who, now)
          if (!verdict.ok) continue
          one = verdict.letter
          expect(verdict.event).toMatchObject({ seq: before.seq + 1, state: one.state, stream: 'l1' })
          expect(['closed', 'withdrawn'].includes(before.state) && order.act !== 'publish').toBe(false)
          if (order.act === 'answer') answers++
          if (one.side === 'community') wasSeen = true
          if (before.side === 'street') expect(letterPartiesOf(dora, before, place)).toEqual([])
          if (before.side === 'community') expect(letterPartiesOf(eve, before, place)).toEqual([])
          if (order.act === 'call') expect(who.kind === 'person' && who.id).not.toBe(before.answeredBy)
          expect(one.dueAt === null).toBe(['closed', 'withdrawn'].includes(one.state))
        }
        expect(answers).toBeLessThanOrEqual(3)
        if (isAboutStaff && !wasSeen) expect(letterPartiesOf(ana, one, place)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
