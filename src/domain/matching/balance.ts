/**
 * A volunteer of an ordinary community is invited about once in six weeks, so that the price of the last four weeks seldom
 * distinguishes two people. The invitations of half a year do.
 */
export const balance = {
  /** For each invitation in half a year that a volunteer had below or above the average. */
  eachInvitation: 1,
  /** It changes the value by at most 1 / this number, so that a skill that is needed still comes first. */
  mostPart: 3,
} as const

type Asked = { readonly askedHalfYear: number }

/** How many invitations each of them had in half a year on average, rounded as the page shows it. */
export const averageAsked = (people: readonly Asked[]): number =>
  Math.round(people.reduce((sum, { askedHalfYear }) => sum + askedHalfYear, 0) / Math.max(1, people.length))

/** The value of an invitation, more for those who were invited less than the average and less for those invited more. */
export function balanced(value: number, askedHalfYear: number, average: number): number {
  const most = value / balance.mostPart
  return value + Math.max(-most, Math.min(most, (average - askedHalfYear) * balance.eachInvitation))
}
