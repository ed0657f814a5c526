import type { AreaLine } from '#db/community/area-rows.ts'
import type { RoleRow } from '#db/people/role-rows.ts'
import type { Text } from '#text/text.ts'

/** "网格员：第一网格、第二网格 · 志愿者". A role in a whole community is named without it. */
export function rolesInWords({ words, colon, list }: Text, rows: readonly RoleRow[]): string {
  const byRole = Map.groupBy(rows, ({ role }) => role)
  return [...byRole]
    .map(([role, held]) => {
      const areas = held.filter(({ area }) => area.kind !== 'community').map(({ area }) => area.name)
      return areas.length ? `${words.role[role]}${colon}${list([...new Set(areas)])}` : words.role[role]
    })
    .join(' · ')
}

/** A grid with its community, because many communities have a first grid. */
export function areaInWords(areas: readonly AreaLine[], area: AreaLine): string {
  const parent = area.kind === 'grid' ? areas.find(({ id }) => id === area.parentId) : undefined
  return parent ? `${parent.name} · ${area.name}` : area.name
}
