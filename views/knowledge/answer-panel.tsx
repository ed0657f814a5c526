import type { Knowledge } from '#db/wishes/knowledge-rows.ts'
import { isOld, linesOf } from '#domain/knowledge.ts'
import type { Page } from '#views/page.ts'
import { Facts } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { dayName } from '#views/rules/rule-days.ts'

type Props = {
  readonly page: Page
  readonly entry: Knowledge
  readonly today: string
  /** Inside another box the telephone is a plain link. */
  readonly isInside?: boolean
}

/** The answer, where to go, whom to call, what to bring, and when it was last reviewed. */
export const Answer = ({ page, entry, today, isInside = false }: Props) => {
  const { knowledge: words } = page.text
  const documents = linesOf(entry.documents)
  const rows = [
    ...(entry.office ? [{ term: words.office, value: entry.office }] : []),
    ...(entry.phone ? [{ term: words.phone, value: telephone(entry.phone, isInside) }] : []),
    ...(documents.length ? [{ term: words.documents, value: <Documents lines={documents} /> }] : []),
  ]
  const isDue = isOld(entry.reviewedOn, today)
  return (
    <>
      {linesOf(entry.answer).map((line) => (
        <p>{line}</p>
      ))}
      {rows.length > 0 && <Facts rows={rows} />}
      <p class="hint">
        {isDue && <Tag>{words.oldTag}</Tag>}{' '}
        {entry.reviewedOn ? words.reviewed(dayName(entry.reviewedOn, page.text)) : words.reviewedNever}
        {isDue && entry.reviewedOn && ` · ${words.old}`}
      </p>
    </>
  )
}

/** A single number is a link to call it; several, or one with an extension, stay as written. */
const telephone = (phone: string, isInside: boolean) =>
  /^[\d\s-]{3,20}$/.test(phone) ? (
    <a class={isInside ? 'phone' : 'contact'} href={`tel:${phone.replace(/\s/g, '')}`}>
      {phone}
    </a>
  ) : (
    phone
  )

const Documents = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)
