import { MalformedBody } from './read-form.ts'

type Form = { readonly [name: string]: string | readonly string[] | undefined }

/** The value of a field: the first if it was sent several times, empty if it was not sent. */
export const one = (form: Form, name: string): string => many(form, name)[0] ?? ''

/** All values of a field that can be sent several times; empty where it was not sent. */
export const many = (form: Form, name: string): readonly string[] => {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/**
 * The key of a form that creates something (actions/once.ts). A body without a key does not come from a form of this
 * site.
 */
export function keyOf(form: Form): string {
  const key = one(form, 'key')
  if (!/^[0-9a-f]{24}$/.test(key)) throw new MalformedBody()
  return key
}

/**
 * The version of a form that edits something (db/store/version-of.ts). A body without a version does not come from a
 * form of this site.
 */
export function versionOf(form: Form): number {
  const version = wholeNumber(one(form, 'version'))
  if (version === null) throw new MalformedBody()
  return version
}

/** A number as this site writes it into addresses and hidden fields: digits only. Null for anything else. */
export const wholeNumber = (text: string | undefined, mostDigits = 9): number | null =>
  text !== undefined && /^\d+$/.test(text) && text.length <= mostDigits ? Number(text) : null
