import type { renewalZh } from '#text/zh/people/kept-text.ts'

export const renewalEn: typeof renewalZh = {
  list: 'Ask again: still to be kept on the list?',
  count: (count) => (count === 1 ? '1 resident' : `${count} residents`),
  since: (day) => `agreed ${day}`,
  ask: 'Ask now',
  title: 'Please ask again: still to be kept on the list?',
  lead: (day) =>
    `The last yes was given on ${day}, and its time has come. Read the sentence out once more and press the answer.`,
  yes: { 'in-person': 'Asked in person: yes, still', phone: 'Asked by phone: yes, still' },
  no: 'No longer',
  otherwise: 'An answer in writing, by a relative, or of another day is recorded under “Consent”.',
  silence: 'Until somebody has asked, the file stays as it is. Silence erases nothing; only a no ends the file.',
  renewed: 'Recorded: still to be kept on the list.',
}
