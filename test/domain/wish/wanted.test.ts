import { expect, test } from 'vitest'
import { shownSpecification } from '#domain/wish/wanted.ts'

const whose = {
  name: '李桂兰',
  relative: '王建军',
  phones: ['13800138000'],
  place: '幸福苑小区',
  building: '17',
  unit: '2',
  door: '203',
}

test.each(['水管接头一直滴水', '四脚，可调高低', '38 码，软底'])('“%s” helps a volunteer to judge the wish', (text) => {
  expect(shownSpecification(text, whose)).toBe(text)
})

test.each([
  ['the resident’s name', '李桂兰要软底的'],
  ['their given name', '桂兰说要软底的'],
  ['a relative’s name', '找王建军拿钥匙'],
  ['a telephone number', '到了打 138 0013 8000'],
  ['the building', '送到 17 号楼'],
  ['the estate', '幸福苑小区门口交'],
  ['an illness, also one that staff confirmed as needed', '老人耳背，要响铃大的'],
  ['hardship', '低保户，要便宜的'],
])('a specification with %s is withheld as a whole', (_what, text) => {
  expect(shownSpecification(text, whose)).toBe('')
})
