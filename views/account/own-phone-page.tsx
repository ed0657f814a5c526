import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Field } from '#views/parts/form/field.tsx'

type Props = {
  readonly page: Page
  /** The number that waits for its code; null if none does. */
  readonly waiting: string | null
  readonly error?: string | undefined
}

/** Where a person enters the code that a colleague has read out at the new number. */
export const OwnPhonePage = ({ page, waiting, error }: Props) => {
  const { text, community } = page
  const words = text.people.phone
  return (
    <div class="narrow">
      <h1>{words.own}</h1>
      {waiting ? (
        <form class="fields" method="post" novalidate action="/mine/phone">
          <p class="lead">{words.ownLead(waiting.slice(-4))}</p>
          <Field
            label={words.code}
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            error={error}
          />
          <Button wide>{words.confirm}</Button>
        </form>
      ) : (
        <>
          <p class="lead">{words.how}</p>
          {community?.phone && (
            <p class="actions">
              <LinkButton kind="second" href={`tel:${community.phone}`}>
                {words.callCommunity(community.phone)}
              </LinkButton>
            </p>
          )}
        </>
      )}
      <p>
        <a href="/mine">{text.mine.title}</a>
      </p>
    </div>
  )
}
