import { day } from '#domain/time/durations.ts'

/** What a relative may do with their link: read, or also answer for the resident. */
export const familyScopes = ['look', 'answer'] as const
export type FamilyScope = (typeof familyScopes)[number]

export const scopeOf = (typed: string): FamilyScope | null => familyScopes.find((scope) => scope === typed) ?? null

/** A link ends after this many days, unless it is renewed before. */
export const familyDays = 90
export const mostFamilyLinks = 3

export const familyLinkEndsAt = (from: Date): Date => new Date(from.getTime() + familyDays * day)

/** What staff and the resident see of a link: never its address. */
export type FamilyLink = {
  readonly id: string
  /** What the resident calls this relative. */
  readonly name: string
  readonly scope: FamilyScope
  readonly madeAt: Date
  readonly endsAt: Date
}

/** The link that a relative has opened, with whose it is. */
export type OpenFamilyLink = FamilyLink & { readonly residentId: string; readonly communityId: string }
