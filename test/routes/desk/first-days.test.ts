import { beforeAll, describe, expect, test } from 'vitest'
import { activateVolunteer } from '#actions/people/add-person.ts'
import { firstSteps, stepsOfWorker } from '#domain/first-steps.ts'
import { living } from '#test/routes/site/living.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { addToCast, blankPerson, listResident, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

const words = zh.firstSteps
let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

/** The other community of the cast has a grid worker and one resident, and nothing else yet. */
const desk = (who: 'zhao' | 'wang') => app.as(who).get('/desk')
const panel = ({ html }: Answer) => /<section[^>]*id="first-steps"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
const buttons = (answer: Answer) =>
  [...panel(answer).matchAll(/href="([^"]*)" class="button/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
const ticked = (answer: Answer) =>
  firstSteps.filter((step) =>
    new RegExp(`<b>${words.steps[step].name}</b> *<span class="tag green">`).test(panel(answer).replaceAll('\n', '')),
  )

describe('the desk of a new community', () => {
  test('begins with the first steps of its reader; each button leads to a page, and one is the next', async () => {
    for (const [who, steps] of [
      ['zhao', firstSteps],
      ['wang', stepsOfWorker],
    ] as const) {
      const answer = await desk(who)
      expect(buttons(answer)).toHaveLength(steps.length)
      for (const href of buttons(answer))
        expect([who, href, (await app.as(who).get(href)).status]).toEqual([who, href, 200])
      expect(panel(answer).match(/class="button primary"/g)).toHaveLength(1)
    }
  })

  test('has a link to the rehearsal on this site, or to the guide that says how to open one', async () => {
    const demo = await testApp({ isRehearsal: true })
    expect(panel(await demo.as('zhao').get('/desk'))).toContain('href="/rehearsal"')
    expect(panel(await desk('zhao'))).toContain('href="/help/rehearsal"')
    expect((await app.as('zhao').get('/help/rehearsal')).status).toBe(200)
  })
})

/** Words that say something is finished, or missing for long. */
const claims = /都(?:办好|审完|打完|办完|发过|上墙|有答复|有回执|有着落|有人接|有同意)|\d+ ?天没有|久未|逾期/

test('no page of a community without a wish says that something is done or overdue', async () => {
  const here = 'c=nanyuan'
  const asked = {
    zhao: [
      ...['/desk', '/wishes', '/visits', '/callbacks', '/referrals', '/desk/to-check', '/slips', '/doors'],
      ...['/residents', '/residents/consents', '/residents/ended', '/people', '/import', '/invitations'],
    ],
    wang: ['/desk', '/wishes', '/visits', '/callbacks', '/referrals', '/slips', '/doors', '/residents'],
    anyone: ['/c/nanyuan', '/c/nanyuan/ledger', '/c/nanyuan/knowledge'],
  } as const
  for (const who of ['zhao', 'wang', 'anyone'] as const)
    for (const path of asked[who]) {
      const reader = who === 'anyone' ? app.anyone : app.as(who)
      const first = await reader.get(`${path}?${here}`)
      const answer = first.location ? await reader.get(first.location) : first
      expect([who, path, answer.status]).toEqual([who, path, 200])
      const main = /<main[\s\S]*<\/main>/.exec(answer.html)?.[0].replace(/<(option|label)\b[\s\S]*?<\/\1>/g, '') ?? ''
      const said = main.replace(/<nav class="chips"[\s\S]*?<\/nav>/g, '').replace(/<[^>]+>/g, ' ')
      expect([who, path, claims.exec(said)?.[0]]).toEqual([who, path, undefined])
    }
})

test('step by step the desk ticks what is done, and the box goes away when the four things are there', async () => {
  const own = await testApp()
  const life = living(own)
  const { services, people } = own
  const at = async () => ticked(await own.as('zhao').get('/desk'))
  expect(await at()).toEqual(['colleagues'])

  for (const n of [1, 2, 3, 4])
    await listResident(services, people.wang, places.nanyuan, { gridId: places.nanyuan1, name: `R ${n}`, door: `${n}` })
  expect(await at()).toEqual(['colleagues', 'consents'])
  const input = { ...blankPerson, name: 'hana', phone: '13900000021' }
  const hana = await addToCast(services, people.zhao, places.nanyuan, input)
  expect(await at()).toEqual(['colleagues', 'lists', 'consents'])
  await activateVolunteer(services, people.zhao, places.nanyuan, hana.id)
  const code = await life.post({}, 'wang', 'sun')
  expect(await at()).toEqual(['colleagues', 'lists', 'activate', 'consents', 'wishes'])
  expect((await own.anyone.get('/c/nanyuan')).words).toContain(words.notYet.board)

  await life.publish(code, {}, 'zhao')
  expect(panel(await own.as('zhao').get('/desk'))).toBe('')
  expect((await own.anyone.get('/c/nanyuan')).words).not.toContain(words.notYet.board)
})

test('a supervisor and an administrator have no first steps', async () => {
  expect(panel(await app.as('eve').get('/desk'))).toBe('')
  expect(panel(await app.as('finn').get('/desk'))).toBe('')
})
