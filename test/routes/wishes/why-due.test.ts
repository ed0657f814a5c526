import { expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { testApp } from '#test/support/app.ts'

test('a due date names each day that was left out, and the notice it comes from', async () => {
  const app = await testApp({ now: '2026-02-13T11:00:00+08:00' })
  const code = await living(app).claimed('ben', { urgency: 'blue' })

  const page = await app.as('ben').get(`/wishes/${code}`)
  expect(page.words).toContain('为什么是2026年3月2日？')
  expect(page.words).toContain('2026年2月13日认领，当天不算，往后数 7 个工作日')
  expect(page.words).toContain('2026年2月17日 春节 依据：国务院办公厅关于2026年部分节假日安排的通知')
  expect(page.words).toContain('2026年3月1日 周末')
  // The make-up Saturdays count, so they are not among the days left out.
  expect(page.words).not.toContain('2026年2月28日')
})

test('a date that passes through a year without a notice says that it may move', async () => {
  const app = await testApp({ now: '2026-12-30T11:00:00+08:00' })
  const code = await living(app).claimed('ben', { urgency: 'blue' })

  expect((await app.as('ben').get(`/wishes/${code}`)).words).toContain('通知公布后可能调整')
})

test('an unclaimed wish explains no date', async () => {
  const app = await testApp()
  const code = await living(app).open()

  expect((await app.anyone.get(`/wishes/${code}`)).words).not.toContain('为什么是')
})
