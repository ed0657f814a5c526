import { eq } from 'drizzle-orm'
import { sha256 } from '#auth/hashing.ts'
import { receipts, wishes } from '#db/schema/tables.ts'
import type { Answer, TestApp } from '#test/support/app.ts'

type Asker = TestApp['anyone']

/** The hidden fields of a page, by name. */
export const hiddenOf = ({ html }: Answer) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )

/** Says it on the page of the slip, and once more on the page that asks. */
export async function sayOnPage(as: Asker, at: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const page = await as.get(at)
  const asked = await as.post(at, { seq: page.hidden('seq'), ...fields })
  if (asked.status !== 200) return asked
  return as.post(at, { ...hiddenOf(asked), sure: 'yes' })
}

export const received = (level: string) => ({ act: 'word', received: 'yes', satisfaction: level })

/** A slip that was printed before the delivery; afterwards none is printed. */
export async function slipOfEarlier({ services, people }: TestApp, code: string) {
  const { db } = services.store
  const token = `${code.replace('-', '')}${'x'.repeat(14)}`
  const [wish] = await db.select({ id: wishes.id }).from(wishes).where(eq(wishes.code, code))
  const row = { id: sha256(token), wishId: wish?.id ?? '', madeBy: people.dora.id, madeAt: services.now() }
  await services.store.commit([db.insert(receipts).values(row)])
  return { at: `/r/${token}`, token }
}
