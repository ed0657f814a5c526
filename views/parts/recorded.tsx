import { type Child, createContext, useContext } from 'hono/jsx'
import type { Text } from '#text/text.ts'

type Beside = { readonly values: Readonly<Record<string, string>>; readonly words: Text['meanwhile'] }
/** The present values by field; only if someone else has changed the record (meanwhile.tsx). */
export const BesideFields = createContext<Beside | null>(null)

type Asked = {
  readonly name: string
  readonly id: string
  readonly options?: readonly { readonly value: string; readonly label: Child }[]
  /** For a single tick box: its value, which is recorded or not. */
  readonly box?: string
}

/** The line below a field with its present value; empty if that equals what was typed. */
export const RecordedNow = ({ name, id, options, box }: Asked) => {
  const beside = useContext(BesideFields)
  const value = beside?.values[name]
  if (!beside || value === undefined) return null
  const { words } = beside
  const chosen = options?.find((option) => option.value === value)?.label
  const answer = box === undefined ? (chosen ?? (value || words.nothing)) : value === box ? words.yes : words.no
  return (
    <p class="recorded" id={`${id}-now`}>
      {typeof answer === 'string' ? words.now(answer) : [words.now(''), answer]}
    </p>
  )
}

/** Whether a field has such a line, so that screen readers read it too. */
export const isRecordedElse = (name: string): boolean => useContext(BesideFields)?.values[name] !== undefined
