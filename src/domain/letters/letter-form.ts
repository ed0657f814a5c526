import { type Checked, faultsFrom, lineOf } from '#domain/reading/checked.ts'
import { readPhone } from '#domain/reading/phones.ts'
import { type ForWhom, forWhoms, type LetterKind, type LetterWay, letterKinds, letterWays } from './letter-life.ts'

export const letterFieldNames = [
  'kind',
  'aboutStaff',
  'forWhom',
  'subject',
  'words',
  'name',
  'phone',
  'mayPublish',
  'way',
] as const
export type LetterTyped = { readonly [name in (typeof letterFieldNames)[number]]: string }

export type LetterFields = {
  readonly kind: LetterKind
  readonly way: LetterWay
  readonly forWhom: ForWhom
  readonly isAboutStaff: boolean
  readonly subject: string
  readonly words: string
  readonly name: string
  readonly phone: string
  readonly mayPublish: boolean
}

const longest = { subject: 60, words: 2000, name: 20 } as const

/**
 * Reads the form of a letter. Name and telephone are needed only to ask for help; every other letter may be anonymous. A
 * complaint has to say whether it is about the community's staff, because that decides who reads it.
 */
export function readLetter(typed: LetterTyped, ways: readonly LetterWay[] = letterWays): Checked<LetterFields> {
  const kind = letterKinds.find((one) => one === typed.kind)
  const way = ways.find((one) => one === typed.way)
  const forWhom = forWhoms.find((one) => one === typed.forWhom)
  const subject = lineOf(typed.subject)
  const words = typed.words.trim()
  const name = lineOf(typed.name)
  const phone = readPhone(typed.phone)
  const isHelp = kind === 'help'
  const faults = faultsFrom({
    kind: !kind && 'choose',
    way: !way && 'choose',
    forWhom: !forWhom && 'choose',
    aboutStaff: kind === 'complaint' && !['yes', 'no'].includes(typed.aboutStaff) && 'choose',
    subject: subject ? subject.length > longest.subject && 'too-long' : 'required',
    words: words ? words.length > longest.words && 'too-long' : 'required',
    name: name ? name.length > longest.name && 'too-long' : isHelp && 'required',
    phone: phone === null ? 'phone' : isHelp && phone === '' && 'required',
  })
  if (!kind || !way || !forWhom || phone === null || Object.keys(faults).length) return { ok: false, faults }
  const isAboutStaff = kind === 'complaint' && typed.aboutStaff === 'yes'
  const mayPublish = typed.mayPublish === 'yes' && kind !== 'help'
  return { ok: true, value: { kind, way, forWhom, isAboutStaff, subject, words, name, phone, mayPublish } }
}
