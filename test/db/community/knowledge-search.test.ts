import { expect, test } from 'vitest'
import { addKnowledge, changeKnowledge } from '#actions/wishes/edit-knowledge.ts'
import { newId } from '#auth/hashing.ts'
import { knowledgeOf, searchKnowledge, worthOffering } from '#db/wishes/knowledge-rows.ts'
import { type StarterKey, starterKeys, starters } from '#domain/knowledge.ts'
import type { Person } from '#domain/people/actor.ts'
import { noPhotos, type Services } from '#src/services.ts'
import { eachStore } from '#test/support/stores.ts'
import { startersZh } from '#text/zh/desk/starters-text.ts'

const at = new Date('2026-11-02T03:00:00Z')
const communityId = 'c1'
const ana: Person = {
  ...{ kind: 'person', id: 'ana', name: 'ana' },
  roles: [{ role: 'gridWorker', areaId: 'g1', communityId, path: 'c1/g1/' }],
}
const entry = (key: StarterKey) => {
  const where = { office: '', phone: '', reviewedOn: '2026-11-02' }
  return { ...startersZh[key], ...where, subject: starters[key] }
}

eachStore((open) => {
  test('the best answer to a spoken question comes first, and what is of another matter is not offered', async () => {
    const store = await open()
    const config = {
      publicUrl: 'http://localhost',
      secret: 'only for tests, and long enough for them',
      logSeed: 'only for tests, and long enough for them',
      isDemo: false,
    }
    const services: Services = { store, config, photos: noPhotos, now: () => at }
    for (const key of starterKeys) await addKnowledge(services, ana, communityId, newId(), entry(key))
    const best = async (words: string) =>
      (await searchKnowledge(store.db, { communityId, words, limit: 1, least: worthOffering }))[0]?.title

    expect(await best('我想问八十岁的高龄补贴怎么领')).toBe(startersZh['old-age'].title)
    expect(await best('家里暖气不热，楼上楼下都这样')).toBe(startersZh.heating.title)
    expect(await best('钥匙丢了进不了门')).toBe(startersZh.lock.title)
    expect(await best('门诊的药费能报吗')).toBe(startersZh.medicine.title)
    expect(await best('想要一个助听器')).toBe(startersZh.hearing.title)
    expect(await best('想找人下象棋')).toBeUndefined()
    expect(await best('想修复一张老合影')).toBeUndefined()
    expect(await searchKnowledge(store.db, { communityId: 'c2', words: '暖气', limit: 9 })).toEqual([])

    const [first] = await knowledgeOf(store.db, { communityId, subject: 'home' })
    const change = { fields: { ...entry('lock'), title: '开锁' }, isRetired: true }
    const twice = await Promise.all([1, 1].map((v) => changeKnowledge(services, ana, first?.id ?? '', v, change)))
    expect(twice.filter((changed) => changed?.ok).length).toBeGreaterThan(0)
    expect((await knowledgeOf(store.db, { communityId, isRetired: true })).map(({ version }) => version)).toEqual([2])
  })
})
