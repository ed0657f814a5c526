import { beforeEach, describe, expect, test } from 'vitest'
import { publishAtOnce, publishMany } from '#actions/wishes/publish-many.ts'
import { hx, living } from '#test/routes/site/living.ts'
import { type Answer, type TestApp, testApp } from '#test/support/app.ts'
import { listResident, places } from '#test/support/cast.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

const words = zh.checking
const list = () => app.as('dora').get('/desk/to-check')
const inputs = ({ html }: Answer) => [...html.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag)
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** What the browser would send of the form as it is shown. */
function asShown(page: Answer): Record<string, readonly string[]> {
  const sent: Record<string, string[]> = {}
  for (const tag of inputs(page)) {
    const name = attribute(tag, 'name')
    const isOff = tag.includes('type="checkbox"') && !/\bchecked\b/.test(tag)
    if (/^(wish|seq-|title-)/.test(name) && !isOff) sent[name] = [...(sent[name] ?? []), attribute(tag, 'value')]
  }
  return sent
}
const part = ({ html }: Answer, id: string) => new RegExp(`id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? ''
const stateOf = async (code: string) => (await life.stored(code)).state

describe('the desk for checking', () => {
  test('thirty wishes are published from the desk in two presses', async () => {
    const codes: string[] = []
    for (let n = 0; n < 30; n++) codes.push(await life.post({}, n % 2 ? 'ana' : 'gus', n % 2 ? 'li' : 'ma'))
    const desk = await app.as('dora').get('/desk')
    expect(desk.html).toMatch(/<a href="\/desk\/to-check" class="button[^>]*>/)

    const shown = await list()
    expect(asShown(shown).wish).toHaveLength(30)
    const done = await app.as('dora').post('/desk/to-check', asShown(shown))

    expect(done.location).toBe('/desk/to-check?published=30')
    expect((await app.as('dora').get('/desk/to-check?published=30')).words).toContain(words.published(30))
    for (const code of codes) expect(await stateOf(code)).toBe('open')
  })

  test('a title in a person’s own words is read first, and is published as it was corrected', async () => {
    const code = await life.post({ item: 'other', category: 'goods', words: '补院门的锁', value: '30' })
    const shown = await list()
    expect(asShown(shown).wish).toBeUndefined()
    expect(asShown(shown)[`title-${code}`]).toEqual(['补院门的锁'])

    await app.as('dora').post('/desk/to-check', { ...asShown(shown), wish: code, [`title-${code}`]: '换一把门锁' })
    expect((await app.anyone.get(`/wishes/${code}`)).words).toContain('换一把门锁')
  })

  test('what needs a decision or a consent waits apart and says why', async () => {
    const ready = await life.post()
    const dear = await life.post({ item: 'kettle', quantity: '1', value: '900', odd: 'asked' })
    const silent = await listResident(
      app.services,
      app.people.ana,
      places.hongqi,
      { gridId: 'grid1', name: 'Qin Meilan', door: '909', phones: ['13800138009'] },
      ['kept', 'posting', 'contact'],
    )
    app.residents.li = silent
    const unasked = await life.post()

    const shown = await list()
    expect(asShown(shown).wish).toEqual([ready])
    expect(part(shown, 'decide')).toContain(`href="/wishes/${dear}#publish"`)
    expect(part(shown, 'decide')).toContain(words.dear('900', '200'))
    expect(part(shown, 'consent')).toContain(`href="/residents/${silent}#consent"`)
    expect(part(shown, 'consent')).not.toContain(`href="/wishes/${dear}`)

    // Chosen all the same, by a form of another window: each outcome is said, and the ready one is published.
    const done = await app.as('dora').post('/desk/to-check', { wish: [ready, dear, unasked] })
    expect(done.status).toBe(409)
    expect(done.words).toContain(words.someLeft(1, 2))
    expect(done.html).toContain(`<a href="/wishes/${dear}">`)
    expect(done.html).toContain(`<a href="/wishes/${unasked}">`)
    expect(await Promise.all([ready, dear, unasked].map(stateOf))).toEqual(['open', 'submitted', 'submitted'])
  })

  test('a title that would name the resident comes back as typed, with the sentence at its field', async () => {
    const code = await life.post({ item: 'other', category: 'goods', words: '补院门的锁', value: '30' })
    const typed = { ...asShown(await list()), wish: code, [`title-${code}`]: '给Guilan换锁' }
    const done = await app.as('dora').post('/desk/to-check', typed)

    expect(done.status).toBe(409)
    expect(done.html).toContain('value="给Guilan换锁"')
    expect(done.html).toContain(`id="title-${code}-error"`)
    expect(await stateOf(code)).toBe('submitted')
  })

  test('a wish that was changed after the list was shown is not published unread', async () => {
    const [same, changed] = [await life.post(), await life.post({}, 'gus', 'ma')]
    const shown = await list()
    const form = await app.as('ana').get(`/wishes/${same}/edit`)
    await app.as('ana').post(`/wishes/${same}/edit`, {
      ...{ item: 'milk', quantity: '3', urgency: 'yellow', source: 'visit', specification: '', value: '', note: '' },
      ...{ repeat: 'as agreed', odd: 'as agreed', version: form.hidden('version'), key: form.hidden('key') },
    })
    expect((await life.stored(same)).quantity).toBe(3)

    const done = await app.as('dora').post('/desk/to-check', asShown(shown))
    expect(done.words).toContain(zh.refusals.sentence({ why: 'overtaken' }))
    expect([await stateOf(same), await stateOf(changed)]).toEqual(['submitted', 'open'])
    // Pressed twice, or the answer was lost: nothing is refused that was done.
    expect((await app.as('dora').post('/desk/to-check', { ...asShown(shown), wish: changed })).status).toBe(303)
  })

  test('nothing chosen is said; grid workers and volunteers have no such page', async () => {
    const code = await life.post()
    const none = await app.as('dora').post('/desk/to-check', {})
    expect([none.status, none.words.includes(words.noneChosen)]).toEqual([422, true])
    for (const who of ['ana', 'ben', 'eve'] as const) {
      expect((await app.as(who).get('/desk/to-check')).status).toBe(404)
      expect((await app.as(who).post('/desk/to-check', { wish: code })).status).toBe(404)
    }
    // The secretary of the other community cannot see the wish, and publishes nothing.
    expect((await app.as('zhao').post('/desk/to-check', { wish: code })).words).toContain(words.gone)
    expect(await stateOf(code)).toBe('submitted')
  })

  test('one press publishes no more than a request may, and says which were left', async () => {
    const code = await life.post()
    const asked = Array.from({ length: publishAtOnce + 1 }, () => ({ code, publicText: '', seen: undefined }))
    const done = await publishMany(app.services, app.people.dora, asked)
    expect(done.map(({ what }) => what)).toEqual([...Array(publishAtOnce).fill('published'), 'left'])
  })

  test('after one wish is published the next one is a press away, and after the last the list', async () => {
    const [first, second] = [await life.post({ urgency: 'red' }), await life.post({}, 'gus', 'ma')]
    const one = await app.as('dora').post(`/wishes/${first}/publish`, {}, hx)
    expect(one.html).toContain(`href="/wishes/${second}#publish"`)
    expect(one.words).toContain(words.next(1))
    const last = await app.as('dora').post(`/wishes/${second}/publish`, {}, hx)
    expect(last.words).toContain(words.allDone)
  })
})
