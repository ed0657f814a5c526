import type { LetterPassage } from '#db/letters/letter-rows.ts'
import type { Letter, LetterWords } from '#domain/letters/letter.ts'
import { letterStep } from '#domain/letters/letter-life.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { passageWords } from './passage-words.ts'

type FormProps = {
  readonly page: Page
  readonly number: string
  readonly sentence: string | null
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string>>
  /** The number is a wish's, which everyone may open. */
  readonly wishCode: string | null
}

/** Asks for number and key. The key is never part of an address. */
export const FollowForm = ({ page, number, sentence, errors, wishCode }: FormProps) => {
  const { followPage } = page.text.letters
  return (
    <div class="narrow">
      <h1>{followPage.title}</h1>
      <p class="lead">{followPage.lead}</p>
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      {wishCode && (
        <Banner tone="yellow" role="alert">
          <p>
            {followPage.wishNumber}
            <a href={`/wishes/${wishCode}`}>{wishCode}</a>
          </p>
        </Banner>
      )}
      <form method="post" novalidate action="/follow">
        <Field
          label={followPage.number}
          hint={followPage.numberHint}
          name="number"
          value={number}
          error={errors.number}
          inputmode="numeric"
          autocomplete="off"
          maxlength={20}
          required
        />
        <Field
          label={followPage.key}
          hint={followPage.keyHint}
          name="letterKey"
          error={errors.letterKey}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxlength={20}
          required
        />
        <Button wide>{followPage.open}</Button>
      </form>
    </div>
  )
}

const followDones = ['rate', 'reopened', 'withdraw', 'again'] as const
export type FollowDone = (typeof followDones)[number]

type Props = {
  readonly page: Page
  readonly letter: Letter
  readonly letterKey: string
  readonly words: LetterWords | null
  /** What happened, without names, and the answers. */
  readonly passages: readonly (LetterPassage & { readonly note: string })[]
  readonly zone: string
  readonly done: FollowDone | null
  readonly sentence: string | null
  readonly fault: string | null
  /** The writer pressed "withdraw" and is asked once more. */
  readonly isAsking: boolean
}

/** A letter as its writer sees it: progress, answers, and what they may still say. */
export const FollowPage = (props: Props) => {
  const { page, letter, words, passages, zone, done, sentence } = props
  const { letters, time } = page.text
  const { followPage } = letters
  const isOver = letter.state === 'closed' || letter.state === 'withdrawn'
  return (
    <div class="narrow">
      <h1>{words?.subject ?? followPage.yours}</h1>
      <p class="lead">
        {letters.kind[letter.kind]} · {letter.code} · {letters.state[letter.state]}
      </p>
      {done && (
        <Banner tone="green" role="status">
          <p>{followPage.done[done]}</p>
        </Banner>
      )}
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      {passages
        .filter(({ act, note }) => act === 'answer' && note)
        .map(({ seq, note, at }) => (
          <Panel title={followPage.answer} id={`answer-${seq}`}>
            <p class="lines">{note}</p>
            <p class="hint">{time.day(at, zone)}</p>
          </Panel>
        ))}
      {!letter.answeredAt && !isOver && <p>{followPage.noAnswer(time.deadline(letter.promiseAt, zone))}</p>}
      {letter.linkedTo && letter.end === 'wish' && (
        <p>
          {letters.end.wish} · <a href={`/wishes/${letter.linkedTo}`}>{letter.linkedTo}</a>
        </p>
      )}
      {letterStep('rate').from.includes(letter.state) && <RateForm {...props} />}
      <Panel title={letters.desk.history} id="history">
        <Facts
          rows={passages
            .filter(({ act }) => act !== 'remind' && act !== 'entrust')
            .map((passage) => ({ term: time.day(passage.at, zone), value: passageWords(passage, page.text) }))}
        />
      </Panel>
      {words ? (
        <Panel title={letters.desk.words} id="words">
          <p class="lines">{words.words}</p>
        </Panel>
      ) : (
        <p class="hint">{followPage.erased}</p>
      )}
      {letterStep('withdraw').from.includes(letter.state) && <WithdrawLetter {...props} />}
    </div>
  )
}

const Carried = ({ letter, letterKey }: Props) => (
  <>
    <Hidden name="number" value={letter.code} />
    <Hidden name="letterKey" value={letterKey} />
    <Hidden name="seq" value={letter.seq} />
  </>
)

const RateForm = (props: Props) => {
  const { letters, words } = props.page.text
  const { followPage } = letters
  return (
    <Panel title={followPage.rateTitle} id="rate">
      <form method="post" novalidate action="/follow">
        <Carried {...props} />
        <RadioGroup
          label={followPage.rateTitle}
          hint={followPage.rateHint}
          name="level"
          error={props.fault ?? undefined}
          options={satisfactions.map((value) => ({ value, label: words.satisfaction[value] }))}
          required
        />
        <TextArea label={followPage.reason} name="note" maxlength={300} />
        <Button name="act" value="rate">
          {followPage.rate}
        </Button>
      </form>
    </Panel>
  )
}

const WithdrawLetter = (props: Props) => {
  const { followPage } = props.page.text.letters
  return (
    <Panel title={followPage.withdrawTitle} id="withdraw">
      {props.isAsking && <p role="alert">{followPage.withdrawSure}</p>}
      <form method="post" novalidate action="/follow">
        <Carried {...props} />
        {props.isAsking && <Hidden name="sure" value="yes" />}
        <Button kind={props.isAsking ? 'danger' : 'second'} name="act" value="withdraw">
          {followPage.withdraw}
        </Button>
      </form>
    </Panel>
  )
}
