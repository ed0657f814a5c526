import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wishes } from '#db/schema/tables.ts'
import { openSqlite } from '#db/store/sqlite.ts'
import { importList } from '#src/commands/running/import-list.ts'
import { databaseFile } from '#src/commands/running/machine.ts'
import { testApp } from '#test/support/app.ts'
import { phones } from '#test/support/cast.ts'
import { nameGrids } from '#test/support/lists/imports.ts'

const folder = mkdtempSync(join(tmpdir(), 'micro-wish-import-'))
const env = { DATA_DIR: folder, SECRET: 'only for tests, and long enough for them' }
const now = Date.parse('2026-11-02T11:00:00+08:00')
const file = (name: string) => join(import.meta.dirname, '../../public/samples', name)

beforeAll(async () => {
  const store = openSqlite(databaseFile(folder))
  store.migrate('migrations')
  await testApp({ store })
  await nameGrids(store)
  store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...words: readonly string[]) {
  const [said, complained]: [string[], string[]] = [[], []]
  const code = await importList(words, env, {
    out: (line) => said.push(line),
    error: (line) => complained.push(line),
    now,
  })
  return { code, out: said.join('\n'), error: complained.join('\n') }
}
const asDora = ['--community', 'hongqi', '--as', phones.dora]

async function countWishes() {
  const store = openSqlite(databaseFile(folder))
  const rows = await store.db.select().from(wishes)
  store.close()
  return rows.length
}

test('the preview tells each row in plain words and registers nothing', async () => {
  const { code, out } = await run(file('needs-list.xlsx'), ...asDora)

  expect(code).toBe(0)
  expect(out).toContain('共 16 条，能收下 9 条。')
  expect(out).toContain('第 10 行 [要改] 崔明')
  expect(out).toContain('    不满 14 岁的孩子不能登记。')
  expect(out).toContain('只是预览')
  expect(await countWishes()).toBe(0)
})

test('--commit takes what needs no decision, and the second time nothing', async () => {
  const first = await run(file('needs-list.xlsx'), ...asDora, '--commit')
  expect([first.code, first.error]).toEqual([0, ''])
  expect(first.out).toContain('已登记 9 个心愿；新建居民档案 7 份')
  expect(await countWishes()).toBe(9)

  const second = await run(file('needs-list.xlsx'), ...asDora, '--commit')
  expect(second.code).toBe(0)
  expect(second.out).toContain('没有能收下的')
  expect(await countWishes()).toBe(9)
})

test('a roll is taken for the secretary only, and the words are English where asked', async () => {
  const refused = await run(file('volunteer-roll.xlsx'), '--community', 'hongqi', '--as', phones.ana, '--commit')
  expect(refused).toMatchObject({ code: 1, error: '这是一份志愿者花名册，只有社区书记能导入。请交给书记。' })

  const { code, out } = await run(file('volunteer-roll.xlsx'), ...asDora, '--commit', '--lang', 'en')
  expect(code).toBe(0)
  expect(out).toContain('Added 4 volunteers who are not active yet.')
})

test.each([
  ['an unknown community', ['--community', 'nowhere', '--as', phones.dora], '没有简称是“nowhere”的社区'],
  ['no community', ['--as', phones.dora], '--community'],
  ['an unknown number', ['--community', 'hongqi', '--as', '13900009999'], '没有用这个手机号的账号'],
  ['somebody without a role there', ['--community', 'hongqi', '--as', phones.zhao], '不是hongqi的书记或网格员'],
  ['a volunteer', ['--community', 'hongqi', '--as', phones.ben], '不能导入'],
  ['an option that there is none of', [...asDora, '--force'], '看不懂这个选项'],
])('%s is refused with a sentence and exit code 1', async (_, flags, sentence) => {
  const { code, error, out } = await run(file('needs-list.xlsx'), ...flags)

  expect(code).toBe(1)
  expect(error).toContain(sentence)
  expect(out).toBe('')
})

test('a file that is not there or no list is refused the same way', async () => {
  expect(await run(file('gone.xlsx'), ...asDora)).toMatchObject({ code: 1, out: '' })
  expect((await run(file('README.md'), ...asDora)).code).toBe(1)
  expect((await run(...asDora)).error).toContain('请写一个文件名')
})

test('a data folder without a community says so', async () => {
  const { code, error } = await run(file('needs-list.xlsx'), ...asDora, '--data', join(folder, 'none'))

  expect(code).toBe(1)
  expect(error).toContain('bin/setup')
})

test('what has to be asked is printed, answered with --column, and remembered with --commit', async () => {
  const list = join(folder, 'two.csv')
  writeFileSync(
    list,
    '姓名,网格,住址,电话,想要的东西,希望得到的东西\n甲某,第一网格,77号楼1单元101,19900000177,收音机,牛奶\n',
  )
  const asked = await run(list, ...asDora)
  expect(asked).toMatchObject({ code: 1, out: '' })
  expect(asked.error).toContain('「想要的东西」「希望得到的东西」都像「心愿」')
  expect(asked.error).toContain('--column "想要的东西=')

  expect((await run(list, ...asDora, '--kind', 'wishes')).error).toContain('--kind 只能写 needs 或 roll')
  expect((await run(list, ...asDora, '--column', '想要的东西')).error).toContain('看不懂 --column')
  const answers = ['--column', '想要的东西=心愿', '--column', '希望得到的东西=none']
  expect((await run(list, ...asDora, ...answers, '--commit')).code).toBe(0)
  expect((await run(list, ...asDora)).out).toContain('「想要的东西」当作心愿（按上次的选择）')
})

test('whose a line is, is printed, and answered with --same or --other; a line without an answer is left out', async () => {
  const list = file('../../test/files/cases/same-name-shared-phone.xlsx')
  const asked = await run(list, ...asDora)
  expect(asked.out).toContain('第 4 行 [等您定] 王秀英')
  expect(asked.out).toContain('    和第 3 行是同一个人吗？')
  expect(asked.out).toContain('    请用 --same 4 或 --other 4 回答。')
  expect(asked.out).toContain('共 6 条，能收下 3 条。')

  expect((await run(list, ...asDora, '--other', 'four')).error).toContain('后面写行号')
  expect((await run(list, ...asDora, '--other', '4', '--same', '6')).out).toContain(
    '请用 --change 6 或 --leave 6 回答。',
  )
  const answered = ['--other', '4', '--same', '6', '--leave', '6']
  expect((await run(list, ...asDora, ...answered)).out).toContain('共 6 条，能收下 5 条。')
  const taken = await run(list, ...asDora, ...answered, '--commit')
  expect(taken.out).toContain('已登记 5 个心愿；新建居民档案 4 份')
})
