import { type PrivateWord, privateWordIn, type Whose } from '#domain/wish/notes/public-text.ts'

const contact: readonly PrivateWord['kind'][] = ['name', 'phone', 'address']

/** The first name, door or telephone number in a text that a supervisor will read; null if there is none. */
export function contactWordIn(text: string, whose: readonly Whose[]): PrivateWord | null {
  const found = whose.map((one) => privateWordIn(text, one)).filter((word) => word !== null)
  return found.find(({ kind }) => contact.includes(kind)) ?? null
}
