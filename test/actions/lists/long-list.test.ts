import { expect, test } from 'vitest'
import { takeOn } from '#actions/lists/take-on.ts'
import { importOf } from '#db/lists/list-rows.ts'
import { residents, wishes } from '#db/schema/tables.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { testApp } from '#test/support/app.ts'
import { csv, headings, nameGrids, placeOf, take, takenOf, upload } from '#test/support/lists/imports.ts'
import { eachStore, type OpenStore } from '#test/support/stores.ts'

const han = '甲乙丙丁戊己庚辛壬癸'
const nameOf = (n: number) => `${han[Math.floor(n / 10)]}${han[n % 10]}`
const kettle = (n: number, phone = `199000012${String(n).padStart(2, '0')}`) =>
  `${nameOf(n)},第一网格,${n + 1}号楼1单元101,${phone},烧水壶,1,90`
const longList = csv(headings, ...Array.from({ length: 60 }, (_, n) => kettle(n)))

async function site(open?: OpenStore) {
  const app = await testApp(open ? { store: await open() } : {})
  await nameGrids(app.services.store)
  const { services, people } = app
  const wishCount = async () => (await services.store.db.select().from(wishes)).length
  return { services, dora: people.dora, ana: people.ana, wishCount, db: services.store.db }
}

const takingOf = async (services: Services, actor: Person, id: string) =>
  (await importOf(services.store.db, id, actor.id, services.now()))?.taking

eachStore((open) => {
  test('a long list is begun by the button and goes in part by part, and says how far it is', async () => {
    const { services, dora, wishCount } = await site(open)
    const id = await upload(services, dora, longList)

    expect(await take(services, dora, id)).toBe('taken')
    expect([(await takingOf(services, dora, id))?.at, await wishCount()]).toEqual([0, 0])
    const seen: (number | undefined)[] = []
    for (let part = 0; part < 3; part++) {
      await takeOn(services, dora, await placeOf(services, dora), id)
      seen.push((await takingOf(services, dora, id))?.at, await wishCount())
    }

    expect(seen).toEqual([25, 25, 50, 50, undefined, 60])
    const taken = await takenOf(services, dora, id)
    expect([new Set(taken.wishCodes).size, taken.newResidents, taken.left]).toEqual([60, 60, []])
    await takeOn(services, dora, await placeOf(services, dora), id)
    expect(await wishCount()).toBe(60)
  })

  test('asked for the next part twice at once, nothing comes twice and nothing is lost', async () => {
    const { services, dora, wishCount } = await site(open)
    const id = await upload(services, dora, longList)
    await take(services, dora, id)
    const place = await placeOf(services, dora)

    for (let round = 0; round < 3; round++)
      await Promise.all([takeOn(services, dora, place, id), takeOn(services, dora, place, id)])

    expect([await wishCount(), (await takenOf(services, dora, id)).wishCodes.length]).toEqual([60, 60])
  })

  test('a row that another person has imported between two parts is left out, with its reason', async () => {
    const { services, dora, ana, wishCount } = await site(open)
    const id = await upload(services, dora, longList)
    await take(services, dora, id)
    const place = await placeOf(services, dora)
    await takeOn(services, dora, place, id)

    expect(await take(services, ana, await upload(services, ana, csv(headings, kettle(59))))).toBe('taken')
    await takeOn(services, dora, place, id)
    await takeOn(services, dora, place, id)

    expect(await wishCount()).toBe(60)
    expect((await takenOf(services, dora, id)).left).toEqual([{ line: 61, why: 'already' }])
  })

  test('two lines of one new person, far apart in the list, are still one file', async () => {
    const { services, dora, db } = await site(open)
    const again = `${nameOf(3)},第一网格,4号楼1单元101,19900001299,牛奶,1,60`
    const id = await upload(services, dora, csv(headings, ...Array.from({ length: 40 }, (_, n) => kettle(n)), again))
    await take(services, dora, id)
    const place = await placeOf(services, dora)
    while (await takingOf(services, dora, id)) await takeOn(services, dora, place, id)

    const files = (await db.select().from(residents)).filter(({ name }) => name === nameOf(3))
    expect(files.map(({ phones }) => phones)).toEqual([['19900001203', '19900001299']])
    expect((await takenOf(services, dora, id)).newResidents).toBe(40)
  })
})
