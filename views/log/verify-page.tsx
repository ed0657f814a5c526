import type { CheckWords, SheetChecked } from '#domain/log/check-words-shown.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field } from '#views/parts/form/field.tsx'
import { CheckWordsLine } from '#views/parts/paper/check-words.tsx'

type Props = {
  readonly page: Page
  readonly typed: { readonly records: string; readonly letters: string }
  readonly wrong: { readonly records: boolean; readonly letters: boolean }
  readonly checked: SheetChecked | null
  readonly today: CheckWords | null
  /** The public key of the log, for programs. */
  readonly key: string
}

/** Compares the check words of an old sheet with today's ledger. For anyone: no account, no script. */
export const Verify = ({ page, typed, wrong, checked, today, key }: Props) => {
  const { log } = page.text
  return (
    <div class="narrow">
      <h1>{log.title}</h1>
      <p class="lead">{log.lead}</p>
      {checked && <Outcome page={page} checked={checked} />}
      <form method="get" novalidate action="/verify">
        <Field
          label={log.records}
          name="records"
          inputmode="numeric"
          autocomplete="off"
          maxlength={15}
          value={typed.records}
          error={wrong.records ? log.wrongRecords : undefined}
          required
        />
        <Field
          label={log.letters}
          name="letters"
          hint={log.lettersHint}
          autocomplete="off"
          maxlength={40}
          value={typed.letters}
          error={wrong.letters ? log.wrongLetters : undefined}
          required
        />
        <p class="actions">
          <Button>{log.button}</Button>
        </p>
      </form>
      <h2>{log.todayTitle}</h2>
      {today ? <CheckWordsLine text={page.text} words={today} /> : <p>{log.nothingYet}</p>}
      <p>{log.keepIt}</p>
      <Fold summary={log.forPrograms}>
        <p>{log.how}</p>
        <p>
          <a href="/log/checkpoint">/log/checkpoint</a> · <a href="/log/key">/log/key</a>
        </p>
        <p class="wrap">{key}</p>
      </Fold>
    </div>
  )
}

const Outcome = ({ page, checked }: { readonly page: Page; readonly checked: SheetChecked }) => {
  const { log } = page.text
  const { result, records, now } = checked
  if (result === 'same')
    return (
      <Banner tone="green" role="status">
        <p>{log.same(records, now)}</p>
      </Banner>
    )
  return (
    <Banner tone="red" role="alert">
      <p>{result === 'fewer' ? log.fewer(records, now) : log.notSame(records)}</p>
      <p>{log.compareFirst}</p>
      <p>{log.ifChanged}</p>
    </Banner>
  )
}
