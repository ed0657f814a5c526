import { areas, consents, people, residents, roles, units, volunteers } from '#db/schema/tables.ts'
import type { Store } from '#db/store/store.ts'
import type { RoleName } from '#domain/vocabulary.ts'

export const zone = 'Asia/Shanghai'
/** An instant on the community's clock. */
export const at = (local: string): Date => new Date(`${local}+08:00`)

const begin = at('2026-01-01T10:00:00')
export const grids = ['g1', 'g2', 'g3'] as const

/** Two communities in a township, one of them with three grids, staff for each side of the reports, and a work unit. */
export async function settle({ db, commit }: Store): Promise<void> {
  const area = (id: string, kind: 'prefecture' | 'township' | 'community' | 'grid', path: string, position = 0) =>
    db.insert(areas).values({
      id,
      kind,
      path,
      position,
      name: `${kind} ${id}`,
      parentId: path.split('/').at(-3) ?? null,
      ...(kind === 'community' ? { slug: id, zone, region: 'xinjiang', phone: '0994-2345678' } : {}),
    })
  const someone = (id: string, n: number, what: RoleName, areaId: string, isPublic = false) => [
    db.insert(people).values({
      id,
      phone: `1990000${String(n).padStart(4, '0')}`,
      name: `Name-of-${id}`,
      nameIsPublic: isPublic,
      createdAt: begin,
    }),
    db
      .insert(roles)
      .values({ id: `${id}-role`, personId: id, role: what, areaId, fromDay: '2026-01-01', grantedAt: begin }),
  ]
  const statements = [
    area('pref', 'prefecture', 'pref/'),
    area('town', 'township', 'pref/town/'),
    area('hongqi', 'community', 'pref/town/hongqi/', 1),
    area('lvyuan', 'community', 'pref/town/lvyuan/', 2),
    area('far', 'community', 'far/'),
    ...grids.map((id, n) => area(id, 'grid', `pref/town/hongqi/${id}/`, n)),
    area('l1', 'grid', 'pref/town/lvyuan/l1/'),
    ...someone('poster', 1, 'secretary', 'hongqi'),
    ...someone('dora', 2, 'secretary', 'hongqi'),
    ...someone('anna', 3, 'gridWorker', 'g1'),
    ...someone('sven', 4, 'supervisor', 'town'),
    ...someone('vera', 5, 'volunteer', 'hongqi'),
    ...someone('open', 6, 'volunteer', 'hongqi', true),
    ...someone('adam', 7, 'administrator', 'pref'),
    db.insert(volunteers).values({
      id: 'vera-file',
      personId: 'vera',
      communityId: 'hongqi',
      strengths: [],
      freeTimes: [],
      state: 'active',
      createdAt: begin,
    }),
    db.insert(units).values({ id: 'water', communityId: 'hongqi', name: '=Water works' }),
    db.insert(residents).values({
      id: 'r',
      communityId: 'hongqi',
      gridId: 'g1',
      name: 'Secret-Resident',
      building: '3',
      unit: '2',
      door: '501',
      phones: ['19911112222'],
      createdBy: 'anna',
      createdAt: begin,
    }),
    ...agreed(db, 'r'),
  ]
  await commit(statements)
}

/** Without these two no wish of a resident is published. */
export const agreed = (db: Store['db'], residentId: string) =>
  (['posting', 'card'] as const).map((purpose) =>
    db.insert(consents).values({
      ...{ id: `${residentId}-${purpose}`, residentId, purpose, given: true, method: 'in-person', witnessId: 'anna' },
      ...{ day: '2026-01-01', at: begin },
    }),
  )
