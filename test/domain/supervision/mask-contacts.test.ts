import { expect, test } from 'vitest'
import { withoutContacts } from '#domain/supervision/mask-contacts.ts'

const resident = { name: '王秀英', phones: ['19900001234'], place: '红旗小区', building: '3', unit: '2', door: '501' }
const uyghur = { name: '古丽·买买提', phones: [], place: '', building: '', unit: '', door: '' }
const read = (text: string) => withoutContacts(text, [resident, uyghur], ['陈建国'])

test.each([
  ['王秀英要一个水壶', '〔姓名〕要一个水壶'],
  ['秀英说要红色的，王 秀 英也行', '〔姓名〕说要红色的，〔姓名〕也行'],
  ['王大妈不在家', '〔姓名〕不在家'],
  ['古丽的女儿，买买提家', '〔姓名〕的女儿，〔姓名〕家'],
  ['打 199 0000-1234 或 2345678', '打 〔电话〕 或 〔电话〕'],
  ['放在501，红旗小区3号楼二单元', '放在〔住址〕，〔住址〕〔住址〕〔住址〕'],
  ['3-2-501 门口', '〔住址〕 门口'],
  ['让陈建国送去', '让〔姓名〕送去'],
])('a supervisor reads %s as %s', (typed, shown) => {
  expect(read(typed)).toBe(shown)
})

test('words about illness are hidden as well, and everything else stays as it was typed', () => {
  expect(read('老人高血压')).not.toContain('高血压')
  expect(read('要 2 盒牛奶，下午 3 点以后送')).toBe('要 2 盒牛奶，下午 3 点以后送')
})
