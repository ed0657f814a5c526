import { publicTextOf } from '#actions/wishes/public-title.ts'
import { lineOf } from '#domain/reading/checked.ts'
import { type FieldsRead, readFields } from '#domain/wish/act-fields.ts'
import { deliverFields } from '#domain/wish/acts/deliver-act.ts'
import { type FormAction, formOf, isFormAction } from '#domain/wish/acts.ts'
import { handoverChecks } from '#domain/wish/handover.ts'
import { type Action, actions, type lifecycle } from '#domain/wish/lifecycle.ts'
import type { Order } from '#domain/wish/orders.ts'
import type { Refusal } from '#domain/wish/refusals.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import { digits } from '#http/form/read-form.ts'
import type { Read, Typed } from './move-read.ts'
import { readVisit } from './visit-time.ts'
import { readClaim, readJoin, readPostpone, readRequest } from './wait-forms.ts'

type Reader = (typed: Typed, c: C, wish: Wish) => Read | Promise<Read>

/** Acts with a form on another page than the wish's: that of a posting, a call or a letter, or of a resident's file. */
type DoneElsewhere = 'post' | 'amend' | 'try' | 'rate' | 'reopen' | 'spare' | 'follow' | 'answer'
type ByPeople = { [A in Action]: (typeof lifecycle)[A]['by'][number] extends 'clock' ? never : A }[Action]
export type MoveAction = Exclude<ByPeople, DoneElsewhere>

/** The forms with fields of their own. */
const readOwn: Readonly<Record<Exclude<MoveAction, FormAction>, Reader>> = {
  publish: (typed, c) => {
    const publicText = lineOf(typed.publicText ?? '')
    if (publicText.length > longestTitle) return tooLong(c)
    return {
      ok: true,
      move: {
        orders: [
          {
            action: 'publish',
            publicText,
            approvesValue: typed.approve === 'yes',
            notes: [{ kind: 'odd', text: lines(typed.odd) }],
          },
        ],
        also: (store, wish) => [publicTextOf(store, wish.id, publicText)],
      },
    }
  },

  return: (typed) => only({ action: 'return', notes: [{ kind: 'reason', text: lines(typed.reason) }] }),

  request: readRequest,
  claim: readClaim,
  postpone: readPostpone,
  join: readJoin,
  leave: ({ person }) => only({ action: 'leave', ...(person ? { personId: person } : {}) }),
  inform: () => only({ action: 'inform' }),
  keep: () => only({ action: 'keep' }),
  nudge: () => only({ action: 'nudge' }),

  schedule: readVisit,

  release: (typed) => only({ action: 'release', notes: [{ kind: 'handover', text: lines(typed.handover) }] }),

  /** With the receipt code, one press gives two events. */
  deliver: (typed, c) => {
    const checks = handoverChecks.filter((check) => typed[`did-${check}`] === 'yes')
    const read = readFields(deliverFields, typed)
    if (!read.ok) return wrongField(c, read)
    const notes = [{ kind: 'delivery' as const, text: lines(typed.note) }]
    const deliver: Order = { action: 'deliver', notes, checks, ...read.values }
    const code = digits(typed.code ?? '')
    if (!code) return only(deliver)
    if (!isCodeShaped(code)) return malformedCode(c)
    return { ok: true, move: { orders: [deliver, { action: 'confirm', how: 'code' }], typedCode: code } }
  },

  undo: () => only({ action: 'undo' }),

  confirm: (typed, c) => {
    const typedCode = digits(typed.code ?? '')
    if (!isCodeShaped(typedCode)) return malformedCode(c)
    return { ok: true, move: { orders: [{ action: 'confirm', how: 'code' }], typedCode } }
  },
}

/** A code that cannot be one is refused at its field and does not count as a try. */
const isCodeShaped = (code: string): boolean => /^\d{6}$/.test(code)
const malformedCode = (c: C): Read => ({ ok: false, sentence: c.get('text').moves.codeShape, field: 'code' })

/** Reads the form of any act on a wish's page as an order to the lifecycle. Rules are checked by the domain, not here. */
export const readMove = (action: MoveAction, typed: Typed, c: C, wish: Wish): Read | Promise<Read> =>
  isFormAction(action) ? readForm(action, typed, c) : readOwn[action](typed, c, wish)

export const moveActions: readonly MoveAction[] = [
  ...(Object.keys(readOwn) as (keyof typeof readOwn)[]),
  ...actions.filter(isFormAction),
]

const wrongField = (c: C, { field, fault }: Extract<FieldsRead, { ok: false }>): Read => ({
  ok: false,
  sentence: c.get('text').faults[fault] ?? '',
  field,
})

const readForm = (action: FormAction, typed: Typed, c: C): Read => {
  const { note, reasons, fields = {} } = formOf(action)
  const read = readFields(fields, typed)
  if (!read.ok) return wrongField(c, read)
  const reason = reasons?.find((one) => one === typed.reason)
  if (reasons && !reason) return { ok: false, sentence: c.get('text').moves.chooseReason, field: 'reason' }
  const notes = note ? [{ kind: note, text: lines(typed.note) }] : []
  return only({ action, notes, ...read.values, ...(reason ? { reason } : {}) } as Order)
}

/** The field of its form that a refusal is about; undefined if it is about the wish. */
export const fieldOf = (action: Action, refusal: Refusal): string | undefined => {
  const { why } = refusal
  if (why === 'private-note') return noteField(action)
  return why === 'reason-missing'
    ? action === 'release'
      ? 'handover'
      : 'reason'
    : action === 'schedule' && why === 'bad-postponement'
      ? 'day'
      : fields[why]
}

/** Each of these forms has one text field. */
const noteField = (action: Action): string =>
  ({ publish: 'odd', return: 'reason', release: 'handover' })[action as 'return'] ?? 'note'

const fields: { readonly [why in Refusal['why']]?: string } = {
  'wrong-code': 'code',
  'words-missing': 'note',
  'code-locked': 'code',
  'bad-visit-time': 'day',
  'expires-soon': 'expiry',
  'bad-postponement': 'until',
  'no-public-text': 'publicText',
  'private-words': 'publicText',
  odd: 'odd',
  'share-taken': 'quantity',
}

const only = (order: Order): Read => ({ ok: true, move: { orders: [order] } })
const lines = (text: string | undefined): string => (text ?? '').trim()

export const longestTitle = 60
/** Longer notes are not cut but refused, and the form comes back as typed. */
export const longestNote = 500
export const wasCut = (c: C, field: string) => ({
  ok: false as const,
  sentence: c.get('text').faults['private-number'] ?? '',
  field,
})
export const tooLong = (c: C) => ({ ok: false as const, sentence: c.get('text').faults['too-long'] ?? '' })
