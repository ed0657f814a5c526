import type { Registration } from '#db/registrations.ts'
import { declineReasons } from '#domain/registration.ts'
import type { Page } from '../layout.tsx'
import { Button, LinkButton } from '../parts/button.tsx'
import { Fold } from '../parts/details.tsx'
import { Notice } from '../parts/errors.tsx'
import { RadioGroup, TextArea } from '../parts/field.tsx'
import { Facts, Panel } from '../parts/panel.tsx'
import { freeTimesText, strengthsText } from '../people/volunteers.tsx'
import { PhoneLink } from '../wishes/contact.tsx'

type Pending = { readonly count: number; readonly rows: readonly Registration[] }

type Props = { readonly page: Page; readonly pending: Pending }

/** Who has registered and waits: all that they said, and the two answers. */
export const PendingPanel = ({ page, pending }: Props) => {
  const { text } = page
  const words = text.register.pending
  if (!pending.count) return null
  return (
    <Panel title={words.title(pending.count)} id="registrations" tone="yellow">
      <p>{words.lead}</p>
      {pending.rows.map((one) => (
        <Waiting page={page} registration={one} />
      ))}
    </Panel>
  )
}

const Waiting = ({ page, registration: one }: { readonly page: Page; readonly registration: Registration }) => {
  const { text, community } = page
  const { pending: words, reasons } = text.register
  const { head, none } = text.people.volunteers
  const address = (answer: string) => `/volunteers/registrations/${one.id}/${answer}?c=${community?.slug ?? ''}`
  return (
    <article class="own" aria-labelledby={`registration-${one.id}`}>
      <h3 id={`registration-${one.id}`}>
        {one.name} <small>{words.came(text.time.day(one.at, community?.zone))}</small>
      </h3>
      <Facts
        rows={[
          { term: text.people.person.phone, value: <PhoneLink phone={one.phone} /> },
          { term: head.unit, value: [one.unit, one.branch].filter(Boolean).join(' · ') || none },
          { term: text.people.person.building, value: one.building || none },
          { term: head.strengths, value: strengthsText(text, one.strengths) },
          { term: head.freeTimes, value: freeTimesText(text, one.freeTimes) },
        ]}
      />
      <form method="post" action={address('accept')}>
        <Button kind="second">{words.accept}</Button>
      </form>
      <Fold summary={words.decline}>
        <form method="post" action={address('decline')}>
          <RadioGroup
            label={words.reason}
            name="reason"
            prefix={one.id}
            options={declineReasons.map((value) => ({ value, label: reasons[value] }))}
            required
          />
          <TextArea label={words.note} name="note" prefix={one.id} rows={2} maxlength={500} />
          <Button kind="danger">{words.declineButton}</Button>
        </form>
      </Fold>
    </article>
  )
}

/** Why an answer was not taken, with what still waits. */
export const AnswerPage = ({ page, pending, sentence }: Props & { readonly sentence: string }) => {
  const { text, community } = page
  const words = text.register.pending
  return (
    <>
      <h1>{words.notDone}</h1>
      <Notice tone="red" role="alert">
        <p>{sentence}</p>
      </Notice>
      <PendingPanel page={page} pending={pending} />
      <p class="actions">
        <LinkButton kind="second" href={`/volunteers?c=${community?.slug ?? ''}`}>
          {words.back}
        </LinkButton>
      </p>
    </>
  )
}
