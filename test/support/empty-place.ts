import { eq } from 'drizzle-orm'
import { grantRole } from '#actions/people/grant-role.ts'
import { areas } from '#db/schema/tables.ts'
import { clock } from '#domain/people/actor.ts'
import { accounts } from '#src/demo/people/accounts.ts'
import type { DemoSite } from './demo-site.ts'
import type { EveryPage } from './every-page.ts'

/** A second community of the demo's street with one grid and nothing else; gives its pages for its secretary and for anyone. */
export async function plantEmpty({ services, store }: DemoSite): Promise<readonly EveryPage[]> {
  const [street] = await store.db.select().from(areas).where(eq(areas.kind, 'township')).limit(1)
  if (!street) throw new Error('the demo has no street')
  const path = `${street.path}empty/`
  const place = { id: 'empty', kind: 'community', parentId: street.id, path, name: '新社区', slug: 'empty' } as const
  const grid = {
    id: 'empty-1',
    kind: 'grid',
    parentId: 'empty',
    path: `${path}1/`,
    name: '第一网格',
    position: 1,
  } as const
  await store.commit([place, grid].map((row) => store.db.insert(areas).values(row)))
  const role = { role: 'secretary', areaId: 'empty', name: '王红梅', phone: accounts.secretary } as const
  await grantRole(services, clock, role)
  const ofStaff = ['/desk', '/wishes', '/visits', '/callbacks', '/referrals', '/desk/to-check', '/slips', '/doors']
  const others = ['/residents', '/residents/consents', '/people', '/import', '/invitations']
  return [
    ...[...ofStaff, ...others].map((route) => ({ route, path: `${route}?c=empty`, who: 'secretary' as const })),
    ...['/c/empty', '/c/empty/ledger'].map((route) => ({ route, path: route, who: 'anyone' as const })),
  ]
}
