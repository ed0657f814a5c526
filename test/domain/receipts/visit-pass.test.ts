import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { passWordList } from '#domain/receipts/pass-word-list.ts'
import { isPassTime, passTimeOf } from '#domain/receipts/visit-pass.ts'
import * as life from '#test/domain/wish/one-wish.ts'

const { beijing, claimed, delivered, wish } = life
const zone = 'Asia/Shanghai'

describe('the words on a pass', () => {
  test('are 1,024 of two characters, each once', () => {
    expect(passWordList).toHaveLength(1024)
    expect(new Set(passWordList).size).toBe(1024)
    expect(passWordList.filter((word) => !/^\p{Script=Han}{2}$/u.test(word))).toEqual([])
  })

  test('sound different from each other whatever the tone, also for speakers who say zh as z, n as l or -ng as -n', () => {
    const sounds = Map.groupBy(passWordList, (word) =>
      pinyin(word, { toneType: 'none', type: 'array' })
        .map((sound) =>
          sound
            .replace(/^([zcs])h/, '$1')
            .replace(/^n(?=[aeiou])/, 'l')
            .replace(/([aei])ng$/, '$1n'),
        )
        .join(' '),
    )
    expect([...sounds.values()].filter((words) => words.length > 1)).toEqual([])
  })

  test('none has a character of illness, death, money or weapons in it', () => {
    expect(passWordList.filter((word) => /[死亡病药痛哭丧坟棺鬼杀血刀枪钱债贼骗穷苦]/.test(word))).toEqual([])
  })
})

describe('when a pass can be shown', () => {
  const visitAt = beijing('2026-11-05T10:30:00')
  const agreed = claimed({ visitAt })

  test.each([
    ['an hour and a second before', '2026-11-05T09:29:59', false],
    ['an hour before', '2026-11-05T09:30:00', true],
    ['an hour after', '2026-11-05T11:30:00', true],
    ['an hour and a second after', '2026-11-05T11:30:01', false],
    ['the day before', '2026-11-04T10:30:00', false],
  ])('%s the agreed visit: %s', (_when, at, expected) => {
    const time = passTimeOf(agreed, beijing(at), zone)
    expect(time?.day).toBe('2026-11-05')
    expect(time && isPassTime(time, beijing(at))).toBe(expected)
  })

  test.each([
    ['2026-11-03T07:59:59', false],
    ['2026-11-03T08:00:00', true],
    ['2026-11-03T21:00:00', true],
    ['2026-11-03T21:00:01', false],
  ])('without an agreed visit, at %s: %s', (at, expected) => {
    const time = passTimeOf(claimed(), beijing(at), zone)
    expect(time?.day).toBe('2026-11-03')
    expect(time && isPassTime(time, beijing(at))).toBe(expected)
  })

  test('never while the wish is unclaimed', () => {
    for (const one of [wish(), delivered({ visitAt }), claimed({ state: 'withdrawn' })])
      expect(passTimeOf(one, visitAt, zone)).toBe(null)
  })
})
