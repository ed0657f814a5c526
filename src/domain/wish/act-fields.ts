import { type Day, isDay } from '#domain/time/workdays.ts'

/**
 * One field of an act's form. Its name is the same in the form, in the order and among the words of the act. There is no
 * field for free text: an event can never be erased, so what people write is a note, which can.
 */
type ActField = { readonly kind: 'number' | 'day' | 'tick'; readonly isOptional?: true }
export type ActFields = Readonly<Record<string, ActField>>

/** The fields that fit what an act asks; the reason and the notes have fields of their own. */
export type FieldsFor<Asked> = { readonly [Name in Exclude<keyof Asked, 'reason'>]-?: FieldFor<Asked[Name]> }
type FieldFor<Value> = { readonly kind: KindOf<Exclude<Value, null | undefined>> } & (null extends Value
  ? { readonly isOptional: true }
  : object)
type KindOf<Value> = [Value] extends [boolean] ? 'tick' : [Value] extends [number] ? 'number' : 'day'

type FieldValues = Readonly<Record<string, number | Day | boolean | null>>
export type FieldsRead =
  | { readonly ok: true; readonly values: FieldValues }
  | { readonly ok: false; readonly field: string; readonly fault: 'number' | 'date' }

/** What was typed, as the order gets it. An optional field that is empty is null; a tick that is not set is false. */
export function readFields(fields: ActFields, typed: Readonly<Record<string, string>>): FieldsRead {
  const values: Record<string, FieldValues[string]> = {}
  for (const [name, { kind, isOptional }] of Object.entries(fields)) {
    const text = (typed[name] ?? '').normalize('NFKC').trim()
    if (kind === 'tick') values[name] = text === 'yes'
    else if (text === '' && isOptional) values[name] = null
    else if (kind === 'number' && /^\d{1,6}$/.test(text)) values[name] = Number(text)
    else if (kind === 'day' && isDay(text)) values[name] = text
    else return { ok: false, field: name, fault: kind === 'day' ? 'date' : 'number' }
  }
  return { ok: true, values }
}
