import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { zh } from '#text/zh.ts'

let app: TestApp
let life: ReturnType<typeof living>
beforeEach(async () => {
  app = await testApp()
  life = living(app)
})

test('who gave a claim back is not public: the history names the unit of the claim in force alone', async () => {
  const code = await life.claimed('ben')
  expect((await app.anyone.get(`/wishes/${code}`)).words).toContain('认领 · Water Works')

  await life.move('ben', code, 'release', { handover: 'away' })
  const given = await app.anyone.get(`/wishes/${code}`)
  expect(given.words).toContain('交还')
  expect(given.words).not.toContain('Water Works')

  await life.claim(code, 'cleo')
  const again = await app.anyone.get(`/wishes/${code}`)
  expect(again.words).toContain('认领 · School No. 3')
  expect(again.words).not.toContain('Water Works')
  expect((await app.as('dora').get(`/wishes/${code}`)).words).toContain('认领 · Water Works')
})

describe('a wish that an office has answered', () => {
  const referred = async () => {
    const code = await life.open()
    await life.move('dora', code, 'refer', { reason: 'policy' })
    return code
  }
  const answer = async (code: string, typed: Readonly<Record<string, string>>) => {
    const form = await app.as('dora').get(`/wishes/${code}/answer`)
    const told = { seq: form.hidden('seq'), outcome: 'phone', toldOn: '2026-11-02', office: 'Private-Answer' }
    return app.as('dora').post(`/wishes/${code}/answer`, { ...told, ...typed })
  }

  test('says so to everyone, but shows the answer to no one outside', async () => {
    const code = await referred()
    expect((await answer(code, {})).status).toBe(303)

    const page = await app.anyone.get(`/wishes/${code}`)
    expect(page.words).toContain(zh.referrals.answeredInPublic('11月2日'))
    const steps = [...(page.html.match(/<ol class="timeline">.*?<\/ol>/s)?.[0] ?? '').matchAll(/<b>(.*?)<\/b>/g)]
    expect(steps.at(-1)?.[1]).toBe(zh.words.done.answer)
    expect(page.html).toContain('href="/c/hongqi/knowledge"')
    expect(page.html).not.toContain('Private-Answer')
  })

  test('shows everyone the answer that was edited for everyone, and staff both', async () => {
    const code = await referred()
    expect((await answer(code, { answer: 'Apply at window 3' })).status).toBe(303)

    const page = await app.anyone.get(`/wishes/${code}`)
    expect(page.words).toContain(`${zh.referrals.answeredWith('11月2日')} Apply at window 3`)
    expect(page.html).not.toContain('Private-Answer')
    const inside = (await app.as('dora').get(`/wishes/${code}`)).words
    expect([inside.includes('Private-Answer'), inside.includes('Apply at window 3')]).toEqual([true, true])
  })

  test.each([
    ['Guilan', 'the name of the resident'],
    ['13911110001', 'a telephone number'],
    ['3号楼', 'an address'],
  ])('%s cannot be published: it is %s', async (word) => {
    const code = await referred()
    const refused = await answer(code, { answer: `see ${word}` })

    expect(refused.status).toBe(422)
    expect(refused.words).toContain(`「${word}」像是`)
    expect(refused.html).toMatch(/href="#answer"/)
    expect(refused.html).toContain(`see ${word}</textarea>`)
    expect((await app.as('dora').get(`/wishes/${code}`)).words).not.toContain(`see ${word}`)
  })

  test('shows no answer to everyone once its title may no longer be shown', async () => {
    const code = await referred()
    await answer(code, { answer: 'Apply at window 3' })
    const taken = { key: newId(), purpose: 'card', given: 'no', method: 'phone', day: '2026-11-02' }
    expect((await app.as('ana').post(`/residents/${app.residents.li}/consents`, taken)).status).toBe(303)
    expect((await app.anyone.get(`/wishes/${code}`)).html).not.toContain('Apply at window 3')
  })
})
