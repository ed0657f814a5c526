import type { Strength } from '#domain/catalogue/catalogue-codes.ts'
import type { Day } from '#domain/time/workdays.ts'
import type { Urgency } from '#domain/vocabulary.ts'

/**
 * Everything that is weighed for an invitation, and nothing else: the weight, the chance and the price are computed from
 * these, so a page that shows all of them shows all that counted. The words are in text invitations.reason.
 */
export type Reason = WishReason | FitReason | AskReason

/** Why the wish comes early. */
export type WishReason =
  | { readonly why: 'urgency'; readonly urgency: Urgency }
  /** Working days until the day by which it should be delivered; 0 on that day and after it. */
  | { readonly why: 'deadline'; readonly days: number }
  | { readonly why: 'returned'; readonly times: number }
  /** Days since anyone was invited to that household or visited it. */
  | { readonly why: 'household'; readonly days: number }

/** How the volunteer fits it. */
export type FitReason =
  | { readonly why: 'strength'; readonly strength: Strength }
  /** The item asks for one of these and the volunteer named none of them. */
  | { readonly why: 'no-strength'; readonly strength: Strength }
  | { readonly why: 'grid'; readonly gridId: string }
  /** The first visit that suits the hours of both. */
  | { readonly why: 'time'; readonly day: Day; readonly part: 'morning' | 'afternoon' | 'evening' }

/** What concerns this invitation alone. */
type AskReason =
  /** The chance of an invitation of this kind, in per cent. */
  | { readonly why: 'chance'; readonly percent: number }
  /** Invitations of the volunteer in the last 28 days, without this one. */
  | { readonly why: 'asked'; readonly times: number }
  /** Invitations of the volunteer in the last half year: who had fewer than the average comes earlier. */
  | { readonly why: 'asked-half-year'; readonly times: number }
  /** The average of those who may be invited, rounded. */
  | { readonly why: 'average-half-year'; readonly times: number }
  /** Wishes of one household, offered to one person. */
  | { readonly why: 'together'; readonly wishes: number }
  /** The grid's wishes are claimed less often than those of the community, so one person more is asked. */
  | { readonly why: 'quiet-grid' }
