import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { chooseRow, keepMended } from '#actions/lists/keep-list.ts'
import { mendedNeed } from '#actions/lists/mend-row.ts'
import { seenOf, takeImport } from '#actions/lists/take-list.ts'
import { newId } from '#auth/hashing.ts'
import { importOf } from '#db/lists/list-rows.ts'
import {
  consents,
  events,
  importMarks,
  imports,
  notes,
  people,
  residents,
  volunteers,
  wishDetails,
  wishes,
} from '#db/schema/tables.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'
import { testApp } from '#test/support/app.ts'
import {
  csv,
  headings,
  nameGrids,
  placeOf,
  rowsOf,
  sample,
  take,
  takenOf,
  upload,
} from '#test/support/lists/imports.ts'
import { eachStore, type OpenStore } from '#test/support/stores.ts'

async function site(open?: OpenStore) {
  const app = await testApp(open ? { store: await open() } : {})
  const { services, people: cast } = app
  await nameGrids(services.store)
  const count = async (table: typeof wishes | typeof residents | typeof importMarks | typeof people) =>
    (await services.store.db.select().from(table)).length
  return { ...app, cast, count }
}

/** Line, state and codes of each row, as short as a test can read them. */
async function told(services: Services, actor: Person, id: string) {
  return (await rowsOf(services, actor, id)).map(({ row, state, checks }) =>
    [row.line, state, ...[...row.errors, ...checks, ...row.doubts].map(({ code }) => code)].join(' '),
  )
}

const kettle = (name: string, phone: string, grid = '第一网格') => `${name},${grid},5号楼1单元101,${phone},烧水壶,1,90`

eachStore((open) => {
  test('the sample list becomes residents without consents and wishes to be checked; again it becomes nothing', async () => {
    const { services, cast, count } = await site(open)
    const { db } = services.store
    const before = await count(residents)
    const id = await upload(services, cast.dora, await sample('needs-list.xlsx'), 'needs-list.xlsx')

    expect(await take(services, cast.dora, id)).toBe('taken')
    expect(await takenOf(services, cast.dora, id)).toMatchObject({ newResidents: 7, knownResidents: 0 })
    const posted = await db.select().from(wishes)
    expect(posted.map(({ state }) => state)).toEqual(Array(9).fill('submitted'))
    expect(posted.map(({ postedBy }) => postedBy)).toEqual(Array(9).fill(cast.dora.id))
    expect(await count(residents)).toBe(before + 7)
    const fresh = (await db.select().from(residents)).filter(({ createdBy }) => createdBy === cast.dora.id)
    const asked = await db.select().from(consents)
    expect(asked.filter(({ residentId }) => fresh.some((one) => one.id === residentId))).toEqual([])
    expect((await importOf(db, id, cast.dora.id, services.now()))?.draft).toBeNull()

    const again = await upload(services, cast.dora, await sample('needs-list.xlsx'), 'needs-list.xlsx')
    expect(await take(services, cast.dora, again)).toBe('nothing')
    expect(await count(wishes)).toBe(9)
  })

  test('the button pressed twice at once, in two windows or on two previews of one file, makes one set', async () => {
    const { services, cast, count } = await site(open)
    const file = await sample('needs-list.xlsx')
    const first = await upload(services, cast.dora, file)
    const second = await upload(services, cast.dora, file, 'a copy.xlsx')

    const outcomes = await Promise.all([first, first, second].map((id) => take(services, cast.dora, id)))

    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(1)
    expect(await count(wishes)).toBe(9)
    expect(new Set((await services.store.db.select().from(importMarks)).map((mark) => mark.fingerprint)).size).toBe(9)
  })

  test('a roll becomes inactive volunteers; a known number gets the role in addition to its others', async () => {
    const { services, cast, people: _, count } = await site(open)
    const { db } = services.store
    const before = await count(people)
    const roll = csv(
      '姓名,手机号,单位,特长,服务时间',
      '田雨,19900005401,第九中学,辅导讲解,周末',
      'gus,13900000006,供热公司,水电维修,随时',
      'ben,13900000002,供热公司,驾驶,随时',
      '别人,13900000001,市医院,理发,周末',
    )
    const id = await upload(services, cast.dora, roll)

    expect(await told(services, cast.dora, id)).toEqual([
      '2 ok',
      '3 doubt has-account',
      '4 already on-the-roll',
      '5 error other-name',
    ])
    expect(await take(services, cast.dora, id)).toBe('taken')
    expect(await count(people)).toBe(before + 1)
    const { personIds } = await takenOf(services, cast.dora, id)
    const files = (await db.select().from(volunteers)).filter(({ personId }) => personIds.includes(personId))
    expect(files.map(({ state }) => state)).toEqual(['inactive', 'inactive'])
    expect(personIds).toContain(cast.gus.id)
    expect(await told(services, cast.dora, await upload(services, cast.dora, roll))).toEqual([
      '2 already on-the-roll',
      '3 already on-the-roll',
      '4 already on-the-roll',
      '5 error other-name',
    ])
  })
})

describe('all or none', () => {
  test('if another person imports one of the rows just before the commit, nothing is written and the importer looks again', async () => {
    const { services, cast, count } = await site()
    const both = await upload(
      services,
      cast.dora,
      csv(headings, kettle('甲某', '19900000101'), kettle('乙某', '19900000102')),
    )
    const one = await upload(services, cast.ana, csv(headings, kettle('乙某', '19900000102')), 'other.csv')
    let isFirst = true
    const slow: Services = {
      ...services,
      store: {
        ...services.store,
        async commit(statements) {
          if (isFirst) {
            isFirst = false
            expect(await take(services, cast.ana, one)).toBe('taken')
          }
          return services.store.commit(statements)
        },
      },
    }
    // Behind one door the same thing twice needs a reason; here only the race matters.
    await chooseRow(services, cast.dora, both, 0, 'skip')

    expect(await take(slow, cast.dora, both)).toBe('changed')
    expect(await count(wishes)).toBe(1)
    expect(await told(services, cast.dora, both)).toEqual([
      '2 skipped repeat age-missing',
      '3 already already known-resident age-missing',
    ])
  })

  test('what was chosen in another window since the page was shown is not taken unseen', async () => {
    const { services, cast, count } = await site()
    const id = await upload(services, cast.dora, await sample('needs-list.xlsx'))
    const seen = seenOf(await rowsOf(services, cast.dora, id))
    await chooseRow(services, cast.dora, id, 0, 'skip')

    const took = await takeImport(services, cast.dora, await placeOf(services, cast.dora), newId(), { id, seen })

    expect(took).toMatchObject({ ok: false, why: 'changed' })
    expect(await count(wishes)).toBe(0)
  })
})

describe('what the community knows', () => {
  test('a resident is found by name with the door or a phone, and gets no second file', async () => {
    const { services, cast, residents: known, count } = await site()
    const { db } = services.store
    const before = await count(residents)
    const id = await upload(
      services,
      cast.dora,
      csv(
        headings,
        'Li Guilan,第一网格,17号楼2单元203室,,烧水壶,1,90',
        'Ma Xiulan,第一网格,,13800138000,理发,1,',
        'Li Guilan,第一网格,9号楼9单元999室,19900000177,拐杖,1,75',
      ),
    )

    expect(await told(services, cast.dora, id)).toEqual([
      '2 ok known-resident',
      '3 doubt file-grid known-resident',
      '4 doubt age-missing',
    ])
    expect(await take(services, cast.dora, id)).toBe('taken')
    expect(await count(residents)).toBe(before + 1)
    const owners = (await db.select().from(wishDetails)).map(({ residentId }) => residentId)
    expect(owners).toContain(known.li)
    expect(owners).toContain(known.ma)
  })

  test('two lines of one new person are one file with both numbers', async () => {
    const { services, cast } = await site()
    const id = await upload(
      services,
      cast.dora,
      csv(
        headings,
        '甲某,第一网格,5号楼1单元101,19900000101,烧水壶,1,90',
        '甲某,第一网格,5号楼1单元101,19900000199,理发,1,',
      ),
    )
    await take(services, cast.dora, id)

    const files = (await services.store.db.select().from(residents)).filter(({ name }) => name === '甲某')
    expect(files.map(({ phones }) => phones)).toEqual([['19900000101', '19900000199']])
  })

  test('the same item for the same household within 60 days waits for a reason, which is stored as a note', async () => {
    const app = await site()
    const { services, cast } = app
    const first = await upload(services, cast.dora, csv(headings, kettle('甲某', '19900000101')), '2026年10月.csv')
    await take(services, cast.dora, first)
    app.at('2026-11-20T11:00:00+08:00')
    const id = await upload(services, cast.dora, csv(headings, kettle('甲某', '19900000101')), '2026年11月.csv')

    expect(await told(services, cast.dora, id)).toEqual(['2 undecided repeat known-resident age-missing'])
    expect(await take(services, cast.dora, id)).toBe('nothing')
    expect(await mend(services, cast.dora, id, 0, { reason: '上次的坏了' })).toBe('doubt')
    expect(await take(services, cast.dora, id)).toBe('taken')
    const kept = await services.store.db.select().from(notes).where(eq(notes.kind, 'repeat'))
    expect(kept.map(({ text }) => text)).toEqual(['上次的坏了'])
  })

  test('a couple asking for the same item in one list is asked why', async () => {
    const { services, cast } = await site()
    const file = csv(headings, kettle('甲某', '19900000101'), kettle('乙某', '19900000102'))

    expect(await told(services, cast.dora, await upload(services, cast.dora, file))).toEqual([
      '2 doubt age-missing',
      '3 undecided same-home age-missing',
    ])
  })

  test('a list without a month may return when the repeat period is over, one of a month never', async () => {
    const app = await site()
    const { services, cast, count } = app
    const list = csv(headings, '甲某,第一网格,5号楼1单元101,19900000101,理发,1,')
    const again = async (name: string) => take(services, cast.dora, await upload(services, cast.dora, list, name))
    await again('list.csv')
    app.at('2026-12-30T11:00:00+08:00')
    expect(await again('list.csv')).toBe('nothing')
    app.at('2027-01-02T11:00:00+08:00')
    expect(await again('list.csv')).toBe('taken')
    expect(await again('list.csv')).toBe('nothing')
    app.at('2027-03-10T11:00:00+08:00')
    expect(await again('2026年11月.csv')).toBe('taken')
    app.at('2027-06-10T11:00:00+08:00')
    expect(await again('2026年11月.csv')).toBe('nothing')
    expect(await count(wishes)).toBe(3)
  })

  test('the third kettle of a household within a year waits for a yes; a year later nothing is asked', async () => {
    const app = await site()
    const { services, cast } = app
    const list = (phone: string) => csv(headings, kettle('甲某', phone))
    for (const day of ['2026-11-02', '2027-01-20']) {
      app.at(`${day}T11:00:00+08:00`)
      expect(await take(services, cast.dora, await upload(services, cast.dora, list('19900000101')))).toBe('taken')
    }
    app.at('2027-04-10T11:00:00+08:00')
    const third = await upload(services, cast.dora, list('19900000101'))
    expect(await told(services, cast.dora, third)).toEqual(['2 undecided often known-resident age-missing'])
    app.at('2028-02-10T11:00:00+08:00')
    const later = await upload(services, cast.dora, list('19900000101'))
    expect(await told(services, cast.dora, later)).toEqual([expect.stringMatching(/^2 (?:ok|doubt) (?!.*often)/)])
  })

  test('a grid worker takes only what is of their own grids', async () => {
    const { services, cast } = await site()
    const file = csv(headings, kettle('甲某', '19900000101'), '乙某,第二网格,8号楼1单元101,19900000102,理发,1,')
    const id = await upload(services, cast.ana, file)

    expect(await told(services, cast.ana, id)).toEqual(['2 doubt age-missing', '3 error not-your-grid age-missing'])
    expect(await take(services, cast.ana, id)).toBe('taken')
    const grids = (await services.store.db.select().from(wishes)).map(({ gridId }) => gridId)
    expect(grids).toEqual(['grid1'])
  })
})

describe('mending', () => {
  test('a mended row is taken once: neither the mended nor the old file brings it again', async () => {
    const { services, cast, count } = await site()
    const file = csv(headings, kettle('甲某', '19900000101', '第九网格'))
    const id = await upload(services, cast.dora, file)
    expect(await told(services, cast.dora, id)).toEqual(['2 undecided unknown-grid age-missing'])

    expect(await mend(services, cast.dora, id, 0, { grid: '第一网格', name: '甲大某', item: 'milk', words: '' })).toBe(
      'doubt',
    )
    expect(await take(services, cast.dora, id)).toBe('taken')
    expect((await services.store.db.select().from(wishes)).map(({ itemId }) => itemId)).toEqual(['milk'])
    expect(await told(services, cast.dora, await upload(services, cast.dora, file))).toEqual([
      expect.stringMatching(/^2 already already/),
    ])
    expect(await count(wishes)).toBe(1)
  })

  test('words that do not name the chosen item are shown to the claimant, and the item’s usual price counts', async () => {
    const { services, cast } = await site()
    const id = await upload(services, cast.dora, csv(headings, '甲某,第一网格,5号楼1单元101,19900000101,想要个宝贝,1,'))
    await mend(services, cast.dora, id, 0, { item: 'kettle', words: '要红色的', age: '80+' })
    await take(services, cast.dora, id)

    const [wish] = await services.store.db.select().from(wishes)
    const [note] = await services.store.db.select().from(notes).where(eq(notes.kind, 'claimer'))
    expect(wish).toMatchObject({ itemId: 'kettle', quantity: 1, ageBand: '80+' })
    expect(wish?.valueFen).toBeGreaterThan(0)
    expect(note?.text).toBe('要红色的')
  })

  test('an illness in free words keeps its row out until the word is gone', async () => {
    const { services, cast } = await site()
    const id = await upload(
      services,
      cast.dora,
      csv(headings, '甲某,第一网格,5号楼1单元101,19900000101,糖尿病想要个宝贝,1,'),
    )

    expect(await told(services, cast.dora, id)).toEqual([expect.stringMatching(/^2 undecided .*health-word/)])
    expect(await mend(services, cast.dora, id, 0, { words: '想要个宝贝' })).toBe('doubt')
  })

  test('skipping the first of two equal lines releases the second', async () => {
    const { services, cast } = await site()
    const id = await upload(
      services,
      cast.dora,
      csv(headings, kettle('甲某', '19900000101'), kettle('甲某', '19900000101')),
    )
    expect((await rowsOf(services, cast.dora, id)).map(({ state }) => state)).toEqual(['doubt', 'error'])
    await chooseRow(services, cast.dora, id, 0, 'skip')

    expect((await rowsOf(services, cast.dora, id)).map(({ state }) => state)).toEqual(['skipped', 'doubt'])
  })

  test('presses on two rows at the same moment both count', async () => {
    const { services, cast } = await site()
    const id = await upload(services, cast.dora, await sample('needs-list.xlsx'))
    await Promise.all([0, 3, 4].map((index) => chooseRow(services, cast.dora, id, index, 'skip')))

    const skipped = (await rowsOf(services, cast.dora, id)).filter(({ choice }) => choice === 'skip')
    expect(skipped.map(({ index }) => index)).toEqual([0, 3, 4])
  })

  test('no one else can choose in a preview', async () => {
    const { services, cast } = await site()
    const id = await upload(services, cast.dora, await sample('needs-list.xlsx'))
    await chooseRow(services, cast.zhao, id, 0, 'skip')

    expect((await rowsOf(services, cast.dora, id))[0]?.choice).toBe('auto')
    expect(await importOf(services.store.db, id, cast.zhao.id, services.now())).toBeNull()
  })
})

test('no name, phone number or word of the list is in an event or remains in the imported preview', async () => {
  const { services, cast } = await site()
  const { db } = services.store
  const id = await upload(services, cast.dora, await sample('needs-list.xlsx'))
  await take(services, cast.dora, id)

  const [kept] = await db.select().from(imports).where(eq(imports.id, id))
  const written = JSON.stringify([await db.select().from(events), kept?.content])
  expect(written).not.toMatch(/\p{Script=Han}|1990000\d{4}/u)
})

async function mend(
  services: Services,
  actor: Person,
  id: string,
  index: number,
  changes: Partial<Parameters<typeof mendedNeed>[4]>,
) {
  const kept = await importOf(services.store.db, id, actor.id, services.now())
  const draft = kept?.draft
  const row = draft?.kind === 'needs' ? draft.rows[index]?.row : undefined
  if (draft?.kind !== 'needs' || !row) throw new Error('no such row')
  const { place, building, unit, door } = row.address
  const typed = {
    ...{ name: row.name, grid: row.gridName, place, building, unit, door, phone: row.phones.join('、'), age: '' },
    ...{ item: row.wish.item ?? '', words: row.wish.text, quantity: String(row.quantity), value: '' },
    ...{ urgency: row.urgency, specification: row.wish.specification, note: row.note, reason: '' },
  }
  const mended = await mendedNeed(services, await placeOf(services, actor), draft, index, { ...typed, ...changes })
  if (!mended) throw new Error('no such row')
  await keepMended(services, actor, id, index, mended.stored)
  return mended.judged.state
}
