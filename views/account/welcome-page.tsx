import { holds, type Person } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'

type Props = { readonly page: Page; readonly person: Person; readonly home: string }

/** After the first sign-in: a greeting by name, and what to do now. */
export const WelcomePage = ({ page, person, home }: Props) => {
  const { welcome } = page.text.people
  return (
    <div class="narrow">
      <h1>{welcome.hello(person.name)}</h1>
      <p class="lead">{welcome.done}</p>
      <p>{welcome.volunteer.lead}</p>
      <ol>
        {welcome.volunteer.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <LinkButton wide href={home}>
        {welcome.volunteer.button}
      </LinkButton>
      {holds(person, 'volunteer') && (
        <p class="go">
          <a href="/mine/invitations">{welcome.volunteer.invitations}</a>
        </p>
      )}
    </div>
  )
}
