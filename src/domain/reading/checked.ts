/** For each field that has to be corrected, the code of its sentence. */
export type Faults = { readonly [name: string]: string }
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: Faults }

/** A single-line field as typed: trimmed, each run of blanks made one. */
export const lineOf = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** Only the faults that there are. */
export function faultsFrom(found: { readonly [name: string]: string | null | undefined | false }): Faults {
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

export const isClockTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The code of what is wrong with a typed name, from the list reader's verdict; null where nothing is. */
export const nameFault = (typed: string, wrong: 'no-name' | 'bad-name' | null): string | null =>
  wrong && (typed.trim() === '' ? 'required' : 'bad-name')
