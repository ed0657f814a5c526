import { and, eq, isNull } from 'drizzle-orm'
import { roles } from '#db/schema/tables.ts'
import type { RoleName } from '#domain/vocabulary.ts'
import type { Answer, TestApp } from './app.ts'
import type { Name } from './cast.ts'

/** The address of the page on which that role of the person ends. */
export async function endAddress(app: TestApp, personId: string, role: RoleName): Promise<string> {
  const [row] = await app.services.store.db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.personId, personId), eq(roles.role, role), isNull(roles.untilDay)))
  return `/people/${personId}/roles/${row?.id ?? '0'.repeat(24)}/end`
}

/** Ends a role as on its page. */
export const leave = async (
  app: TestApp,
  who: Name,
  personId: string,
  role: RoleName,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> => app.as(who).post(await endAddress(app, personId, role), fields)
