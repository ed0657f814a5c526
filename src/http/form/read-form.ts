import * as z from 'zod'
import type { Faults } from '#domain/reading/checked.ts'
import { cutMark, withoutPrivateNumbers } from '#domain/reading/private-numbers.ts'
import type { C } from '#http/context.ts'

/** What was typed, by field name; fields that may be chosen several times are lists. */
export type Typed = { readonly [name: string]: string | readonly string[] | undefined }

/** The body is not a form: answered with 400 and a page that says so. */
export class MalformedBody extends Error {}

const maxFieldLength = 20_000

/** The form as typed, without the mark that says for whom it was made (unsent-form.ts). */
export async function readForm(c: C): Promise<Record<string, string | string[]>> {
  const { filledBy: _, ...form } = await readBody(c)
  return form
}

/**
 * Removes control characters that would make later files unreadable, and numbers that must not be stored, for every
 * form. Routes refuse the fields that `cutIn` names.
 */
export async function readBody(c: C): Promise<Record<string, string | string[]>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) throw new MalformedBody()
  try {
    const body = isMultipart(c) ? await c.req.parseBody({ all: true }) : fieldsOf(await c.req.text())
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((one) => textOf(name, one)) : textOf(name, value),
      ]),
    )
  } catch {
    throw new MalformedBody()
  }
}

const isMultipart = (c: C): boolean => /^multipart/i.test(c.req.header('content-type') ?? '')

/** Whether a file was chosen in a form that `readBody` has read. */
export async function filesIn(c: C): Promise<boolean> {
  if (!isMultipart(c)) return false
  return Object.values(await c.req.parseBody({ all: true }))
    .flat()
    .some((value) => value instanceof File && value.size > 0)
}

/** Forms without files have their own parser, because the one for both kinds is many times slower. */
function fieldsOf(text: string): Record<string, string | string[]> {
  const fields = new URLSearchParams(text)
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const [first = '', ...others] = fields.getAll(name)
      return [name, others.length ? [first, ...others] : first]
    }),
  )
}

/** The file chosen in a field of a form that `readForm` has read; null if there was none. */
export async function readFile(c: C, name: string): Promise<Uint8Array | null> {
  const value = (await c.req.parseBody({ all: true }))[name]
  const file = Array.isArray(value) ? value[0] : value
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null
}

function textOf(name: string, value: string | File): string {
  if (typeof value !== 'string') return ''
  const text = clean(value).slice(0, maxFieldLength)
  if (secrets.includes(name) || carried.includes(name) || ids.test(text)) return text
  // A work order is a long number anyway and never an identity number.
  return withoutPrivateNumbers(text, name === 'workOrder' ? ['id'] : undefined).text
}

/** Fields for signing in: compared or hashed, never stored as typed. */
const secrets: readonly string[] = ['password', 'again']
/** Fields that the log-in form carries (unsent-form.ts). Their contents were read here when they were first sent. */
const carried: readonly string[] = ['unsent', 'filledBy']
/** The program's own values: keys of forms, ids, marks. */
const ids = /^(?=.*[a-f])(?:[0-9a-f]{20,}[\s.,]?)+$/

/** The fields from which a number was removed. They are refused, so that the person sees what is missing. */
export const cutIn = (form: Typed): Faults =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      [value].flat().some((text) => text?.includes(cutMark)) ? [[name, 'private-number']] : [],
    ),
  )

/**
 * Removes control characters except tab and newline, U+FFFE, U+FFFF, lone surrogates and invisible marks, which could
 * reverse a name (U+202E) or hide it from a search (U+200B). The two joiners stay, because Uyghur and emoji need them.
 */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')

/** The same with the sentence for each field. */
export const cutSentences = (c: C, form: Typed): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(cutIn(form)).map(([name, code]) => [name, c.get('text').faults[code] ?? code]))

/** A line of text: trimmed, with inner blanks and line breaks reduced to one blank. */
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

/** The first code of each field's issues, to choose the sentence at that field. */
export function faultsOf(error: z.ZodError): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    faults[name] ??= issue.code === 'too_big' && issue.origin === 'string' ? 'too-long' : issue.message
  }
  return faults
}
