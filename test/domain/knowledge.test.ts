import { describe, expect, test } from 'vitest'
import { changedIn, isOld, type KnowledgeForm, readKnowledge, termsOf } from '#domain/knowledge.ts'

const typed: KnowledgeForm = {
  ...{ subject: 'utility', title: ' 暖气不热 怎么办 ', keywords: '供暖，地暖、热力', answer: '先看阀门。\n再打电话。' },
  ...{ office: '供热公司', phone: '０９９４-1234567', documents: ' 缴费卡 \n\n 身份证 ', reviewedOn: '2026-11-02' },
}
const faultsOf = (changed: Partial<KnowledgeForm>) => {
  const read = readKnowledge({ ...typed, ...changed }, '2026-11-02')
  return read.ok ? {} : read.faults
}

describe('an entry as typed', () => {
  test('is read with its blanks mended, its digits narrow and its keywords parted', () => {
    expect(readKnowledge(typed, '2026-11-02')).toEqual({
      ok: true,
      value: {
        ...{ subject: 'utility', title: '暖气不热 怎么办', keywords: '供暖 地暖 热力', answer: typed.answer },
        ...{ office: '供热公司', phone: '0994-1234567', documents: '缴费卡\n身份证', reviewedOn: '2026-11-02' },
      },
    })
  })

  test('names each field that has to be mended', () => {
    expect(faultsOf({ subject: 'x', title: ' ', answer: '' })).toEqual({
      ...{ subject: 'choose', title: 'required', answer: 'required' },
    })
    expect(faultsOf({ title: '长'.repeat(61), documents: '长'.repeat(401) })).toEqual({
      ...{ title: 'too-long', documents: 'too-long' },
    })
    expect([faultsOf({ phone: '找小王' }), faultsOf({ phone: '2345678 转 801、2345679' })]).toEqual([
      { phone: 'phone' },
      {},
    ])
  })

  test('was looked over on a day that has come; today where none is named', () => {
    expect(faultsOf({ reviewedOn: '2026-11-03' })).toEqual({ reviewedOn: 'not-yet' })
    expect(faultsOf({ reviewedOn: '11月2日' })).toEqual({ reviewedOn: 'date' })
    expect(readKnowledge({ ...typed, reviewedOn: '' }, '2026-11-02')).toMatchObject({
      value: { reviewedOn: '2026-11-02' },
    })
  })

  test('differs in the fields that were changed', () => {
    const [before, after] = [readKnowledge(typed, '2026-11-02'), readKnowledge({ ...typed, phone: '' }, '2026-11-02')]
    expect(before.ok && after.ok && changedIn(before.value, after.value)).toEqual(['phone'])
  })
})

test('an entry is old on the day after its year', () => {
  expect([isOld('2025-11-02', '2026-11-02'), isOld('2025-11-01', '2026-11-02')]).toEqual([false, true])
})

describe('the words to look for', () => {
  test('are pairs of characters, without those that every question has', () => {
    expect(termsOf('请问高龄津贴怎么办？')).toEqual(['高龄', '龄津', '津贴'])
    expect(termsOf('灯')).toEqual(['灯'])
    expect(termsOf('怎么办')).toEqual([])
  })

  test('are Latin words of two letters or more, in small letters', () => {
    expect(termsOf('GLJT 12345 a')).toEqual(['gljt', '12345'])
  })

  test('are forty at most, however much is typed', () => {
    expect(
      termsOf([...'天地玄黄宇宙洪荒日月盈昃辰宿列张'.repeat(9)].map((letter, n) => letter + n).join('')),
    ).toHaveLength(40)
  })
})
