import { MalformedBody } from './read-form.ts'

type Form = { readonly [name: string]: string | readonly string[] | undefined }

/** The value of a field: the first if it was sent several times, empty if it was not sent. */
export const one = (form: Form, name: string): string => many(form, name)[0] ?? ''

export const many = (form: Form, name: string): readonly string[] => {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The key in every form that creates something (actions/once.ts). A body without one is not from a form of this site. */
export function keyOf(form: Form): string {
  const key = one(form, 'key')
  if (!/^[0-9a-f]{24}$/.test(key)) throw new MalformedBody()
  return key
}

/** The version in every form that edits something (db/store/version-of.ts). A body without one is not from a form of this site. */
export function versionOf(form: Form): number {
  const version = wholeNumber(one(form, 'version'))
  if (version === null) throw new MalformedBody()
  return version
}

/** A number as the pages of this site write it into addresses and hidden fields: digits alone. Null for anything else. */
export const wholeNumber = (text: string | undefined, mostDigits = 9): number | null =>
  text !== undefined && /^\d+$/.test(text) && text.length <= mostDigits ? Number(text) : null
