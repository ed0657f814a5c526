import { expect, test } from 'vitest'
import { living } from '#test/routes/site/living.ts'
import { type Answer, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

const { availability } = zh.doors
const hyphened = (digits: string) => `${digits.slice(0, 4)}-${digits.slice(4)}`
/** '1234-5674 open' for each wish, in the order in which it is told. */
type Told = readonly string[]

const toldByMessage = ({ html }: Answer): Told => {
  const text = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? ''
  return [...text.matchAll(/^\d+\. (（[^）]*）)?.*\n\S+\/w\/(\d{8})\?d=g$/gm)].map(
    ([, crossed, digits = '']) => `${hyphened(digits)} ${crossed?.slice(1, -1) ?? availability.open}`,
  )
}
type Drawn = { readonly note: string; readonly urgency: string; readonly isOpen: boolean }
const toldByPicture = ({ html }: Answer): Told => {
  const json = /data-picture="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '{}'
  const { wishes } = JSON.parse(json) as { wishes: readonly Drawn[] }
  return wishes.map(
    ({ note, urgency, isOpen }) => `${/[\d]{4}-[\d]{4}/.exec(note)?.[0]} ${isOpen ? availability.open : urgency}`,
  )
}
const toldByItems = ({ html }: Answer): Told =>
  [...html.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].flatMap(([, item = '']) => {
    const code = /\b\d{4}-\d{4}\b/.exec(item.replace(/<a [^>]*>/g, ''))?.[0]
    const closed = [availability.taken, availability.gone].find((words) => item.includes(words))
    return code ? [`${code} ${closed ?? availability.open}`] : []
  })

test('the message, the picture, the sheet and its page tell the same wishes in the same order, and the same of each', async () => {
  const app = await testApp()
  const life = living(app)
  const codes: string[] = []
  for (let n = 0; n < 5; n++) codes.push(await life.open())
  for (const door of ['messages', 'sheets']) {
    const form = await app.as('dora').get('/doors')
    await app.as('dora').post(`/doors/${door}`, { wish: codes, key: form.hidden('key') })
  }
  await life.claim(codes[1] as string, 'ben')
  await life.move('dora', codes[3] as string, 'withdraw', { reason: 'moved' })

  const message = await app.as('dora').get('/doors/messages/1')
  const sheet = await app.as('dora').get('/doors/sheets/1')
  const live = await app.anyone.get('/c/hongqi/sheets/1')

  const expected = codes.map(
    (code, n) => `${code} ${n === 1 ? availability.taken : n === 3 ? availability.gone : availability.open}`,
  )
  expect(toldByMessage(message)).toEqual(expected)
  expect(toldByPicture(message)).toEqual(expected)
  expect(toldByItems(sheet)).toEqual(expected)
  expect(toldByItems(live)).toEqual(expected)
})
