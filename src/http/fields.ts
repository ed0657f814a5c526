import { MalformedBody } from './read-form.ts'

type Form = { readonly [name: string]: string | readonly string[] | undefined }

/** The value of a field; the first where it came several times, empty where it did not come. */
export const one = (form: Form, name: string): string => many(form, name)[0] ?? ''

export const many = (form: Form, name: string): readonly string[] => {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The key that every creating form carries (actions/once.ts). A body without one is no form of this site. */
export function keyOf(form: Form): string {
  const key = one(form, 'key')
  if (!/^[0-9a-f]{24}$/.test(key)) throw new MalformedBody()
  return key
}

/** The version that every form carries which edits what exists (db/store/version-of.ts). A body without one is no form of this site. */
export function versionOf(form: Form): number {
  const version = one(form, 'version')
  if (!/^\d{1,9}$/.test(version)) throw new MalformedBody()
  return Number(version)
}
