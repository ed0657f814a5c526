import * as z from 'zod'
import type { Posting } from '#actions/wishes/post-wish.ts'
import { itemById } from '#domain/catalogue/catalogue.ts'
import { categories, measures } from '#domain/catalogue/catalogue-codes.ts'
import { squeezed } from '#domain/reading/cells.ts'
import { type OutOfScope, officeFor } from '#domain/reading/scope.ts'
import { referReasons, repeats, sources, urgencies } from '#domain/vocabulary.ts'
import type { PrivateNote, TextKind } from '#domain/wish/notes/note-words.ts'
import { wordsConfirmed } from '#domain/wish/notes/note-words.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import { faultsOf, line, lines } from '#http/form/read-form.ts'

const other = 'other'

/**
 * A number as people type it: full-width or ordinary digits, with blanks and commas between them. No sign, no other
 * notation.
 */
const number = (pattern: RegExp, min: number, max: number, fault: string) =>
  z
    .string({ error: fault })
    .transform((text) => text.normalize('NFKC').replace(/[\s,]/g, ''))
    .refine((text) => text === '' || (pattern.test(text) && Number(text) >= min && Number(text) <= max), {
      error: fault,
    })
    .transform((text) => (text === '' ? null : Number(text)))

const whole = /^\d+$/
const decimal = /^\d+(\.\d+)?$/

const schema = z
  .object({
    item: z.string({ error: 'choose' }).refine((id) => id === other || itemById(id) !== undefined, { error: 'choose' }),
    words: line(80).default(''),
    category: z.enum(categories, { error: 'choose' }).default('goods'),
    measure: z.enum(measures, { error: 'choose' }).default('piece'),
    quantity: number(whole, 1, 99, 'quantity').pipe(z.number({ error: 'quantity' })),
    specification: line(60).default(''),
    value: number(decimal, 0, 10_000, 'value').default(null),
    urgency: z.enum(urgencies, { error: 'choose' }),
    source: z.enum(sources, { error: 'choose' }),
    note: lines(300).default(''),
    every: z.enum(repeats).nullable().catch(null).default(null),
    repeat: lines(300).default(''),
    odd: lines(300).default(''),
    needed: z.string().default(''),
    refer: z.enum(referReasons).or(z.literal('')).catch('').default(''),
    referNote: lines(300).default(''),
    /** The button next to the sentence about what a wish may not ask for. */
    referTo: z.enum(referReasons).or(z.literal('')).catch('').default(''),
    typedAt: z
      .string()
      .default('')
      .transform((text) => (/^\d{9,10}$/.test(text) ? Number(text) : null)),
  })
  .refine((typed) => typed.item !== other || typed.words !== '', { path: ['words'], error: 'required' })

type ReadPosting =
  | { readonly ok: true; readonly posting: Posting }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

/** Reads the form of a wish as a posting. An empty value becomes the usual price times the quantity. */
export function readPosting(typed: Readonly<Record<string, string>>): ReadPosting {
  const parsed = schema.safeParse(typed)
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error) }

  const {
    item: id,
    quantity,
    value,
    urgency,
    source,
    words,
    specification,
    note,
    repeat,
    odd,
    needed,
    typedAt,
    refer,
    referNote,
    referTo,
  } = parsed.data
  const office = referTo || refer
  const item = id === other ? undefined : itemById(id)
  const usual = item ? item.usualFen * quantity : null
  const content = {
    itemId: item?.id ?? null,
    category: item?.category ?? parsed.data.category,
    measure: item?.measure ?? parsed.data.measure,
    quantity,
    valueFen: value === null ? usual : Math.round(value * 100),
    urgency,
    source,
    every: parsed.data.every,
  }
  return {
    ok: true,
    posting: {
      content,
      words: item ? '' : words,
      specification,
      claimerNote: note,
      repeatReason: repeat,
      oddReason: odd,
      needed: wordsConfirmed(needed),
      typedAtSeconds: typedAt,
      refer: office ? { reason: office, note: referNote } : null,
    },
  }
}

/** For something no wish may ask for: the sentence at its field, and the office to which the form can refer it. */
export function outOfScopeAt(typed: Readonly<Record<string, string>>, { reason, word }: OutOfScope, sentence: string) {
  const field = ['words', 'specification', 'note'].find((name) => squeezed(typed[name] ?? '').includes(word)) ?? 'item'
  return { sentences: { [field]: sentence }, office: officeFor[reason] }
}

/** For private words: the sentence at their field, and the words that the form may confirm. */
export const privateNoteAt = ({ kind, words }: PrivateNote, sentence: string) => ({
  sentences: { [fieldOf[kind] ?? 'item']: sentence },
  needed: words,
})

/** The refusals that a reason answers: the sentence, for the field that asks for it. */
export const reasonAt = ({ why }: Refusal, sentence: string) =>
  why === 'repeat' ? { repeat: sentence } : why === 'odd' ? { odd: sentence } : { sentence }

const fieldOf: { readonly [kind in TextKind]?: string } = {
  wish: 'words',
  specification: 'specification',
  claimer: 'note',
  repeat: 'repeat',
  odd: 'odd',
  office: 'referNote',
}

/** The first value of each field. The only list of this form is the consents, which are read elsewhere. */
export const flat = (form: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : (value[0] ?? '')]),
  )
