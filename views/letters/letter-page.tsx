import type { LetterPassage } from '#db/letters/letter-rows.ts'
import type { Letter, LetterWords } from '#domain/letters/letter.ts'
import type { Page } from '#views/page.ts'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { LetterActForms, type LetterFormsProps } from './letter-act-forms.tsx'
import { passageWords } from './passage-words.ts'

type LetterPageProps = LetterFormsProps & {
  readonly page: Page
  readonly letter: Letter
  readonly words: LetterWords | null
  readonly passages: readonly (LetterPassage & { readonly note: string; readonly by: string })[]
  readonly handler: string | null
  readonly zone: string
  readonly sentence: string | null
  readonly isDone: boolean
}

/** A letter for the people who deal with it: what it says, what has happened, and what they can do now. */
export const LetterPage = (props: LetterPageProps) => {
  const { page, letter, words, passages, handler, zone, sentence, isDone } = props
  const { letters, time } = page.text
  const { desk } = letters
  return (
    <div class="narrow">
      <h1>{words?.subject ?? letter.code}</h1>
      <p class="lead">
        {letters.kind[letter.kind]} · {letters.state[letter.state]}
        {letter.dueAt && letter.state !== 'answered' && <> · {desk.due(time.deadline(letter.dueAt, zone))}</>}
      </p>
      {isDone && (
        <Banner tone="green" role="status">
          <p>{letters.act.thanks}</p>
        </Banner>
      )}
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <Panel title={desk.words} id="words">
        <p class="lines">{words?.words ?? letters.followPage.erased}</p>
        <Facts
          rows={[
            { term: desk.from, value: words?.name || desk.anonymous },
            { term: desk.number, value: words?.phone ? <PhoneLink phone={words.phone} /> : desk.noPhone },
          ]}
        />
        <p class="hint">{desk.seen}</p>
      </Panel>
      <LetterActForms {...props} />
      <Panel title={desk.facts} id="facts">
        <Facts
          rows={[
            { term: letters.sent.number, value: letter.code },
            { term: letters.form.way, value: letters.way[letter.way] },
            { term: letters.form.forWhom, value: letters.forWhom[letter.forWhom] },
            { term: desk.sideLabel, value: letters.side[letter.side] },
            ...(handler ? [{ term: letters.state.assigned, value: handler }] : []),
            ...(letter.end ? [{ term: letters.state.closed, value: letters.end[letter.end] }] : []),
          ]}
        />
        {letter.linkedTo && (
          <p>
            {letter.end === 'wish' ? (
              <a href={`/wishes/${letter.linkedTo}`}>{desk.seeWish(letter.linkedTo)}</a>
            ) : (
              <a href={`/letters/${letter.linkedTo}`}>{desk.seeLetter(letter.linkedTo)}</a>
            )}
          </p>
        )}
      </Panel>
      <Panel title={desk.history} id="history">
        <Facts
          rows={passages.map((passage) => ({
            term: time.day(passage.at, zone),
            value: (
              <>
                {passageWords(passage, page.text)}
                {passage.by && ` · ${passage.by}`}
                {passage.note && <p class="lines">{passage.note}</p>}
              </>
            ),
          }))}
        />
      </Panel>
    </div>
  )
}
