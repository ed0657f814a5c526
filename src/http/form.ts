import * as z from 'zod'
import type { C } from './context.ts'

/** What was typed, by field name; fields that may be chosen several times are lists. */
export type Typed = { readonly [name: string]: string | readonly string[] | undefined }

/** A body that is no form at all: answered with 400 and a page that says so. */
export class MalformedBody extends Error {}

const maxFieldLength = 20_000

/** The form as typed. Control characters that would make later files unreadable are taken out here, once for every form. */
export async function readForm(c: C): Promise<Record<string, string | string[]>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) throw new MalformedBody()
  try {
    const body = /^multipart/i.test(type) ? await c.req.parseBody({ all: true }) : fieldsOf(await c.req.text())
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.map(textOf) : textOf(value)]),
    )
  } catch {
    throw new MalformedBody()
  }
}

/** A form without files by itself: the parser for both kinds is many times slower. */
function fieldsOf(text: string): Record<string, string | string[]> {
  const fields = new URLSearchParams(text)
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const [first = '', ...others] = fields.getAll(name)
      return [name, others.length ? [first, ...others] : first]
    }),
  )
}

/** The file chosen in a field of a form that `readForm` has read; null where none was. */
export async function readFile(c: C, name: string): Promise<Uint8Array | null> {
  const value = (await c.req.parseBody({ all: true }))[name]
  const file = Array.isArray(value) ? value[0] : value
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null
}

const textOf = (value: string | File): string =>
  typeof value === 'string' ? clean(value).slice(0, maxFieldLength) : ''

/**
 * Without controls (but tab and newline), U+FFFE, U+FFFF and lone surrogates, and without marks that cannot be seen: they
 * turn a name round (U+202E) or hide one from whoever looks for it (U+200B). The two joiners stay: Uyghur and emoji need them.
 */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')

/** One line of text: blanks trimmed, inner runs and line breaks made one blank. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().max(max))
/** Text of several lines. */
export const lines = (max: number) =>
  z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().max(max))

/** Full-width digits, blanks and dashes as people type them, read as plain digits. */
export const digits = (text: string): string => text.normalize('NFKC').replace(/[\s\-—–()]/g, '')

/** The first code of each field's issues, for the sentence at that field. */
export function faultsOf(error: z.ZodError): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    faults[name] ??= issue.code === 'too_big' && issue.origin === 'string' ? 'too-long' : issue.message
  }
  return faults
}
