import { beforeEach, expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { nameHours } from '#test/support/name-hours.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const facts = ['四脚，可调高低', zh.board.about('45')]

test('people who volunteer or work here read what is needed before claiming; the public and others do not', async () => {
  const code = await life.open({ item: 'cane', specification: '四脚，可调高低', value: '45', quantity: '1' })
  for (const path of ['/c/hongqi', `/wishes/${code}`])
    for (const who of path === '/c/hongqi' ? (['ben', 'ana'] as const) : (['ben'] as const))
      for (const fact of facts) expect((await app.as(who).get(path)).words, `${who} ${path}`).toContain(fact)
  for (const path of ['/c/hongqi', `/wishes/${code}`])
    for (const answer of [await app.anyone.get(path), await app.as('zhao').get(path), await app.as('eve').get(path)])
      for (const fact of facts) expect(answer.words).not.toContain(fact)
})

test('an invitation says it as well', async () => {
  await nameHours(app.services, app.people.cleo.id, ['weekday'])
  const code = await life.claimed('ben', { item: 'cane', specification: '四脚，可调高低', value: '45', quantity: '1' })
  await life.move('ben', code, 'release', { handover: 'ill' })
  expect((await app.as('cleo').get('/mine')).words).toContain(facts.join(' '))
})

test('a specification that names the resident is not on a card', async () => {
  await life.open({ item: 'cane', specification: 'for Li Guilan, four feet', value: '45', quantity: '1' })
  const { words } = await app.as('ben').get('/c/hongqi')
  expect(words).toContain(zh.board.about('45'))
  expect(words).not.toContain('four feet')
})
