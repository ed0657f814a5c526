import { type Checked, faultsFrom, lineOf } from '#domain/reading/checked.ts'
import { addDays, type Day, isDay } from '#domain/time/workdays.ts'

/** The subjects people ask the community about. Their words are in text/zh and text/en: `knowledge.subject`. */
export const subjects = ['allowance', 'medicine', 'utility', 'home', 'aid', 'other'] as const
export type Subject = (typeof subjects)[number]

/** A question and the community's answer, as its staff type it. */
export type KnowledgeFields = {
  readonly subject: Subject
  readonly title: string
  readonly keywords: string
  readonly answer: string
  readonly office: string
  readonly phone: string
  readonly documents: string
  /** Empty while no one has reviewed the answer. */
  readonly reviewedOn: Day | ''
}
export const knowledgeFieldNames = [
  'subject',
  'title',
  'keywords',
  'answer',
  'office',
  'phone',
  'documents',
  'reviewedOn',
] as const
export type KnowledgeForm = { readonly [name in (typeof knowledgeFieldNames)[number]]: string }

const longest = { title: 60, keywords: 120, answer: 600, office: 60, phone: 60, documents: 400 } as const

/**
 * Reads and checks the form of an entry. The office's telephone is stored as typed, because an office may have several.
 */
export function readKnowledge(typed: KnowledgeForm, today: Day): Checked<KnowledgeFields> {
  const subject = subjects.find((known) => known === typed.subject)
  const value = {
    title: lineOf(typed.title),
    keywords: lineOf(typed.keywords.replace(/[,，、;；]/g, ' ')),
    answer: typed.answer.trim(),
    office: lineOf(typed.office),
    phone: lineOf(typed.phone.normalize('NFKC')),
    documents: linesOf(typed.documents).join('\n'),
    reviewedOn: lineOf(typed.reviewedOn) || today,
  }
  const tooLong = Object.entries(longest).map(
    ([name, most]) => [name, value[name as keyof typeof longest].length > most && 'too-long'] as const,
  )
  const faults = faultsFrom({
    ...Object.fromEntries(tooLong),
    subject: !subject && 'choose',
    ...(value.title ? {} : { title: 'required' }),
    ...(value.answer ? {} : { answer: 'required' }),
    ...(/^[\d\s+()/,、，;；转ext.#*-]*$/i.test(value.phone) ? {} : { phone: 'phone' }),
    reviewedOn: !isDay(value.reviewedOn) ? 'date' : value.reviewedOn > today && 'not-yet',
  })
  return subject && !Object.keys(faults).length ? { ok: true, value: { subject, ...value } } : { ok: false, faults }
}

export const linesOf = (text: string): readonly string[] => text.split('\n').map(lineOf).filter(Boolean)

/** The names of the fields in which two entries differ. The event stores these names and none of the words. */
export const changedIn = (before: KnowledgeFields, after: KnowledgeFields): readonly string[] =>
  knowledgeFieldNames.filter((name) => before[name] !== after[name])

/** Whether the last review is more than a year ago. Offices move, and rules change every year. */
export const isOld = (reviewedOn: Day | '', today: Day): boolean => reviewedOn < oldBefore(today)
/** Answers checked before this day are marked as old: a year. */
export const oldBefore = (today: Day): Day => addDays(today, -365)

/** Words that appear in every question and say nothing about its subject. */
const idle =
  /怎么办|怎么|怎样|如何|什么|哪里|哪儿|可以|能不能|是不是|有没有|我想|想要|想问|请问|一下|老人|家里|我家|求助|帮忙|需要/g

/**
 * The terms to search for: pairs of neighbouring characters, because Chinese has no blanks between words; a single
 * character alone; and Latin words of two letters or more, which may be the initials of a pinyin. At most forty.
 */
export function termsOf(typed: string): readonly string[] {
  const text = typed.normalize('NFKC').toLowerCase().replace(idle, ' ')
  const han = [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => pairsOf(run))
  const latin = [...text.matchAll(/[a-z0-9]{2,}/g)].map(([word]) => word)
  return [...new Set([...han, ...latin])].slice(0, 40)
}

function pairsOf(run: string): readonly string[] {
  const letters = [...run]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** Questions that every community is asked. The community itself adds office and telephone. */
export const starters = {
  'old-age': 'allowance',
  certificate: 'allowance',
  card: 'allowance',
  hardship: 'allowance',
  medicine: 'medicine',
  doctor: 'medicine',
  heating: 'utility',
  gas: 'utility',
  power: 'utility',
  lock: 'home',
  meals: 'home',
  hearing: 'aid',
} as const satisfies Record<string, Subject>
export type StarterKey = keyof typeof starters
export const starterKeys = Object.keys(starters) as readonly StarterKey[]
export type Starter = Pick<KnowledgeFields, 'title' | 'keywords' | 'answer' | 'documents'>
