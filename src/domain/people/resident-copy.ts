import type { RoleName } from '#domain/vocabulary.ts'

/** The page on which a resident's data was looked at. */
export type LookPage =
  | 'wish'
  | 'mine'
  | 'resident'
  | 'call'
  | 'code'
  | 'slip'
  | 'copy'
  | 'copy-relative'
  | 'table'
  | 'export'
  | 'visits'

/** The role of the reader. `other`: the reader has never had one of these roles in this community. */
export type LookRole = Extract<RoleName, 'gridWorker' | 'secretary' | 'volunteer'> | 'other'

export type Look = { readonly viewerId: string; readonly page: LookPage; readonly day: string }
export type Held = {
  readonly personId: string
  readonly role: LookRole
  readonly fromDay: string
  readonly untilDay: string | null
}

const claimantFirst: readonly LookRole[] = ['volunteer', 'gridWorker', 'secretary']
const staffFirst: readonly LookRole[] = ['gridWorker', 'secretary', 'volunteer']

/**
 * The role in which a person acted on a local day; opening one's own claim counts as volunteer. Where no role covers
 * the day (a file older than the accounts), a role of another time.
 */
export function roleOn(held: readonly Held[], personId: string, day: string, page: LookPage | null = null): LookRole {
  const own = held.filter((one) => one.personId === personId)
  const then = own.filter((one) => one.fromDay <= day && (one.untilDay === null || day < one.untilDay))
  const order = page === 'wish' || page === 'mine' ? claimantFirst : staffFirst
  const firstOf = (roles: readonly Held[]) => order.find((role) => roles.some((one) => one.role === role))
  return firstOf(then) ?? firstOf(own) ?? 'other'
}

export type LookLine = {
  readonly day: string
  readonly role: LookRole
  readonly page: LookPage
  readonly times: number
}

/**
 * One line for all looks on one day in one role at one page, latest day first: who handled the data, without a name.
 */
export function lookLines(looks: readonly Look[], held: readonly Held[]): readonly LookLine[] {
  const lines = new Map<string, LookLine>()
  for (const { viewerId, page, day } of looks) {
    const role = roleOn(held, viewerId, day, page)
    const key = `${day} ${role} ${page}`
    lines.set(key, { day, role, page, times: (lines.get(key)?.times ?? 0) + 1 })
  }
  return [...lines.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}
