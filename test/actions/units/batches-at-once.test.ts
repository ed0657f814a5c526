import { expect, test } from 'vitest'
import { adoptBatch, claimNamed, nameContact } from '#actions/units/adopt-batch.ts'
import { newId } from '#auth/hashing.ts'
import { units } from '#db/schema/tables.ts'
import { batchById, partsOf } from '#db/units/batch-rows.ts'
import { unitById } from '#db/units/unit-rows.ts'
import type { Person } from '#domain/people/actor.ts'
import { living } from '#test/routes/site/living.ts'
import { testApp } from '#test/support/app.ts'
import { eachStore } from '#test/support/stores.ts'

eachStore((open) => {
  test('two units that adopt the same wishes at once have each wish once, and each refusal is named', async () => {
    const app = await testApp({ store: await open() })
    const { services, people } = app
    const { db } = services.store
    const life = living(app)
    const codes = [await life.open(), await life.open()]
    const unitOf = async (name: string) => {
      const found = (await db.select().from(units)).find((unit) => unit.name === name)
      const unit = found && (await unitById(db, found.id))
      if (!unit) throw new Error(name)
      return unit
    }
    const adopted = async (name: string, member: Person) => {
      expect(await nameContact(services, people.dora, await unitOf(name), member.id)).toBe(true)
      const chosen = codes.map((code) => ({ code, personId: member.id }))
      const made = await adoptBatch(services, member, newId(), await unitOf(name), chosen)
      const batch = made?.ok ? await batchById(db, made.answer.batchId) : null
      if (!batch) throw new Error(JSON.stringify(made))
      return { batch, member }
    }
    const both = [await adopted('Water Works', people.ben), await adopted('School No. 3', people.cleo)]

    const results = await Promise.all(
      both.map(({ batch, member }) => claimNamed(services, member, batch, { approves: false })),
    )

    const done = results.flat()
    expect(
      done
        .filter(({ refusal }) => refusal === null)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(codes.toSorted())
    expect(done.flatMap(({ refusal }) => refusal?.why ?? []).every((why) => ['taken', 'overtaken'].includes(why))).toBe(
      true,
    )
    const parts = await partsOf(
      db,
      both.map(({ batch }) => batch.id),
    )
    expect(parts.map(({ part }) => part).toSorted()).toEqual(['claimed', 'claimed', 'left-out', 'left-out'])
  })
})
