import { expect, test } from 'vitest'
import { decide } from '#domain/wish/decide.ts'
import { needFor, privateNoteIn, type TextKind } from '#domain/wish/notes/note-words.ts'
import { noteKinds } from '#domain/wish/wish-events.ts'
import { allWell, anna, ben, milk, setting, wish } from './one-wish.ts'

test('who cannot see is private, and what cannot be seen in the dark is not', () => {
  const wordIn = (text: string) => privateNoteIn([{ kind: 'claimer', text }], [])?.word ?? null
  const light = ['晚上看不见台阶，想装个小夜灯', '楼道太黑看不见', '夜里起来看不见路', '看不见门牌，请打电话']
  expect(light.map(wordIn)).toEqual([null, null, null, null])
  const people = ['老人看不见，请扶一把', '眼睛看不见', '晚上老人眼睛看不见', '看不见，敲门响一点']
  expect(people.map(wordIn)).toEqual(['老人看不见', '眼睛看不见', '眼睛看不见', '看不见'])
})

test('every kind of note has its answer, and only reasons and what everyone reads have no use for private words', () => {
  expect(noteKinds.filter((kind) => !(kind in needFor))).toEqual([])
  expect(Object.entries(needFor).flatMap(([kind, need]) => (need === 'never' ? [kind] : []))).toEqual([
    'repeat',
    'odd',
    'answer',
    'reason',
  ])
})

test.each([
  ['老人耳背，敲门响一点', '耳背', 'illness'],
  ['低保户，别收钱', '低保户', 'hardship'],
  ['清真的，别混着装', '清真', 'belief'],
  ['儿子在服刑', '服刑', 'justice'],
] as const)('“%s” is marked in every kind of note', (text, word, about) => {
  for (const kind of Object.keys(needFor) as TextKind[])
    expect(privateNoteIn([{ kind, text }], [])).toMatchObject({
      kind,
      word,
      about,
      mayConfirm: needFor[kind] === 'sometimes',
    })
})

test('a confirmation covers only the words it names, and never a reason', () => {
  const note = { kind: 'claimer', text: '耳背，刚做过手术' } as const
  expect(privateNoteIn([note], ['耳背', '手术'])).toBeNull()
  expect(privateNoteIn([note], ['耳背'])).toMatchObject({ word: '手术', words: ['耳背', '手术'] })
  expect(privateNoteIn([{ kind: 'reason', text: '耳背' }], ['耳背'])).toMatchObject({ word: '耳背', mayConfirm: false })
})

test('the name of an item, and words that only sound like an illness, pass', () => {
  for (const text of ['送两盒膏药', '下午三点到，先打电话', '把纸箱放门口', '看病的车在楼下等'])
    expect(privateNoteIn([{ kind: 'claimer', text }], [])).toBeNull()
})

test('blanks and marks inside a word hide nothing', () => {
  expect(privateNoteIn([{ kind: 'handover', text: '老人 糖 尿​病' }], [])).not.toBeNull()
})

test('the lifecycle refuses it whichever door it comes through, and takes it once it is confirmed', () => {
  const note = [{ kind: 'delivery', text: '老人耳背' }] as const
  const claimed = wish({ state: 'claimed', claimantId: 'ben', claimId: 'k', dueAt: null })
  const act = (needed: readonly string[]) =>
    decide('w', claimed, { action: 'deliver', notes: note, needed }, ben, setting({ known: allWell }))
  expect(act([])).toMatchObject({ ok: false, refusal: { why: 'private-note', kind: 'delivery', word: '耳背' } })
  expect(act(['耳背']).ok).toBe(true)
})

test('the wish itself and its size are read like a note; a request that names no person is about no person', () => {
  const post = {
    action: 'post',
    ...{ code: '1234-5678', communityId: 'hongqi', content: milk, hasRepeatReason: false, isImport: false },
  } as const
  const texts = [{ kind: 'wish', text: '给低保户的米' }] as const
  expect(decide('w', null, post, anna, setting({ known: { texts } })).ok).toBe(false)
  expect(decide('w', null, post, anna, setting({ known: { texts, isNameless: true } })).ok).toBe(true)
})
