import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { answerChanges, answerWho } from '#actions/lists/keep-list.ts'
import { takeOn } from '#actions/lists/take-on.ts'
import { amendResident } from '#actions/residents/edit-resident.ts'
import { importOf } from '#db/lists/list-rows.ts'
import { residentOf } from '#db/residents/resident-rows.ts'
import { events, residents, wishDetails, wishes } from '#db/schema/tables.ts'
import type { DifferenceKind } from '#domain/lists/file-facts.ts'
import type { PersonKey } from '#domain/lists/same-person.ts'
import type { Person } from '#domain/people/actor.ts'
import type { ResidentFields } from '#domain/people/resident.ts'
import type { Services } from '#src/services.ts'
import { testApp } from '#test/support/app.ts'
import { csv, headings, nameGrids, placeOf, rowsOf, take, takenOf, upload } from '#test/support/lists/imports.ts'
import { eachStore, type OpenStore } from '#test/support/stores.ts'

const caseFile = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../files/cases', `${name}.xlsx`)))

async function site(open?: OpenStore) {
  const app = await testApp(open ? { store: await open() } : {})
  const { services, people } = app
  const { dora, ana } = people
  const { db } = services.store
  await nameGrids(services.store)
  const uploadCase = (name: string) => upload(services, dora, caseFile(name), `${name}.xlsx`)
  const filesNamed = async (name: string) =>
    (await db.select().from(residents).where(eq(residents.name, name))).toSorted((one, other) =>
      one.building.localeCompare(other.building),
    )
  const addFile = async (name: string, more: Partial<typeof residents.$inferInsert>) => {
    const id = `file${name.codePointAt(0)}${more.gridId ?? ''}`
    const base = { communityId: 'hongqi', gridId: 'grid1', building: '', unit: '', door: '', phones: [] }
    const row = { ...base, id, name, createdBy: dora.id, createdAt: services.now(), ...more }
    await services.store.commit([db.insert(residents).values(row)])
    return id
  }
  return { ...app, dora, ana, services, db, uploadCase, filesNamed, addFile }
}

/** Line, state and codes of the checks of each row. */
const told = async (services: Services, actor: Person, id: string) =>
  (await rowsOf(services, actor, id)).map(({ row, state, checks }) =>
    [row.line, state, ...row.errors.map(({ code }) => code), ...checks.map(({ code }) => code)].join(' '),
  )

async function sayWho(services: Services, actor: Person, id: string, index: number, is: PersonKey | 'new') {
  const check = (await rowsOf(services, actor, id))[index]?.checks.find(({ code }) => code === 'who')
  if (check?.code !== 'who') throw new Error(`nothing is asked about row ${index}`)
  await answerWho(services, actor, id, index, { is, of: check.candidates.map(({ key }) => key) })
}

async function sayChanges(
  services: Services,
  actor: Person,
  id: string,
  index: number,
  take: readonly DifferenceKind[],
) {
  const check = (await rowsOf(services, actor, id))[index]?.checks.find(({ code }) => code === 'differs')
  if (check?.code !== 'differs') throw new Error(`row ${index} differs in nothing`)
  await answerChanges(services, actor, id, index, { of: check.of, take })
}

eachStore((open) => {
  test('one name with one telephone at two doors, and one name with neither: each is asked, and nothing is taken before', async () => {
    const { services, dora, uploadCase, filesNamed } = await site(open)
    const id = await uploadCase('same-name-shared-phone')

    expect(await told(services, dora, id)).toEqual([
      '3 doubt',
      '4 undecided who',
      '5 doubt',
      '6 undecided who',
      '7 doubt',
      '8 error duplicate-in-file',
    ])
    await Promise.all([sayWho(services, dora, id, 1, 'new'), sayWho(services, dora, id, 3, 'new')])
    expect((await told(services, dora, id)).slice(0, 4)).toEqual(['3 doubt', '4 doubt who', '5 doubt', '6 doubt who'])
    expect(await take(services, dora, id)).toBe('taken')

    const wang = await filesNamed('王秀英')
    expect(wang.map(({ building, unit, door, ageBand, phones }) => [building, unit, door, ageBand, phones])).toEqual([
      ['21', '1', '101', '70-79', ['13900030001']],
      ['25', '2', '302', '80+', ['13900030001']],
    ])
    expect((await filesNamed('李秀兰')).map(({ ageBand }) => ageBand).toSorted()).toEqual(['70-79', '80+'])
    expect(await takenOf(services, dora, id)).toMatchObject({ newResidents: 5, knownResidents: 0 })
  })

  test('a known resident with another door, age and phone: each difference is taken or not, and named in the event', async () => {
    const { services, dora, db, uploadCase, addFile } = await site(open)
    const li = await addFile('李桂珍', {
      ...{ building: '9', unit: '2', door: '909', ageBand: '80+', phones: ['19900000200'] },
    })
    const ma = await addFile('马玉花', {
      ...{ building: '4', unit: '1', door: '401', ageBand: '70-79', phones: ['19900000201'] },
    })
    const id = await uploadCase('known-other-door')

    // Line 4 has another whole address and no phone in common: another person of that name.
    expect(await told(services, dora, id)).toEqual([
      '3 undecided differs known-resident',
      '4 ok',
      '5 ok known-resident',
    ])
    await sayChanges(services, dora, id, 0, ['age'])
    expect(await take(services, dora, id)).toBe('taken')
    expect(await residentOf(db, li)).toMatchObject({ building: '9', door: '909', ageBand: '60-69' })
    expect(await residentOf(db, ma)).toMatchObject({ building: '4', ageBand: '70-79', phones: ['19900000201'] })
    const amended = (await db.select().from(events)).filter(({ action }) => action === 'resident-amended')
    expect(amended.map(({ data }) => data)).toEqual([{ residentId: li, fields: ['ageBand'] }])
    expect(await takenOf(services, dora, id)).toMatchObject({ newResidents: 1, knownResidents: 2 })
  })

  test('another door is adopted where the importer says so; an added phone number goes into the file and is mentioned', async () => {
    const { services, dora, db, addFile } = await site(open)
    const li = await addFile('李桂珍', { building: '9', unit: '2', door: '909', phones: ['19900000200'] })
    const id = await upload(
      services,
      dora,
      csv(
        headings,
        '李桂珍,第一网格,1号楼1单元101,19900000200,保温杯,1,60',
        '李桂珍,第一网格,9号楼2单元909,19900000300,理发,1,',
      ),
    )

    expect(await told(services, dora, id)).toEqual(['2 undecided who', '3 doubt differs known-resident'])
    await sayWho(services, dora, id, 0, `file-${li}`)
    expect((await told(services, dora, id))[0]).toBe('2 undecided who differs known-resident')
    await sayChanges(services, dora, id, 0, ['address'])
    expect((await told(services, dora, id))[1]).toBe('3 undecided differs known-resident')
    await sayChanges(services, dora, id, 1, ['phones'])
    expect(await take(services, dora, id)).toBe('taken')
    expect(await residentOf(db, li)).toMatchObject({
      ...{ building: '1', unit: '1', door: '101', phones: ['19900000200', '19900000300'] },
    })
    expect((await db.select().from(wishDetails)).map(({ residentId }) => residentId)).toEqual([li, li])
  })

  test('a file that was changed between the question and the commit is left as it is, and the question is asked again', async () => {
    const { services, dora, db, uploadCase, addFile } = await site(open)
    const li = await addFile('李桂珍', {
      ...{ building: '9', unit: '2', door: '909', ageBand: '80+', phones: ['19900000200'] },
    })
    const id = await uploadCase('known-other-door')
    await sayChanges(services, dora, id, 0, ['age'])
    let isFirst = true
    const slow: Services = {
      ...services,
      store: {
        ...services.store,
        async commit(statements) {
          if (isFirst) {
            isFirst = false
            const file = await residentOf(db, li)
            const fields = { ...(file as unknown as ResidentFields), ageBand: '70-79' as const }
            if (file) await amendResident(services, dora, file, { fields, version: 0 })
          }
          return services.store.commit(statements)
        },
      },
    }

    expect(await take(slow, dora, id)).toBe('changed')
    expect(await residentOf(db, li)).toMatchObject({ ageBand: '70-79' })
    expect((await told(services, dora, id))[0]).toBe('3 undecided differs known-resident')
    expect((await db.select().from(wishes)).length).toBe(0)
  })
})

describe('one file or two', () => {
  test('the same person is one file with what both lines know, once it is said which door is right', async () => {
    const { services, dora, uploadCase, filesNamed } = await site()
    const id = await uploadCase('same-name-shared-phone')
    await sayWho(services, dora, id, 1, 'row-0')
    expect((await told(services, dora, id))[1]).toBe('4 undecided who differs')
    await sayChanges(services, dora, id, 1, ['address'])
    await sayWho(services, dora, id, 3, 'row-2')
    await sayChanges(services, dora, id, 3, [])
    await take(services, dora, id)

    expect(await filesNamed('王秀英')).toMatchObject([{ building: '25', door: '302', ageBand: '70-79' }])
    expect(await filesNamed('李秀兰')).toMatchObject([{ ageBand: '70-79' }])
  })

  test('two people of one name who share a phone and want the same item are no duplicate, and each is imported once', async () => {
    const { services, dora, db } = await site()
    const list = csv(
      headings,
      '王秀英,第一网格,21号楼1单元101,13900030001,烧水壶,1,90',
      '王秀英,第一网格,25号楼2单元302,13900030001,烧水壶,1,90',
    )
    const id = await upload(services, dora, list)
    expect(await told(services, dora, id)).toEqual(['2 doubt', '3 undecided who'])

    // Taken before the question is answered, the second is not lost: it is asked about when the list comes again.
    await take(services, dora, id)
    const again = await upload(services, dora, list, 'again.csv')
    expect((await told(services, dora, again)).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '2 already already',
      '3 undecided who',
    ])
    const [first] = await db.select().from(residents).where(eq(residents.name, '王秀英'))
    expect((await rowsOf(services, dora, again))[1]?.checks.find(({ code }) => code === 'who')).toMatchObject({
      candidates: [{ key: `file-${first?.id}`, where: { building: '21' }, phoneEnds: ['0001'] }],
    })
    await sayWho(services, dora, again, 1, 'new')
    expect(await take(services, dora, again)).toBe('taken')
    expect((await db.select().from(wishes)).length).toBe(2)
    const third = await upload(services, dora, list, 'third.csv')
    expect(await take(services, dora, third)).toBe('nothing')
  })

  test('lanes and estates of other names are other people without a question', async () => {
    const { services, dora, uploadCase, filesNamed } = await site()
    const id = await uploadCase('L06b-two-streets')

    expect((await rowsOf(services, dora, id)).map(({ checks }) => checks.some(({ code }) => code === 'who'))).toEqual(
      Array(6).fill(false),
    )
    await take(services, dora, id)
    expect((await filesNamed('王桂兰')).map(({ place, phones }) => [place, phones]).toSorted()).toEqual([
      ['平房巷12号', ['19900022001']],
      ['幸福巷12号', ['19900022002']],
    ])
    // The third grid is not there, so these rows wait for one.
    expect((await filesNamed('李秀英')).map(({ place, building }) => [place, building])).toEqual([['阳光小区', '3']])
  })

  test('of a namesake in another grid a grid worker learns the grid alone, and may not follow that file', async () => {
    const { services, ana, addFile } = await site()
    const other = await addFile('孙某', { gridId: 'grid2', building: '8', door: '801', phones: ['19900000800'] })
    const id = await upload(services, ana, csv(headings, '孙某,第一网格,,,理发,1,'))

    expect((await rowsOf(services, ana, id))[0]?.checks).toEqual([
      {
        code: 'who',
        candidates: [{ key: `file-${other}`, name: '孙某', grid: '第二网格', where: null, phoneEnds: [], line: null }],
        answer: null,
      },
    ])
    await sayWho(services, ana, id, 0, `file-${other}`)
    expect(await told(services, ana, id)).toEqual(['2 error not-your-grid who file-grid known-resident'])
  })

  test('in a long list two people of one name are imported together, so that what was said about them stays true', async () => {
    const { services, dora, filesNamed } = await site()
    const others = Array.from(
      { length: 40 },
      (_, n) => `甲${'乙丙丁戊己庚辛壬'[n % 8]},第一网格,${n + 1}号楼1单元101,,理发,1,`,
    )
    const id = await upload(
      services,
      dora,
      csv(headings, '赵某,第一网格,,,烧水壶,1,90', ...others, '赵某,第一网格,,,烧水壶,1,90'),
    )
    await sayWho(services, dora, id, 41, 'new')
    await take(services, dora, id)
    for (let part = 0; part < 3; part++) await takeOn(services, dora, await placeOf(services, dora), id)

    expect((await importOf(services.store.db, id, dora.id, services.now()))?.taken?.left).toEqual([])
    expect((await filesNamed('赵某')).length).toBe(2)
  })
})
