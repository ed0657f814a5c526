import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#auth/hashing.ts'
import { imports } from '#db/schema/tables.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { figureNames } from '#domain/month/figures.ts'
import { writeCursor } from '#http/cursor.ts'
import { tick } from '#jobs/run-clock.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { listResident, type Name, places } from '#test/support/cast.ts'
import { migrated } from '#test/support/migrated.ts'

/** Tables that grow with the years. Areas, units and rules stay small. */
const growing = [
  ...['events', 'notes', 'notices', 'requests', 'wishes', 'wish_details', 'claims', 'views', 'residents', 'consents'],
  ...['people', 'roles', 'volunteers', 'sessions', 'access_codes', 'imports', 'import_marks'],
  ...['calendar_notices', 'calendar_days', 'months', 'month_corrections', 'claim_helpers', 'activities', 'invitations'],
  ...['invitation_plans'],
]

let app: TestApp
let store: SqliteStore
const asked = new Set<string>()
const everAsked = new Set<string>()
/** What is put together once a database goes through the door once: while the place is filled. */
const atFirst: string[] = []
let wish: string

beforeAll(async () => {
  store = migrated()
  // Whatever is asked from here on goes through this door, so that a new query is covered by itself.
  const prepare = store.raw.prepare.bind(store.raw)
  store.raw.prepare = ((source: string) => {
    asked.add(source)
    everAsked.add(source)
    return prepare(source)
  }) as typeof store.raw.prepare
  app = await testApp({ store })
  wish = await fill()
  atFirst.push(...asked)
})

/** Wishes in every state, over two grids, and more than a page of open ones. Gives the code of one delivered. */
async function fill(): Promise<string> {
  const life = living(app)
  const small = (n: number) => ({ quantity: `${(n % 90) + 1}`, value: '50' })
  for (let n = 0; n < 30; n++) await life.open(small(n))
  for (let n = 0; n < 55; n++)
    await listResident(app.services, app.people.ana, places.hongqi, {
      gridId: places.grid1,
      name: `R ${n}`,
      door: `${n}`,
    })
  await life.post(small(1))
  await life.move('dora', await life.post(small(2)), 'return', { reason: 'which?' })
  await life.move('dora', await life.open(small(3)), 'withdraw', { reason: 'moved' })
  await life.call(await life.delivered('cleo'), { reached: 'yes', received: 'yes' })
  await life.claimed('ben')
  const at = app.services.now()
  const row = {
    communityId: places.hongqi,
    personId: app.people.dora.id,
    kind: 'needs',
    fileName: 'a.csv',
    at,
  } as const
  const later = new Date(at.getTime() + 3_600_000)
  const preview = { id: newId(), ...row, content: '{}', expiresAt: later }
  await store.commit([store.db.insert(imports).values(preview)])
  return life.delivered('cleo')
}

type Step = { readonly detail: string }
const planOf = (statement: string): readonly string[] => {
  const blanks = [...statement.matchAll(/\?/g)].map(() => null)
  return (store.raw.prepare(`explain query plan ${statement}`).all(...blanks) as Step[]).map(({ detail }) => detail)
}
const isRead = (statement: string) => /^\s*(select|with)/i.test(statement)
const isChange = (statement: string) => /^\s*(update|delete)/i.test(statement)

/** The statements of `act` whose plan has a step that `isBad`, each with that step. */
async function badPlans(act: () => Promise<unknown>, isBad: IsBad) {
  asked.clear()
  await act()
  return badPlansOf([...asked], isBad)
}

type IsBad = (step: string, statement: string) => boolean
function badPlansOf(all: readonly string[], isBad: IsBad) {
  const statements = all.filter((statement) => isRead(statement) || isChange(statement))
  return statements.flatMap((statement) =>
    planOf(statement)
      .filter((step) => isBad(step, statement))
      .map((step) => `${step}: ${statement}`),
  )
}

/** The index of a step where it holds only the few rows that wait for something. */
const isPartial = (step: string) => {
  const name = /USING (?:COVERING )?INDEX (\w+)/.exec(step)?.[1] ?? ''
  const [index] = store.raw.prepare('select sql from sqlite_master where name = ?').all(name) as { sql: string }[]
  return / where /i.test(index?.sql ?? '')
}
/** Through every wish that the community ever had is no better than through the table. */
const walksAll = (step: string) => /^SEARCH wishes\b.*\(community_id=\?\)$/.test(step)
const scans = (step: string) =>
  (growing.some((table) => new RegExp(`^SCAN ${table}\\b`).test(step)) || walksAll(step)) && !isPartial(step)
const sortsBoard = (step: string, statement: string) =>
  /TEMP B-TREE/.test(step) && /order by "wishes"."weighs_from" asc/.test(statement)

/** Sorting the rows of one second is all that the table may leave to do. */
const sortsTable = (step: string, statement: string) =>
  /TEMP B-TREE FOR ORDER BY/.test(step) && /order by "wishes"."posted_at" desc/.test(statement)

const open = (who: Name | 'anyone', path: string) => async () => {
  const answer = await (who === 'anyone' ? app.anyone : app.as(who)).get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer
}

describe('no page reads a whole table that grows', () => {
  test.each([
    ['anyone', '/c/hongqi'],
    ['ben', '/c/hongqi?category=goods'],
    ['ben', '/c/hongqi?urgency=yellow'],
    ['ben', '/c/hongqi?grid=1'],
    ['ben', '/c/hongqi?grid=1&category=goods&urgency=yellow'],
    ['anyone', '/c/hongqi/ledger'],
    ['anyone', '/c/hongqi/ledger/2026-11'],
    ['anyone', '/c/hongqi/ledger/2026-11.csv'],
    ['anyone', '/c/hongqi/ledger/2026-11.json'],
    ['anyone', '/c/hongqi/ledger/2026-11.xlsx'],
    ['anyone', '/c/hongqi/fulfilments.atom'],
    ['ben', '/mine'],
    ['ana', '/desk'],
    ['dora', '/desk'],
    ['eve', '/desk'],
    ['ana', '/wishes'],
    ['dora', '/wishes'],
    ['dora', '/wishes?state=open'],
    ['dora', '/wishes?grid=grid1&category=goods&urgency=yellow&source=visit'],
    ['dora', '/wishes?overdue=yes'],
    ['ana', '/visits'],
    ['dora', '/visits'],
    ['ana', '/referrals'],
    ['dora', '/referrals'],
    ['ana', '/answers/new'],
    ['ana', '/callbacks'],
    ['dora', '/callbacks'],
    ['ana', '/residents'],
    ['dora', '/residents'],
    ['dora', '/residents/consents'],
    ['dora', '/residents/ended'],
    ['ana', '/wishes/new'],
    ['dora', '/invitations'],
    ['ben', '/mine/invitations'],
    ['dora', '/people'],
    ['dora', '/people?state=active'],
    ['dora', '/people/codes'],
    ['dora', '/import'],
    ['dora', '/reports/2026-11'],
    ['ana', '/reports/2026-11'],
    ['eve', '/reports/2026-11'],
    ['eve', '/reports/2026-11?area=beijing-road'],
    ['eve', '/reports/2026-11/sheet?area=beijing-road'],
    ['dora', '/reports/2026-11/sheet'],
    ['dora', '/reports/2026-11/units'],
    ['anyone', '/c/hongqi/bulletins/2026-10'],
    ['ben', '/mine/record'],
    ['dora', '/reports/2026-11/figures.xlsx'],
    ...figureNames.map((name) => ['dora', `/reports/2026-11/${name}`] as const),
    ['anyone', '/c/hongqi/rules'],
    ['anyone', '/c/hongqi/knowledge'],
    ['dora', '/c/hongqi/knowledge?q=heating'],
    ['anyone', '/c/hongqi/calendar'],
    ['dora', '/calendar/edit'],
    ['finn', '/calendar/edit'],
    ['anyone', '/healthz'],
  ] as const)('%s %s', async (who, path) => {
    expect(
      await badPlans(
        open(who, path),
        (step, statement) => scans(step) || sortsBoard(step, statement) || sortsTable(step, statement),
      ),
    ).toEqual([])
  })

  test('the pages after the first one of the board', async () => {
    const { html } = await open('anyone', '/c/hongqi')()
    const next = /href="([^"]*after=[^"]*)"/.exec(html)?.[1] ?? ''
    expect(next).not.toBe('')
    expect(
      await badPlans(open('anyone', next), (step, statement) => scans(step) || sortsBoard(step, statement)),
    ).toEqual([])
  })

  test.each(['R', '13800138000', '17'])('a resident looked for by %s', async (q) => {
    for (const path of ['/residents/search', '/wishes/new/residents'])
      expect(await badPlans(() => app.as('dora').post(path, { q }), scans)).toEqual([])
  })

  test('the pages of the working table after its first, and in it a search by each kind of word', async () => {
    const next = `/wishes?after=${writeCursor({ at: app.services.now(), id: 'f'.repeat(24) })}`
    expect(await badPlans(open('dora', next), (step, statement) => scans(step) || sortsTable(step, statement))).toEqual(
      [],
    )
    for (const q of ['R 1', '13800138000', '17', 'ben'])
      expect(await badPlans(() => app.as('ana').post('/wishes/search', { q }), scans)).toEqual([])
  })

  test.each(['anyone', 'ben', 'ana', 'dora'] as const)('the page of a wish, for %s', async (who) => {
    expect(await badPlans(open(who, `/wishes/${wish}`), scans)).toEqual([])
  })

  test('the call-back page and the form of a wish', async () => {
    expect(await badPlans(open('ana', `/wishes/${wish}/confirm`), scans)).toEqual([])
    expect(await badPlans(open('ana', `/wishes/new?resident=${app.residents.li}`), scans)).toEqual([])
  })
})

describe('no act reads a whole table that grows', () => {
  test('from an empty place to one with wishes in every state', () => {
    expect(atFirst.join()).toContain('from "wishes" where "wishes"."code" = ?')
    expect(badPlansOf(atFirst, scans)).toEqual([])
    // Most are put together by the page that asks first; the pages before this one went through the door.
    expect(everAsked.size).toBeGreaterThan(atFirst.length + 100)
  })

  test('a life from posting to the call-back', async () => {
    const life = living(app)
    const act = async () => {
      const code = await life.open({ quantity: '91', value: '50' })
      await life.claim(code, 'ben')
      await life.move('ben', code, 'schedule', { day: '2026-11-12', time: '11:00', late: 'as-it-is' })
      await life.deliver(code)
      await life.move('ben', code, 'undo')
      await life.deliver(code)
      await life.call(code, { reached: 'no-answer' })
      await life.call(code, { reached: 'yes', received: 'no' })
    }
    expect(await badPlans(act, scans)).toEqual([])
  })

  test('a closure, looked at, saved and withdrawn', async () => {
    const act = async () => {
      const key = (await app.as('dora').get('/calendar/edit')).hidden('key')
      const closure = { layer: 'community', from: '2026-11-04', until: '', kind: 'rest', name: 'burst pipe', key }
      for (const what of ['look', 'save']) await app.as('dora').post('/calendar/edit/notices', { ...closure, do: what })
      const ids = /name="ids" value="([^"]*)"/.exec((await app.as('dora').get('/calendar/edit')).html)?.[1] ?? ''
      expect((await app.as('dora').post('/calendar/edit/withdraw', { ids })).status).toBe(303)
    }
    expect(await badPlans(act, scans)).toEqual([])
  })

  test('invitations: at once for a red wish and for one given back, and what a volunteer agrees to', async () => {
    const life = living(app)
    const act = async () => {
      const code = await life.open({ quantity: '92', value: '50', urgency: 'red' })
      await life.claim(code, 'ben')
      await life.move('ben', code, 'release', { handover: 'the key is with the neighbour' })
      expect((await app.as('ben').post('/mine/invitations', { choice: 'weekly', pausedUntil: '' })).status).toBe(303)
    }
    expect(await badPlans(act, scans)).toEqual([])
    expect([...asked].some((statement) => /from "wishes" .*"rests_until"/.test(statement))).toBe(true)
  })

  test('the clock, with the plan of a day', async () => {
    app.at('2026-11-20T11:00:00+08:00')
    expect(await badPlans(() => tick(app.services), scans)).toEqual([])
    expect([...asked].some((statement) => statement.includes('insert into "invitation_plans"'))).toBe(true)
  })
})
