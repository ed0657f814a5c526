import { type ImportPlace, type JudgedRow, judge } from '#actions/lists/judge-list.ts'
import { answerChanges, answerWho } from '#actions/lists/keep-list.ts'
import type { Draft, StoredRow } from '#domain/lists/preview.ts'
import type { NeedRow } from '#domain/lists/rows.ts'
import type { PersonKey } from '#domain/lists/same-person.ts'
import type { Person } from '#domain/people/actor.ts'
import type { Services } from '#src/services.ts'

/** What the options say about lines of the file, by line number. */
export type LinesSaid = {
  /**
   * The row is about the same person as that earlier line, as the file that was found (`file`), or as the only one
   * offered ('').
   */
  readonly same: ReadonlyMap<number, number | 'file' | ''>
  readonly other: ReadonlySet<number>
  readonly change: ReadonlySet<number>
  readonly leave: ReadonlySet<number>
}

type Flags = {
  readonly same?: readonly string[] | undefined
  readonly other?: readonly string[] | undefined
  readonly change?: readonly string[] | undefined
  readonly leave?: readonly string[] | undefined
}

/**
 * Reads --same 4, --same 4=3, --same 4=file, --other 4, --change 5 and --leave 5; null if one of them cannot be read.
 */
export function linesSaid({ same = [], other = [], change = [], leave = [] }: Flags): LinesSaid | null {
  const found = same.map((word) => /^(\d{1,6})(?:=(\d{1,6}|file))?$/.exec(word))
  if ([...other, ...change, ...leave].some((word) => !/^\d{1,6}$/.test(word)) || found.includes(null)) return null
  const whom = (word: string | undefined) => (word === undefined ? '' : word === 'file' ? word : Number(word))
  return {
    same: new Map(found.flatMap((match) => (match ? [[Number(match[1]), whom(match[2])] as const] : []))),
    other: new Set(other.map(Number)),
    change: new Set(change.map(Number)),
    leave: new Set(leave.map(Number)),
  }
}

/**
 * The preview with all answers that fit its questions. An answer may lead to another question, so this is repeated
 * until nothing changes.
 */
export async function withLines(services: Services, place: ImportPlace, draft: Draft, said: LinesSaid): Promise<Draft> {
  if (draft.kind !== 'needs') return draft
  let answered = draft
  for (let round = 0; round <= draft.rows.length; round++) {
    const judged = await judge(services, place, answered)
    const rows = answered.rows.map((row, index) => withAnswers(row, judged[index], said))
    if (rows.every((row, index) => row === answered.rows[index])) return answered
    answered = { ...answered, rows }
  }
  return answered
}

/** Writes the answers into the stored preview, as the page does. */
export async function keepAnswers(services: Services, actor: Person, id: string, draft: Draft): Promise<void> {
  for (const [index, { who, changes }] of draft.rows.entries()) {
    if (who) await answerWho(services, actor, id, index, who)
    if (changes) await answerChanges(services, actor, id, index, changes)
  }
}

function withAnswers(row: StoredRow<NeedRow>, judged: JudgedRow | undefined, said: LinesSaid): StoredRow<NeedRow> {
  const who = judged?.checks.find((check) => check.code === 'who')
  const is = who && who.answer === null ? personSaid(row.row.line, who.candidates, said) : null
  if (who && is) return { ...row, who: { is, of: who.candidates.map(({ key }) => key) } }

  const differs = judged?.checks.find((check) => check.code === 'differs')
  const { line } = row.row
  if (!differs || differs.take !== null || !(said.change.has(line) || said.leave.has(line))) return row
  const take = said.change.has(line) ? differs.differences.map(({ kind }) => kind) : []
  return { ...row, changes: { of: differs.of, take } }
}

function personSaid(
  line: number,
  candidates: readonly { readonly key: PersonKey; readonly line: number | null }[],
  { same, other }: LinesSaid,
): PersonKey | 'new' | null {
  if (other.has(line)) return 'new'
  const whom = same.get(line)
  if (whom === undefined) return null
  const meant = candidates.filter((one) => whom === '' || one.line === (whom === 'file' ? null : whom))
  const [only, ...more] = meant
  return only && more.length === 0 ? only.key : null
}
