import { describe, expect, test } from 'vitest'
import { type Actor, anyone, clock, type Person } from '#domain/people/actor.ts'
import { contactWordIn } from '#domain/supervision/contact-words.ts'
import { askInquiry, decideInquiry, type InquiryOrder, inquiryActsOf } from '#domain/supervision/decide-inquiry.ts'
import type { Inquiry } from '#domain/supervision/inquiry.ts'
import { inquiryDeadlines } from '#domain/supervision/inquiry-deadlines.ts'
import { type InquiryAct, type InquiryState, inquiryActs } from '#domain/supervision/inquiry-life.ts'

const now = new Date('2026-11-02T11:00:00+08:00')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

const role = (name: Person['roles'][number]['role'], areaId: string, communityId: string | null) => ({
  ...{ role: name, areaId, path: `${areaId}/` },
  communityId,
})
const eve: Person = {
  ...{ kind: 'person', id: 'eve', name: 'eve', supervises: ['hongqi'] },
  roles: [role('supervisor', 'road', null)],
}
const other: Person = { ...eve, id: 'other', supervises: ['nanyuan'] }
const dora: Person = { kind: 'person', id: 'dora', name: 'dora', roles: [role('secretary', 'hongqi', 'hongqi')] }
const zhao: Person = { kind: 'person', id: 'zhao', name: 'zhao', roles: [role('secretary', 'nanyuan', 'nanyuan')] }
const ana: Person = { kind: 'person', id: 'ana', name: 'ana', roles: [role('gridWorker', 'grid1', 'hongqi')] }
const cast: Readonly<Record<string, Actor>> = { eve, other, dora, zhao, ana, anyone, clock }

const order = {
  ...({ act: 'ask', communityId: 'hongqi', cardId: 'w:callback:4', subject: 'w' } as const),
  ...({ code: '1234-5674', step: 'callback', dueAt: later(3) } as const),
}
const asked = (): Inquiry => {
  const verdict = askInquiry('i', order, eve, { now, isStepDone: false })
  if (!verdict.ok) throw new Error('not asked')
  return verdict.inquiry
}
const inquiry = (fields: Partial<Inquiry> = {}): Inquiry => ({ ...asked(), ...fields })

const orders: Readonly<Record<Exclude<InquiryAct, 'ask'>, InquiryOrder>> = {
  answer: { act: 'answer' },
  accept: { act: 'accept' },
  again: { act: 'again', dueAt: later(5) },
  drop: { act: 'drop' },
}

/** Written by hand and not from the table. What is not in a row is refused. */
const allowed: readonly (readonly [InquiryAct, from: InquiryState, to: InquiryState, by: string])[] = [
  ['answer', 'asked', 'answered', 'dora'],
  ['accept', 'answered', 'closed', 'eve'],
  ['again', 'answered', 'asked', 'eve'],
  ['drop', 'asked', 'closed', 'eve'],
  ['drop', 'answered', 'closed', 'eve'],
]

describe('an inquiry', () => {
  test.each(['asked', 'answered', 'closed'] as const)(
    'that is %s: each act is allowed to whom the table says',
    (state) => {
      for (const act of inquiryActs) {
        if (act === 'ask') continue
        for (const [name, actor] of Object.entries(cast)) {
          const verdict = decideInquiry(inquiry({ state }), orders[act], actor, { now, isStepDone: true })
          const row = allowed.find(([rowAct, from, , by]) => rowAct === act && from === state && by === name)
          expect([act, name, verdict.ok && verdict.inquiry.state]).toEqual([act, name, row ? row[2] : false])
        }
      }
    },
  )

  test('is asked by a supervisor of an area above, for a day that is not over', () => {
    const ask = (actor: Actor, dueAt = later(3)) =>
      askInquiry('i', { ...order, dueAt }, actor, { now, isStepDone: false })
    expect(Object.entries(cast).flatMap(([name, actor]) => (ask(actor).ok ? [name] : []))).toEqual(['eve'])
    expect(ask(eve, later(-1))).toMatchObject({ refusal: { why: 'past-day' } })
  })

  test('is accepted only once the step is done, and has no such button before', () => {
    const answered = inquiry({ state: 'answered' })
    const accept = decideInquiry(answered, orders.accept, eve, { now, isStepDone: false })
    expect(accept).toMatchObject({ refusal: { why: 'step-open' } })
    expect(inquiryActsOf(eve, answered, false)).toEqual(['again', 'drop'])
    expect(inquiryActsOf(eve, answered, true)).toEqual(['accept', 'again', 'drop'])
  })

  test('that is asked again has a new day and counts its rounds', () => {
    const again = decideInquiry(inquiry({ state: 'answered', answeredAt: now }), orders.again, eve, {
      ...{ now, isStepDone: false },
    })
    expect(again).toMatchObject({ inquiry: { state: 'asked', rounds: 2, dueAt: later(5), answeredAt: null } })
  })

  test('has a deadline while it is asked, and a new one each time that it is asked again', () => {
    const passage = (seq: number, days: number, state: InquiryState, dueAt: Date) => ({
      seq,
      at: later(days),
      state,
      dueAt,
    })
    const found = inquiryDeadlines([
      passage(1, 0, 'asked', later(3)),
      passage(2, 2, 'answered', later(3)),
      passage(3, 4, 'asked', later(9)),
    ])
    expect(found).toMatchObject([
      { step: 'inquiry', dueAt: later(3), endedAt: later(2), end: 'done' },
      { step: 'inquiry', dueAt: later(9), endedAt: null },
    ])
  })
})

test('names, doors and telephone numbers are found in an answer, other words are not', () => {
  const place = { place: '红旗小区', building: '3', unit: '2', door: '501' }
  const whose = [{ name: '古丽·买买提', phones: ['19900001234'], ...place }]
  const kind = (text: string) => contactWordIn(text, whose)?.kind ?? null
  expect(['古丽不在家', '打了 199 0000 1234', '在3号楼二单元', '住红旗小区'].map(kind)).toEqual([
    ...(['name', 'phone', 'address', 'address'] as const),
  ])
  expect(['老人住院了，三天后回来再打', '上周换公示栏，漏贴了这一批', '已经高血压'].map(kind)).toEqual([
    null,
    null,
    null,
  ])
})
