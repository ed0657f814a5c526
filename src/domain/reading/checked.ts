/** A form as read: the value, or for each field that has to be mended the code of its sentence. */
export type Faults = { readonly [name: string]: string }
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: Faults }

/** Reads one field of a form by name: trimmed, inner runs of blanks made one. */
export const lineOf = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** The faults that are there, or none at all. */
export function faultsFrom(found: { readonly [name: string]: string | null | undefined | false }): Faults {
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

export const isClockTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

/** What is wrong with a name as typed, by what the list reader says of it. */
export const nameFault = (typed: string, wrong: 'no-name' | 'bad-name' | null): string | null =>
  wrong && (typed.trim() === '' ? 'required' : 'bad-name')
