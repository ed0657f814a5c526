import { beforeAll, expect, test } from 'vitest'
import { adoptBatch } from '#actions/units/adopt-batch.ts'
import { newId } from '#auth/hashing.ts'
import { personFile } from '#db/people/person-file.ts'
import { units } from '#db/schema/tables.ts'
import { unitById } from '#db/units/unit-rows.ts'
import { secretaryHere, staffHere } from '#http/guards.ts'
import { living } from '#test/routes/site/living.ts'
import { type TestApp, testApp } from '#test/support/app.ts'

let app: TestApp
/** What the addresses name, all of it in hongqi. */
let ids: Readonly<Record<string, string>>

beforeAll(async () => {
  app = await testApp()
  const { services, people } = app
  const { db } = services.store
  const open = await living(app).open()
  const [row] = await db.select().from(units)
  const unit = row && (await unitById(db, row.id))
  const made = unit && (await adoptBatch(services, people.dora, newId(), unit, [{ code: open, personId: null }]))
  const ana = await personFile(db, people.dora, people.ana.id, services.now())
  ids = {
    people: people.ana.id,
    places: 'grid1',
    units: unit?.id ?? '',
    batches: made?.ok ? made.answer.batchId : '',
    role: ana?.roles[0]?.id ?? '',
  }
  expect(Object.values(ids).filter((id) => id === '')).toEqual([])
})

/** Staff of the other community, the supervisor above both, and a reader who is not signed in. */
const others = ['zhao', 'wang', 'eve', 'anyone'] as const
const fields = { key: 'a'.repeat(24), version: '0', before: 'Grid 1', name: 'Grid 1', role: 'volunteer' }

const ask = async (who: (typeof others)[number], method: string, path: string) => {
  const reader = who === 'anyone' ? app.anyone : app.as(who)
  const { status } = method === 'GET' ? await reader.get(path) : await reader.post(path, fields)
  return status
}
const refused = (who: (typeof others)[number], status: number) =>
  who === 'anyone' ? status === 303 || status === 401 : status === 404

/** The routes of the app about one person, area, unit or batch, with the ids of hongqi. */
const aboutOne = () =>
  app.app.routes.flatMap(({ method, path }) => {
    const noun = /^\/(people|places|units|batches)\/:id/.exec(path)?.[1]
    if (!noun || !['GET', 'POST'].includes(method)) return []
    const filled = path.replace(/:id(\{[^}]*\}+)?/, ids[noun] ?? '').replace(/:role(\{[^}]*\}+)?/, ids.role ?? '')
    return [{ method, path: filled.replace(/\}$/, '') }]
  })

test('nothing about a person, an area, a unit or a batch of a place is found from another place', async () => {
  const routes = [...new Map(aboutOne().map((one) => [`${one.method} ${one.path}`, one])).values()]
  expect(routes.length).toBeGreaterThan(25)
  expect(routes.filter(({ path }) => path.includes(':') || path.includes('{'))).toEqual([])
  const found: string[] = []
  for (const { method, path } of routes)
    for (const who of others) {
      const status = await ask(who, method, path)
      if (!refused(who, status)) found.push(`${who} ${method} ${path} ${status}`)
    }
  expect(found).toEqual([])
})

test('a page of a place is not opened by naming that place from another one', async () => {
  const here = [staffHere, secretaryHere] as readonly unknown[]
  const routes = app.app.routes.filter(({ handler, path }) => here.includes(handler) && !path.includes(':'))
  const asked = [...new Map(routes.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()]
  expect(asked.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/wishes', '/visits', '/units', '/wishes/export']),
  )
  const found: string[] = []
  for (const { method, path } of asked)
    for (const who of others) {
      const status = await ask(who, method, `${path}?c=hongqi`)
      if (!refused(who, status)) found.push(`${who} ${method} ${path} ${status}`)
    }
  expect(found).toEqual([])
})
