import type { renewalZh } from '#text/zh/people/renewal-text.ts'

export const renewalEn: typeof renewalZh = {
  list: 'Ask again: do they still want to be on the list?',
  count: (count) => (count === 1 ? '1 resident' : `${count} residents`),
  since: (day) => `agreed ${day}`,
  ask: 'Ask now',
  title: 'Please ask again: do they still want to be on the list?',
  lead: (day) =>
    `They last agreed on ${day}, so it is time to ask again. Read this sentence out and press their answer.`,
  yes: { 'in-person': 'Asked in person: yes, still', phone: 'Asked by phone: yes, still' },
  no: 'No longer',
  otherwise: 'If the answer was in writing, from a relative or on another day, record it under “Consent”.',
  silence:
    'Until someone has asked, the file stays as it is. Nothing is erased for lack of an answer. The file is closed only if the resident says no.',
  renewed: 'Recorded. They still want to be on the list.',
}
