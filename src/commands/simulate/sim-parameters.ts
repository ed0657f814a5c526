import type { Strength } from '#domain/catalogue/catalogue-codes.ts'
import type { FreeTime } from '#domain/lists/rows.ts'

/**
 * Everything the simulated year assumes about people. [found]: from a published study, named in docs/matching.md;
 * [assumed]: our own guess, because no source was found. The rules and the calendar are the real ones.
 */
export type Parameters = {
  /** [assumed] A community of about 1,500 households, of which this many have wishes. */
  readonly households: number
  /** [assumed] In-service Party members who reported in to the community. */
  readonly volunteers: number
  /** [assumed] New wishes in an ordinary week. */
  readonly wishesAWeek: number
  /** [assumed] Factors of single months, January first: heating and the festival in winter, 重阳 in October. */
  readonly seasons: readonly number[]
  /** [assumed] Per cent of the wishes of each kind. */
  readonly categories: Readonly<Record<'goods' | 'repair' | 'errand' | 'company', number>>
  /** [assumed] Per cent of the wishes of each urgency. */
  readonly urgencies: Readonly<Record<'red' | 'yellow' | 'blue', number>>
  /** [assumed] Per cent of the volunteers with each strength. */
  readonly strengths: Partial<Readonly<Record<Strength, number>>>
  /** [assumed] The hours that volunteers name; one of these for each. */
  readonly hours: readonly (readonly FreeTime[])[]
  /** [assumed] Per cent of the days on which a volunteer looks at the board without having been invited. */
  readonly looks: number
  /** [assumed] Per cent of such looks that lead to a claim where something suits. */
  readonly claimsWhenLooking: number
  /** [assumed] Per cent of invitations that are accepted by a rested volunteer, by what suits. */
  readonly yes: { readonly has: number; readonly 'not-needed': number; readonly lacks: number; readonly near: number }
  /**
   * [found: Manshadi and Rodilitz 2022, that an ask is followed by a time of less willingness; assumed: how much] Each
   * invitation of the last 14 days leaves so many per cent of the willingness.
   */
  readonly leftByEachAsk: number
  /** [assumed] Hours until the answer to an invitation, on average. */
  readonly answerHours: number
  /** [assumed] Per cent of the claims that are given back, and that are forgotten until they lapse. */
  readonly givenBack: number
  readonly forgotten: number
  /** [assumed] Per cent of the volunteers who leave the program in a year. */
  readonly leave: number
  /** [assumed] Weeks of snow or other trouble in a year, and what they leave of the willingness, in per cent. */
  readonly badWeeks: number
  readonly leftInBadWeeks: number
}

export const standard: Parameters = {
  households: 160,
  volunteers: 150,
  wishesAWeek: 10,
  seasons: [1.3, 1.2, 1, 0.9, 0.9, 0.8, 0.8, 0.9, 1, 1.3, 1.1, 1.2],
  categories: { goods: 45, repair: 20, errand: 22, company: 13 },
  urgencies: { red: 5, yellow: 25, blue: 70 },
  strengths: {
    care: 12,
    haircut: 8,
    appliance: 12,
    'plumbing-electric': 15,
    'computer-phone': 30,
    counsel: 12,
    driving: 45,
    cooking: 25,
    cleaning: 30,
    teaching: 20,
    legal: 8,
  },
  hours: [
    ['weekday-evening', 'weekend'],
    ['weekend'],
    ['saturday-morning', 'sunday-morning'],
    ['weekday-evening'],
    ['anytime'],
    ['weekday-afternoon', 'weekend-morning'],
    [],
  ],
  looks: 3,
  claimsWhenLooking: 30,
  yes: { has: 38, 'not-needed': 26, lacks: 2, near: 8 },
  leftByEachAsk: 80,
  answerHours: 9,
  givenBack: 4,
  forgotten: 3,
  leave: 10,
  badWeeks: 3,
  leftInBadWeeks: 50,
}

/** Other settings, to see whether the order of the ways depends on a guess. */
export const settings: Readonly<Record<string, Parameters>> = {
  standard,
  'few volunteers': { ...standard, volunteers: 40 },
  'one skill rare': { ...standard, strengths: { ...standard.strengths, 'plumbing-electric': 3, appliance: 6 } },
  'Sundays only': { ...standard, hours: [['sunday']] },
}
