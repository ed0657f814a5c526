import type { Upload } from '#actions/imports/keep.ts'
import type { MendedNeed } from '#actions/imports/mend.ts'
import { itemById } from '#domain/catalogue.ts'
import { quantityOf } from '#domain/import/amounts.ts'
import { phonesOf } from '#domain/import/phones.ts'
import type { Problem } from '#domain/import/problems.ts'
import type { NeedRow, RollRow } from '#domain/import/rows.ts'
import { withoutPrivateNumbers } from '#domain/private-numbers.ts'
import { ageBands, urgencies } from '#domain/words.ts'
import type { C } from '#http/context.ts'
import { clean, line, lines, MalformedBody } from '#http/form.ts'

type SentUpload = { readonly key: string; readonly slug: string | undefined; readonly upload: Upload | null }

/** The form with a file in it; readForm keeps words only. No file chosen comes as an empty one without a name. */
export async function readUpload(c: C): Promise<SentUpload> {
  if (!/^multipart\/form-data/i.test(c.req.header('content-type') ?? '')) throw new MalformedBody()
  const body = await c.req.parseBody().catch((): never => {
    throw new MalformedBody()
  })
  const { key, c: slug, file } = body
  if (typeof key !== 'string' || !/^[0-9a-f]{24}$/.test(key)) throw new MalformedBody()
  const isThere = file instanceof File && file.name !== ''
  const fileName = isThere ? withoutPrivateNumbers(clean(file.name)).text.replace(/\s+/g, ' ').slice(-120) : ''
  return {
    key,
    slug: typeof slug === 'string' ? slug : undefined,
    upload: isThere ? { bytes: new Uint8Array(await file.arrayBuffer()), fileName } : null,
  }
}

type Typed = Readonly<Record<string, string>>

/** What stands in the fields before anything is mended. `gridName` is '' where it is not known. */
export function typedNeed(row: NeedRow, gridName: string, reason: string): Typed {
  const { building, unit, door } = row.address
  return {
    ...{ name: row.name, grid: gridName, building, unit, door, reason },
    phone: row.phones.join('、'),
    age: row.ageBand && row.ageBand !== 'under14' ? row.ageBand : '',
    item: row.wish.item ?? '',
    words: row.wish.text,
    quantity: String(row.quantity),
    specification: row.wish.specification,
    value: row.valueFen === null ? '' : String(row.valueFen / 100),
    urgency: row.urgency,
    note: [row.wish.remark, row.note].filter(Boolean).join('；'),
  }
}

export const typedVolunteer = ({ name, phone, unit }: RollRow): Typed => ({ name, phone: phone ?? '', unit })

type ReadMended =
  | { readonly ok: true; readonly mended: MendedNeed }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> }

/** The fields as typed, or the code of a sentence at each that cannot be. `gridNames` are the person's own. */
export function readMended(typed: Typed, gridNames: readonly string[]): ReadMended {
  const at = (name: string) => (typed[name] ?? '').trim()
  const [item, urgency, age] = [at('item'), urgencies.find((one) => one === at('urgency')), at('age')]
  const phones = phonesOf(at('phone'))
  const quantity = quantityOf(at('quantity'))
  const value = at('value').normalize('NFKC').replace(/\s/g, '')
  const found = {
    name: at('name') === '' ? 'required' : !line(60).safeParse(at('name')).success ? 'too-long' : null,
    grid: gridNames.includes(at('grid')) ? null : 'choose',
    phone: phones.bad.length + phones.short.length > 0 ? 'phone' : null,
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
  const text = { name: at('name'), grid: at('grid'), building: at('building'), unit: at('unit'), door: at('door') }
  const rest = { phone: at('phone'), words: at('words'), specification: at('specification'), note: at('note') }
  return {
    ok: true,
    mended: { ...text, ...rest, item, age, urgency, value, quantity: at('quantity'), reason: at('reason') },
  }
}

/** The field at which a problem that is still there is said. */
export const fieldOf = ({ code }: Problem): string =>
  ({
    'no-name': 'name',
    'bad-name': 'name',
    child: 'age',
    'empty-wish': 'words',
    'out-of-scope': 'words',
    'duplicate-in-file': 'words',
    'no-phone': 'phone',
    'bad-phone': 'phone',
  })[code]
