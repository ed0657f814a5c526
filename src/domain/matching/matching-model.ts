import type { Rules } from '#domain/rules.ts'
import type { Calendar, Day } from '#domain/time/workdays.ts'
import type { Urgency } from '#domain/vocabulary.ts'
import type { Chances } from './chance.ts'

/** An open wish as the plan knows it: nothing about the resident but a key for the household and its good hours. */
export type WaitingWish = {
  readonly id: string
  readonly itemId: string | null
  readonly category: string
  readonly gridId: string
  readonly urgency: Urgency
  readonly publishedAt: Date
  /** The promise of an earlier claim; null where it was never claimed. */
  readonly promiseAt: Date | null
  /** The due date it would have if it were claimed now. */
  readonly dueIfClaimed: Date
  /** The day by which it should be delivered, independent of the claimant; see `neededBy`. */
  readonly neededBy: Date
  /** How often it came back: given back, lapsed, or not received. */
  readonly returned: number
  readonly household: string
  /** The resident's good hours, 'HH:MM', the end exclusive. */
  readonly callFrom: string | null
  readonly callUntil: string | null
  /** Persons who may not claim it, or had it before: the poster, earlier claimants, those who saw the code. */
  readonly notFor: readonly string[]
  /** Invitations since it is open, oldest first. */
  readonly asked: readonly Asked[]
}

/** One invitation that was sent. */
type Asked = { readonly personId: string; readonly at: Date }

/** What is going on at one door. */
export type Household = {
  /** Visits agreed or made, by the Monday of their week. */
  readonly visits: ReadonlyMap<Day, number>
  /** Claims without an agreed visit: each of them will be a visit of one of the next weeks. */
  readonly claimed: number
  /** When a volunteer was last invited to this door, or last visited it; null if never. */
  readonly lastAskedAt: Date | null
}

/** How often a volunteer agrees to be asked. */
export const askChoices = ['never', 'weekly', 'usual'] as const
export type AskChoice = (typeof askChoices)[number]

export type Volunteer = {
  readonly id: string
  readonly strengths: readonly string[]
  /** The grid in which the volunteer lives; null where it is unknown. */
  readonly gridId: string | null
  /** The hours they named; an empty list says nothing about them. */
  readonly freeTimes: readonly string[]
  readonly openClaims: number
  readonly choice: AskChoice
  /** The first local day on which they may be asked again; null where they have not paused. */
  readonly pausedUntil: Day | null
  /** Invitations in this local week, Monday to Sunday. */
  readonly askedThisWeek: number
  /** Invitations in the last 28 days. */
  readonly askedLately: number
  /** Invitations in the last half year; between equals they decide. */
  readonly askedHalfYear: number
  /** The local day of their latest invitation to a wish that was not red. */
  readonly lastPlainDay: Day | null
}

/** Everything that the plan of one community looks at. */
export type Setting = {
  readonly now: Date
  readonly calendar: Calendar
  readonly rules: Pick<Rules, 'invitationsPerWeek' | 'openClaimsPerVolunteer' | 'visitsPerWeek' | 'pushAfter'>
  readonly wishes: readonly WaitingWish[]
  readonly households: ReadonlyMap<string, Household>
  readonly volunteers: readonly Volunteer[]
  readonly chances: Chances
  /** Grids whose wishes are claimed less often than those of the community. */
  readonly quietGrids: ReadonlySet<string>
}
