import { describe, expect, test } from 'vitest'
import { soundsOf } from '#actions/people/name-sounds.ts'

describe('the sound of a name', () => {
  test.each([
    ['王桂兰', 'wangguilan', 'wgl'],
    ['单小芳', 'shanxiaofang', 'sxf'],
    ['吕淑芬', 'lvshufen', 'lsf'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['买买提·艾力', 'maimaitiaili', 'mmtal'],
    ['Li Guilan', 'liguilan', 'lg'],
    ['', '', ''],
  ])('of %s is %s, in short %s', async (name, pinyin, initials) => {
    expect(await soundsOf(name)).toEqual({ pinyin, initials })
  })
})
