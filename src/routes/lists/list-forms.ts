import type { Said, Upload } from '#actions/lists/keep-list.ts'
import type { MendedNeed } from '#actions/lists/mend-row.ts'
import type { SaidColumn } from '#actions/lists/remember-headings.ts'
import { meaningIn } from '#db/lists/heading-rows.ts'
import { itemById } from '#domain/catalogue/catalogue.ts'
import { differenceKinds } from '#domain/lists/file-facts.ts'
import { type ListKind, listKinds } from '#domain/lists/headings.ts'
import type { StoredRow } from '#domain/lists/preview.ts'
import type { Problem } from '#domain/lists/problems.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import type { PersonKey } from '#domain/lists/same-person.ts'
import { quantityOf } from '#domain/reading/amounts.ts'
import { phonesOf } from '#domain/reading/phones.ts'
import { cutMark, withoutPrivateNumbers } from '#domain/reading/private-numbers.ts'
import type { PrivateCode } from '#domain/reading/private-words.ts'
import { privateWordsIn, withoutPrivateAsides } from '#domain/reading/private-words.ts'
import { ageBands, urgencies } from '#domain/vocabulary.ts'
import type { C } from '#http/context.ts'
import { clean, line, lines, MalformedBody } from '#http/form/read-form.ts'

type SentUpload = {
  readonly key: string
  readonly slug: string | undefined
  readonly upload: Upload | null
  readonly said: Said
  /** The answers of the page that asks about columns; null from the page where a file is first chosen. */
  readonly asked: { readonly kind: ListKind; readonly fileName: string } | null
}

/**
 * Reads the form with its file; readForm only reads words. If no file was chosen, browsers send an empty one without a
 * name. The page that asks about columns sends the file's bytes back in a field, so that nothing has to be stored in
 * between.
 */
export async function readUpload(c: C): Promise<SentUpload> {
  if (!/^multipart\/form-data/i.test(c.req.header('content-type') ?? '')) throw new MalformedBody()
  const body = await c.req.parseBody().catch((): never => {
    throw new MalformedBody()
  })
  const word = (name: string): string => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
  const { key, c: slug, file } = body
  if (typeof key !== 'string' || !/^[0-9a-f]{24}$/.test(key)) throw new MalformedBody()
  const asked = kindOf(word('asked'))
  const copyName = nameOfFile(word('copyName'))
  return {
    key,
    slug: typeof slug === 'string' ? slug : undefined,
    upload:
      file instanceof File && file.name !== ''
        ? { bytes: new Uint8Array(await file.arrayBuffer()), fileName: nameOfFile(file.name) }
        : copied(word('copy'), copyName),
    said: saidIn(word, asked),
    asked: asked && { kind: asked, fileName: copyName },
  }
}

const kindOf = (word: string): ListKind | null => listKinds.find((kind) => kind === word) ?? null

const nameOfFile = (name: string): string => withoutPrivateNumbers(clean(name)).text.replace(/\s+/g, ' ').slice(-120)

/** Answers about columns apply only to the kind of list that the form asked about. */
function saidIn(word: (name: string) => string, asked: ListKind | null): Said {
  const kind = kindOf(word('kind'))
  if (asked === null || (kind !== null && kind !== asked)) return { kind, columns: [] }
  return { kind, columns: columnsIn(word, asked) }
}

const mostColumns = 200

function columnsIn(word: (name: string) => string, kind: ListKind): readonly SaidColumn[] {
  const columns: SaidColumn[] = []
  for (let at = 0; at < mostColumns && word(`heading-${at}`) !== ''; at++) {
    if (word(`means-${at}`) === '') continue
    const meaning = meaningIn(kind, word(`means-${at}`))
    if (meaning === null) throw new MalformedBody()
    columns.push({ heading: clean(word(`heading-${at}`)).slice(0, 200), meaning })
  }
  return columns
}

const mostCopied = 700_000

/** A file's bytes for a field of the page, or null if they would make the page too large. */
export function copyOf(bytes: Uint8Array): string | null {
  if (bytes.length > mostCopied) return null
  const parts = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 8192, at * 8192 + 8192)),
  )
  return btoa(parts.join(''))
}

function copied(copy: string, fileName: string): Upload | null {
  if (copy === '' || fileName === '') return null
  try {
    return { bytes: Uint8Array.from(atob(copy), (sign) => sign.charCodeAt(0)), fileName }
  } catch {
    throw new MalformedBody()
  }
}

type Typed = Readonly<Record<string, string>>

/** The values of the fields before any correction. `gridName` is '' if unknown. */
export function typedNeed(row: NeedRow, gridName: string, reason: string): Typed {
  const { place, building, unit, door } = row.address
  return {
    name: row.name,
    grid: gridName,
    place,
    building,
    unit,
    door,
    reason,
    phone: row.phones.join(' / '),
    age: row.ageBand && row.ageBand !== 'under14' ? row.ageBand : '',
    item: row.wish.item ?? '',
    words: row.wish.text,
    quantity: String(row.quantity),
    specification: row.wish.specification,
    value: row.valueFen === null ? '' : String(row.valueFen / 100),
    urgency: row.urgency,
    note: [row.wish.remark, row.note].filter(Boolean).join('; '),
  }
}

export const typedVolunteer = ({ name, phone, unit }: RollRow): Typed => ({ name, phone: phone ?? '', unit })

type ReadMended =
  | { readonly ok: true; readonly mended: MendedNeed }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

/** Checks the typed fields; gives the code of a sentence for each that is invalid. `gridNames` are the person's own. */
export function readMended(typed: Typed, gridNames: readonly string[]): ReadMended {
  const at = (name: string) => (typed[name] ?? '').trim()
  const [item, urgency, age] = [at('item'), urgencies.find((one) => one === at('urgency')), at('age')]
  const phones = phonesOf(at('phone'))
  const quantity = quantityOf(at('quantity'))
  const value = at('value').normalize('NFKC').replace(/\s/g, '')
  const found = {
    name: at('name') === '' ? 'required' : !line(60).safeParse(at('name')).success ? 'too-long' : null,
    grid: gridNames.includes(at('grid')) ? null : 'choose',
    phone: phones.bad.length + phones.short.length + phones.others.length > 0 ? 'phone' : null,
    age: age === '' || ageBands.some((band) => band === age) ? null : 'choose',
    item: item === '' || itemById(item) ? null : 'choose',
    words:
      item === '' && at('words') === '' ? 'required' : !line(200).safeParse(at('words')).success ? 'too-long' : null,
    quantity: !quantity.readable || quantity.count > 99 ? 'quantity' : null,
    specification: line(60).safeParse(at('specification')).success ? null : 'too-long',
    value: value === '' || (/^\d{1,5}(\.\d{1,2})?$/.test(value) && Number(value) <= 10_000) ? null : 'value',
    urgency: urgency ? null : 'choose',
    note: lines(300).safeParse(at('note')).success ? null : 'too-long',
    reason: lines(300).safeParse(at('reason')).success ? null : 'too-long',
  }
  const faults = Object.fromEntries(Object.entries(found).flatMap(([name, code]) => (code ? [[name, code]] : [])))
  if (Object.keys(faults).length || !urgency) return { ok: false, faults }
  const text = {
    name: at('name'),
    grid: at('grid'),
    place: at('place'),
    building: at('building'),
    unit: at('unit'),
    door: at('door'),
  }
  const rest = { phone: at('phone'), words: at('words'), specification: at('specification'), note: at('note') }
  return {
    ok: true,
    mended: { ...text, ...rest, item, age, urgency, value, quantity: at('quantity'), reason: at('reason') },
  }
}

/** The people the page offered. */
export const offeredIn = (typed: string): readonly PersonKey[] =>
  typed.split(' ').filter((word): word is PersonKey => /^(?:row-\d{1,4}|file-[\w-]{1,40})$/.test(word))

/** Answers given together with the correction; questions without an answer keep their earlier one. */
export function answersIn(typed: Typed): Pick<StoredRow<NeedRow>, 'who' | 'changes'> {
  const of = offeredIn(typed.whoOf ?? '')
  const is = [...of, 'new' as const].find((key) => key === typed.who)
  const asked = (typed.changesAsked ?? '').split(' ').filter(Boolean)
  const isWhole = asked.length > 0 && asked.every((kind) => typed[`change-${kind}`] !== undefined)
  const take = differenceKinds.filter((kind) => typed[`change-${kind}`] === 'take')
  return {
    ...(is ? { who: { is, of } } : {}),
    ...(typed.changesOf && isWhole ? { changes: { of: typed.changesOf, take } } : {}),
  }
}

/** Private words in a corrected row, by field, for the person to remove; none of them is stored. */
export function privateIn(typed: Typed): Readonly<Record<string, PrivateFault>> {
  const product = itemById((typed.item ?? '').trim())?.names.find((name) => typed.words?.includes(name)) ?? ''
  const found = ['name', 'words', 'specification', 'note', 'reason', 'unit'].flatMap(
    (field): readonly (readonly [string, PrivateFault])[] => {
      const text = typed[field] ?? ''
      if (text.includes(cutMark)) return [[field, { code: 'number', words: '' }]]
      const words = wordsOf(field, text, product)
      const [first] = words
      if (!first) return []
      const same = words.filter(({ code }) => code === first.code).map(({ word }) => word)
      return [[field, { code: first.code, words: [...new Set(same)].join(' / ') }]]
    },
  )
  return Object.fromEntries(found)
}

/** A work unit may be 残联 or 民政局: as in a list, only what is added to it in brackets or behind a comma is private. */
function wordsOf(field: string, text: string, product: string) {
  if (field === 'name' || (field === 'unit' && withoutPrivateAsides(text) === text)) return []
  return privateWordsIn(text, field === 'words' ? product : '')
}

type PrivateFault = { readonly code: PrivateCode | 'number'; readonly words: string }

/** The field at which a remaining problem is shown. */
export const fieldOf = ({ code }: Problem): string =>
  ({
    'no-name': 'name',
    'bad-name': 'name',
    'two-people': 'name',
    child: 'age',
    'empty-wish': 'words',
    'out-of-scope': 'words',
    'duplicate-in-file': 'words',
    'no-phone': 'phone',
    'bad-phone': 'phone',
    'not-own-phone': 'phone',
  })[code]
