import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { categories } from '#domain/catalogue/catalogue-codes.ts'
import { scopeReasons } from '#domain/reading/scope.ts'
import * as vocabularies from '#domain/vocabulary.ts'
import { formOf, isFormAction } from '#domain/wish/acts.ts'
import { clockSteps } from '#domain/wish/clock/clock-steps.ts'
import { actions } from '#domain/wish/lifecycle.ts'
import { privateKinds } from '#domain/wish/notes/public-text.ts'
import { type Refusal, statusOf, type Why } from '#domain/wish/refusals.ts'
import { en } from '#text/en.ts'
import type { Text } from '#text/text.ts'
import { zh } from '#text/zh.ts'

const han = /\p{Script=Han}/u
/** Han, and the full-width marks that a hurried translation leaves behind. */
const chinese = /[\p{Script=Han}，。；：、「」（）？！\u3000]/u
const november = new Date('2026-11-07T04:00:00Z')

/** Each vocabulary of domain/vocabulary.ts with the words that pages use for it. */
const said = {
  states: [vocabularies.states, (text) => [text.words.state]],
  urgencies: [vocabularies.urgencies, (text) => [text.words.urgency]],
  sources: [vocabularies.sources, (text) => [text.words.source]],
  ageBands: [vocabularies.ageBands, (text) => [text.words.ageBand, text.words.elder]],
  satisfactions: [vocabularies.satisfactions, (text) => [text.words.satisfaction]],
  speakers: [vocabularies.speakers, (text) => [text.words.speaker]],
  endReasons: [vocabularies.endReasons, (text) => [text.endings.reasonOf]],
  withdrawReasons: [
    [...vocabularies.withdrawReasons, vocabularies.publicReason('moved') ?? ''],
    (text) => [text.words.withdrawReason],
  ],
  referReasons: [vocabularies.referReasons, (text) => [text.words.referReason]],
  postponeReasons: [vocabularies.postponeReasons, (text) => [text.words.postponeReason]],
  repeats: [vocabularies.repeats, (text) => [text.words.repeat]],
  answerWays: [vocabularies.answerWays, (text) => [text.words.answerWay]],
  reopenReasons: [vocabularies.reopenReasons, (text) => [text.words.reopenReason]],
  correctionReasons: [vocabularies.correctionReasons, (text) => [text.words.correctionReason]],
  toldWays: [vocabularies.toldWays, (text) => [text.words.told]],
  followOutcomes: [vocabularies.followOutcomes, (text) => [text.words.followOutcome]],
  consentPurposes: [vocabularies.consentPurposes, (text) => [text.words.consentPurpose]],
  askedMethods: [vocabularies.askedMethods, (text) => [text.words.consentMethod]],
  consentMethods: [vocabularies.consentMethods, (text) => [text.words.consentMethod]],
  roleNames: [vocabularies.roleNames, (text) => [text.words.role]],
  categories: [categories, (text) => [text.catalogue.categories]],
  clockSteps: [clockSteps, (text) => [text.words.step]],
  actions: [actions, (text) => [text.words.action, text.words.done, text.notifications.kind]],
} satisfies Record<string, readonly [readonly string[], (text: Text) => readonly Record<string, string>[]]>

describe.each([
  ['Chinese', zh, han],
  ['English', en, /[a-z]/i],
] as const)('in %s', (_language, text, script) => {
  test.each(Object.entries(said))('every one of the %s has words', (_name, [codes, wordsOf]) => {
    const wordless = wordsOf(text).flatMap((words) =>
      codes.filter((code) => !/\d/.test(code) && !script.test((words as Record<string, string>)[code] ?? '')),
    )
    const empty = wordsOf(text).flatMap((words) =>
      codes.filter((code) => !(words as Record<string, string>)[code]?.trim()),
    )

    expect([...wordless, ...empty]).toEqual([])
  })

  test.each(Object.keys(statusOf) as Why[])('the refusal “%s” is a whole sentence', (why) => {
    const samples = refusals.filter((refusal) => refusal.why === why)
    const sentences = samples.map((refusal) => text.refusals.sentence(refusal))

    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences) {
      expect(sentence).toMatch(script)
      expect(sentence).toMatch(/[。.）)]$/)
      expect(sentence).not.toMatch(broken)
    }
  })

  test('no two states and no two actions are called the same', () => {
    for (const words of [text.words.state, text.words.action]) {
      expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length)
    }
  })

  test('every act with an ordinary form has words for each field and each reason', () => {
    const missing = actions.filter(isFormAction).flatMap((action) => {
      const { note, reasons = [], fields = {} } = formOf(action)
      const words = text.moves.forms[action]
      return [
        ...(note && !words.note ? [`${action}: note`] : []),
        ...(reasons.length > 0 && !words.reason ? [`${action}: reason`] : []),
        ...Object.keys(fields)
          .filter((field) => !words.fields?.[field])
          .map((field) => `${action}: ${field}`),
        ...reasons.filter((reason) => !words.reasons?.[reason]).map((reason) => `${action}: ${reason}`),
      ]
    })

    expect(missing).toEqual([])
  })

  test('every function of the text answers with words', () => {
    const silent = entriesOf(text).filter(([path, value]) => isFunction(value) && !spoken(path, value).length)

    expect(silent.map(([path]) => path)).toEqual([])
  })
})

test('no vocabulary of the domain is missing from the list above', () => {
  const lists = Object.entries(vocabularies).filter(([, value]) => Array.isArray(value))

  expect(lists.map(([name]) => name).filter((name) => !(name in said))).toEqual([])
})

test('the English text has the keys of the Chinese one at every depth, and of the same kind', () => {
  const shapeOf = (text: Text) => entriesOf(text).map(([path, value]) => `${path}: ${typeof value}`)

  expect(shapeOf(en).sort()).toEqual(shapeOf(zh).sort())
})

test('no word is empty in either language', () => {
  const empty = [zh, en].flatMap((text) => entriesOf(text).filter(([, value]) => String(value).trim() === ''))

  expect(empty.map(([path]) => path)).toEqual([])
})

test('no Chinese is left in the English text', () => {
  const left = sentencesOf(en).filter(([, words]) => chinese.test(words))

  expect(left).toEqual([])
})

test('no Chinese is left in a file of English words', () => {
  const folder = join(import.meta.dirname, '../../src/text/en')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const left = files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => chinese.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )

  expect(left).toEqual([])
})

test('no English is left in the Chinese text', () => {
  // What is only joined by a sign, and what a form's date and time fields hold: no words of their own.
  const given = [
    'board.place',
    'form.forWhom',
    'list',
    'colon',
    'time.dayValue',
    'time.timeValue',
    'doubts.listed',
    'imports.headings.inKind',
    'doors.message.line',
    'doors.message.crossedOut',
    'invitations.when',
    'invitations.comma',
    'invitations.because',
    'invitations.staff.wishes.at',
  ]
  const left = sentencesOf(zh).filter(([path, words]) => !han.test(words) && !given.includes(path))

  expect(left).toEqual([])
})

test('several names are joined as each language joins them', () => {
  const lists = [['milk'], ['milk', 'rice'], ['milk', 'rice', 'oil']]
  expect(lists.map(zh.list)).toEqual(['milk', 'milk、rice', 'milk、rice、oil'])
  expect(lists.map(en.list)).toEqual(['milk', 'milk and rice', 'milk, rice and oil'])
})

test('a refusal names its numbers, its words and its day', () => {
  const sentencesOn = (refusal: Refusal) => [zh, en].map((text) => text.refusals.sentence(refusal))

  expect(sentencesOn({ why: 'person-limit', limit: 2, frees: november })).toEqual([
    expect.stringMatching(/2 个.*11月7日/),
    expect.stringMatching(/2 claims.*7 Nov/),
  ])
  expect(sentencesOn({ why: 'needs-approval', limitFen: 200_00, valueFen: 260_50 })).toEqual([
    expect.stringMatching(/260\.5 元.*200 元/),
    expect.stringMatching(/260\.5 yuan.*200 yuan/),
  ])
  for (const sentence of sentencesOn({ why: 'private-words', word: 'Bahar', kind: 'name' })) {
    expect(sentence).toContain('Bahar')
  }
})

test('the question whether a resident stays on the list names no period: the rule says how long', () => {
  for (const { notifications } of [zh, en]) expect(JSON.stringify(notifications)).not.toMatch(/满一年|a year ago/)
})

test('English uses the singular for one', () => {
  expect(en.board.title(1)).toMatch(/^1 wish /)
  expect(en.board.title(2)).toMatch(/^2 wishes /)
  expect(en.site.unread(1)).toBe('1 unread notification')
  expect(en.refusals.sentence({ why: 'wrong-code', left: 1 })).toContain('1 try left')
})

/** At least one of each `why`; two where the sentence has two forms. */
const refusals: readonly Refusal[] = [
  { why: 'wrong-state', action: 'claim', state: 'claimed' },
  { why: 'wrong-state', action: 'publish', state: 'none' },
  { why: 'not-allowed', action: 'publish' },
  { why: 'overtaken' },
  { why: 'taken' },
  { why: 'one-side' },
  { why: 'knows-code' },
  { why: 'not-active' },
  { why: 'new-owner' },
  { why: 'person-limit', limit: 2, frees: november },
  { why: 'person-limit', limit: 1, frees: null },
  { why: 'unit-limit', limit: 5, frees: november },
  { why: 'no-consent', missing: vocabularies.consentPurposes },
  { why: 'needs-approval', limitFen: 200_00, valueFen: 260_00 },
  { why: 'words-missing' },
  { why: 'not-asked' },
  { why: 'private-note', kind: 'claimer', word: 'Bahar', about: 'illness', words: ['Bahar'], mayConfirm: true },
  { why: 'private-note', kind: 'reason', word: 'Bahar', about: 'hardship', words: [], mayConfirm: false },
  { why: 'repeat', code: '1234 5678', on: november, days: 60 },
  {
    ...{ why: 'odd' },
    oddities: [
      { code: 'measure', itemId: 'wheelchair', count: 5, measure: 'box', written: '5盒' },
      { code: 'many', count: 50, usual: 4 },
    ],
  },
  { why: 'odd', oddities: [{ code: 'often', itemId: 'kettle', count: 3 }] },
  { why: 'odd', oddities: [{ code: 'dear', valueFen: 600_00, usualFen: 80_00, limitFen: 200_00 }] },
  ...privateKinds.map((kind) => ({ why: 'private-words' as const, word: '×', kind })),
  ...scopeReasons.map((reason) => ({ why: 'out-of-scope' as const, reason, word: '×' })),
  { why: 'no-public-text' },
  { why: 'undo-too-late', minutes: 30 },
  { why: 'not-due', until: november },
  { why: 'tries-left' },
  { why: 'bad-visit-time' },
  { why: 'wrong-code', left: 4 },
  { why: 'wrong-code', left: 0 },
  { why: 'code-locked' },
  { why: 'reason-missing' },
  { why: 'postponed-enough', limit: 3 },
  { why: 'rated-already' },
  { why: 'requested-already' },
  { why: 'has-room' },
  { why: 'expires-soon', days: 30, first: '2026-12-02' },
  { why: 'postponed-once' },
  { why: 'bad-postponement', from: november, until: november },
  { why: 'nothing-moves' },
  { why: 'not-joint' },
  { why: 'share-taken', left: 2 },
  { why: 'share-taken', left: 0 },
  { why: 'household-week', limit: 2 },
  { why: 'not-told' },
  { why: 'file-ended' },
  { why: 'work-order', code: '1234-5674' },
]

/** What a function is called with where no value of a general kind would do. */
const ownSamples: Record<string, readonly (readonly unknown[])[]> = {
  'refusals.sentence': refusals.map((refusal) => [refusal]),
  'refusals.aboutNobody': [['Bahar', 'hardship']],
  'calendar.festival': [['corban']],
  'calendar.notice': [['cn-2026']],
  'catalogue.amount': [[2, 'box']],
  'doubts.doubts.over-limit': [[{ valueFen: 68_000, limitFen: 20_000, estimated: false }]],
  'doubts.doubts.dear': [[{ valueFen: 600_00, usualFen: 80_00 }]],
  'oddities.say': [[{ code: 'dear', valueFen: 600_00, usualFen: 80_00, limitFen: null }]],
  'doubts.doubts.approximate': [[{ fen: 6000 }]],
  'doubts.doubts.two-wishes': [[{ parts: 2, sharedFen: 9600 }]],
  list: [[['sample', 'sample', 'sample']]],
  'doubts.problems.out-of-scope': [[{ reason: 'policy', word: 'sample' }]],
  'doubts.keyName': [['needs', 'wish']],
  'doubts.ask': [
    [{ code: 'kind' }, 'needs'],
    [{ code: 'missing', key: 'wish' }, 'needs'],
    [{ code: 'several', key: 'wish', headings: ['sample'] }, 'needs'],
    [{ code: 'either', heading: 'sample', keys: ['unit', 'address'] }, 'roll'],
    [{ code: 'whose-phone', heading: 'sample' }, 'needs'],
    [{ code: 'odd-values', heading: 'sample', key: 'wish' }, 'needs'],
  ],
  'doubts.readAs': [
    ['sample', 'needs', 'wish', true],
    ['sample', 'roll', 'unit', false],
  ],
  'doubts.linesSkipped': [['2', 'total']],
  'doubts.listed': [[['2', '4']]],
  'doubts.notTaken': [
    ['sample', 'hardship'],
    ['sample', 'free-note'],
  ],
  'doubts.unused': [['sample', 'progress']],
  'doubts.sheetLeft': [['sample', 'hidden']],
  'doubts.noHeaderSeen': [[['sample']]],
}

/** Stands for any object with any fields, and reads as "sample". */
const anything: unknown = new Proxy(() => anything, {
  get: (_, name) => (name === Symbol.toPrimitive || name === 'toString' ? () => 'sample' : anything),
})

const broken = /undefined|NaN|\bnull\b|Invalid|\[object/

const isFunction = (value: unknown): value is (...values: never[]) => unknown => typeof value === 'function'

/** Every leaf, by its path from the root; a function is a leaf. */
function entriesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(inner, path ? `${path}.${key}` : key))
}

/** What people read: the strings, and what the functions say when called with samples. */
const sentencesOf = (text: Text): [string, string][] =>
  entriesOf(text).flatMap(([path, value]) =>
    (isFunction(value) ? spoken(path, value) : [String(value)]).map((words): [string, string] => [path, words]),
  )

// A word that is also a zone, for the functions that are given one.
const zone = 'Asia/Shanghai'

/** All that it says to its own samples, or to every mixture of a number, a word, a day, nothing and an object. */
function spoken(path: string, say: (...values: never[]) => unknown): string[] {
  const calls = ownSamples[path] ?? mixtures(say.length)
  const said = calls.flatMap((values) => {
    try {
      return entriesOf(say(...(values as never[]))).map(([, words]) => words)
    } catch {
      return []
    }
  })
  return said.filter((words): words is string => typeof words === 'string' && words !== '' && !broken.test(words))
}

const mixtures = (length: number): unknown[][] =>
  length === 0
    ? [[]]
    : mixtures(length - 1).flatMap((rest) => [2, zone, november, null, anything].map((value) => [...rest, value]))
