import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly code: string
  readonly letterKey: string
  readonly answerBy: Date
  readonly zone: string
  readonly isOnStreet: boolean
  readonly hasSupervisor: boolean
  readonly isStaff: boolean
  readonly back: string
}

/** Number and key of a letter, once: with both its writer follows it without an account. */
export const LetterSent = (props: Props) => {
  const { page, code, letterKey, answerBy, zone, isOnStreet, hasSupervisor, isStaff, back } = props
  const { letters, time } = page.text
  const { sent } = letters
  return (
    <div class="narrow">
      <h1>{isStaff ? sent.staffTitle : sent.title}</h1>
      <Panel title={letters.follow} tone="green" id="follow">
        <Facts
          rows={[
            { term: sent.number, value: <strong class="code">{code}</strong> },
            { term: sent.key, value: <strong class="code">{letterKey}</strong> },
          ]}
        />
        <p>{sent.once}</p>
        {isStaff && <p>{sent.staffOnce}</p>}
      </Panel>
      <p>{sent.next(time.deadline(answerBy, zone))}</p>
      {isOnStreet && <p>{sent.street}</p>}
      {isOnStreet && !hasSupervisor && <p>{sent.noSupervisor}</p>}
      {!isStaff && (
        <form method="post" novalidate action="/follow">
          <Hidden name="number" value={code} />
          <Hidden name="letterKey" value={letterKey} />
          <Button kind="second">{sent.toFollow}</Button>
        </form>
      )}
      <p class="go">
        <LinkButton kind="quiet" href={back}>
          {letters.title}
        </LinkButton>
      </p>
    </div>
  )
}
