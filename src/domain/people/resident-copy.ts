import type { RoleName } from '#domain/vocabulary.ts'

/** On which page somebody looked at a resident's data. */
export type LookPage = 'wish' | 'mine' | 'resident' | 'call' | 'code' | 'copy' | 'copy-relative'

/** In what role somebody looked. `other`: whoever it was has never held one of these here. */
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
 * The role in which a person did something on a local day; whoever opens their own claim does so as a volunteer. Where none
 * covers the day (a file older than the accounts here), the one that they held at another time.
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

/** Looks of one day, role and page are one line, the latest day first: who handled the data, without a name. */
export function lookLines(looks: readonly Look[], held: readonly Held[]): readonly LookLine[] {
  const lines = new Map<string, LookLine>()
  for (const { viewerId, page, day } of looks) {
    const role = roleOn(held, viewerId, day, page)
    const key = `${day} ${role} ${page}`
    lines.set(key, { day, role, page, times: (lines.get(key)?.times ?? 0) + 1 })
  }
  return [...lines.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}
