import type { VolunteerState } from '#db/people/volunteer-rows.ts'
import type { Text } from '#text/text.ts'
import { Tag } from '#views/parts/tag.tsx'

export const StateTag = ({ text, state }: { text: Text; state: VolunteerState }) => (
  <Tag tone={state === 'active' ? 'green' : 'plain'}>{text.people.list.state[state]}</Tag>
)

/** Codes as words in one line; unknown codes are left out. */
const inWords = (words: Readonly<Record<string, string>>, codes: readonly string[], none: string): string =>
  codes.flatMap((code) => words[code] ?? []).join(' · ') || none

export const strengthsText = ({ people }: Text, codes: readonly string[]): string =>
  inWords(people.strengths, codes, people.volunteers.none)
export const freeTimesText = ({ people }: Text, codes: readonly string[]): string =>
  inWords(people.freeTimes, codes, people.volunteers.none)
