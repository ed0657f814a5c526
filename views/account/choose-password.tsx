import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { errorList, faultAt } from '#views/people/faults.ts'
import { NewPassword } from '#views/people/new-password.tsx'

type Props = {
  readonly page: Page
  readonly person: { readonly name: string; readonly phone: string }
  readonly action: string
  readonly faults: Faults
}

/** Behind an activation link: a password, and nothing else has to be typed. The number is shortened, because links are passed on. */
export const ChoosePasswordPage = ({ page, person, action, faults }: Props) => {
  const { text } = page
  const words = text.people.activate
  return (
    <div class="narrow">
      <h1>{words.hello(person.name)}</h1>
      <p class="lead">{words.linkLead(person.phone.slice(-4))}</p>
      <ErrorSummary title={text.site.errorSummary} errors={errorList(text, faults, ['password', 'again'])} />
      <form class="fields" method="post" novalidate action={action}>
        <NewPassword
          labels={{ password: words.password, hint: words.passwordHint, again: words.again }}
          errors={{ password: faultAt(text, faults, 'password'), again: faultAt(text, faults, 'again') }}
        />
        <Button wide>{words.button}</Button>
      </form>
    </div>
  )
}
