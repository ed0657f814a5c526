import type { ListedLetter } from '#db/letters/letter-rows.ts'
import { type LetterList, letterLists } from '#domain/letters/letter-life.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Tag } from '#views/parts/tag.tsx'

type Props = {
  readonly page: Page
  readonly list: LetterList
  readonly letters: readonly ListedLetter[]
  readonly counts: Readonly<Record<Exclude<LetterList, 'done'>, number>>
  readonly mayEnter: boolean
  readonly zoneOf: (communityId: string) => string
  readonly next: string | null
}

/** The letters that a member of staff or a supervisor deals with, the most urgent first. */
export const LettersDesk = ({ page, list, letters, counts, mayEnter, zoneOf, next }: Props) => {
  const { letters: words, time } = page.text
  const { desk } = words
  const isLate = ({ dueAt }: ListedLetter) => list !== 'done' && dueAt !== null && dueAt < page.now
  return (
    <div class="narrow">
      <h1>{desk.title}</h1>
      {mayEnter && (
        <p class="go">
          <LinkButton kind="second" href="/letters/new">
            {desk.enter}
          </LinkButton>
        </p>
      )}
      <Chips
        label={desk.title}
        items={letterLists.map((one) => ({
          href: one === 'waiting' ? '/letters' : `/letters?list=${one}`,
          label: one === 'done' ? desk.list[one] : `${desk.list[one]} ${counts[one]}`,
          current: one === list,
        }))}
      />
      <ul class="links">
        {letters.map((letter) => (
          <li>
            <a href={`/letters/${letter.code}`}>
              <b>{letter.subject || letter.code}</b>{' '}
              <small>
                {words.kind[letter.kind]} · {words.state[letter.state]}
                {letter.dueAt && list === 'waiting' && (
                  <> · {desk.due(time.deadline(letter.dueAt, zoneOf(letter.communityId)))}</>
                )}{' '}
                {isLate(letter) && <Tag tone="red">{desk.late}</Tag>}
              </small>
            </a>
          </li>
        ))}
      </ul>
      {!letters.length && <Empty icon="check" title={desk.none[list]} />}
      {next && (
        <LinkButton kind="second" href={next} rel="next">
          {desk.more}
        </LinkButton>
      )}
    </div>
  )
}
