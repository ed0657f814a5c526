import { describe, expect, test } from 'vitest'
import { type Actor, anyone, clock, type Person } from '#domain/people/actor.ts'
import { states } from '#domain/vocabulary.ts'
import { actionsFor, partiesOf } from '#domain/wish/parties.ts'
import * as life from './one-wish.ts'

const { act, anna, ben, claimed, clara, cleo, delivered, dora, emil, eve, gus, orders, wish, zhao } = life

describe('the role a person has in a wish', () => {
  test.each([
    ['its grid worker', anna, wish(), ['gridWorker', 'caller']],
    ['a grid worker of another grid', gus, wish(), []],
    ['its secretary', dora, wish(), ['secretary', 'caller']],
    ['a volunteer of the community', ben, wish(), ['volunteer']],
    ['the claimant', ben, claimed(), ['volunteer', 'claimant', 'codeHolder']],
    [
      'a secretary who claimed it herself',
      emil,
      claimed({ claimantId: 'emil' }),
      [...['secretary', 'volunteer', 'claimant', 'codeHolder']],
    ],
    ['who entered the claim', anna, delivered({ enteredBy: 'anna' }), ['gridWorker', 'enterer', 'codeHolder']],
    ['another worker of that grid', clara, claimed({ enteredBy: 'anna' }), ['gridWorker', 'caller']],
    [
      'the secretary, of a claim that somebody entered',
      dora,
      claimed({ enteredBy: 'anna' }),
      ['secretary', 'enterer', 'codeHolder', 'caller'],
    ],
    [
      'the secretary who recorded that delivery',
      dora,
      delivered({ enteredBy: 'anna', deliveredBy: 'dora' }),
      ['secretary', 'enterer', 'codeHolder'],
    ],
    [
      'the volunteer for whom it was entered',
      ben,
      claimed({ enteredBy: 'anna' }),
      ['volunteer', 'claimant', 'codeHolder'],
    ],
    ['who entered the claim and works there no more', { ...anna, roles: [] }, claimed({ enteredBy: 'anna' }), []],
    ['secretary and volunteer of elsewhere', zhao, claimed(), []],
    ['supervisor and administrator', eve, claimed(), ['supervisor']],
    ['supervisor of another street', { ...eve, supervises: ['nanyuan'] }, claimed(), []],
    ['the clock', clock, claimed(), ['clock']],
    ['anyone', anyone, claimed(), []],
  ] as const)('%s', (_name, actor, on, parties) => {
    expect(partiesOf(actor, on, [])).toEqual(parties)
  })

  test('a person who has seen the code can no longer make the callback', () => {
    expect(partiesOf(dora, delivered(), ['dora'])).toEqual(['secretary'])
    expect(partiesOf(dora, delivered(), ['anna'])).toContain('caller')
  })

  test('a person who entered the claim and has seen the code is given no code and sees no button to deliver', () => {
    const entered = claimed({ enteredBy: 'anna' })
    expect(partiesOf(anna, entered, ['anna'])).toEqual(['gridWorker', 'enterer'])
    expect(actionsFor(anna, entered, [])).toContain('deliver')
    expect(actionsFor(anna, entered, ['anna'])).not.toContain('deliver')
  })

  test('a claimant who left the community can still give back the wishes they claimed', () => {
    const gone: Person = { ...ben, roles: [] }
    expect(partiesOf(gone, claimed(), [])).toEqual(['claimant', 'codeHolder'])
  })
})

describe('the buttons on a wish', () => {
  const cast: readonly Actor[] = [anna, clara, gus, dora, ben, cleo, emil, zhao, eve, clock, anyone]

  test('are never for what the table refuses', () => {
    for (const actor of cast)
      for (const state of states)
        for (const action of actionsFor(actor, claimed({ state }))) {
          const verdict = act(claimed({ state }), orders[action], actor)
          const why = verdict.ok ? 'ok' : verdict.refusal.why
          expect(why, `${action} in ${state}`).not.toBe('wrong-state')
        }
  })

  test('do not invite the poster, nor whose delivery was not received, to claim', () => {
    const own = wish({ postedBy: 'ben' })
    expect(actionsFor(ben, own)).not.toContain('claim')
    expect(actionsFor(ben, wish({ barredId: 'ben' }))).not.toContain('claim')
    expect(actionsFor(ben, wish())).toContain('claim')
    expect(actionsFor(anna, wish())).toContain('claim')
  })
})
