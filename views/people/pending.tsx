import type { Registration } from '#db/people/registration-rows.ts'
import { declineReasons } from '#domain/people/registration.ts'
import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { faultAt } from './faults.ts'
import { freeTimesText, strengthsText } from './volunteer-words.tsx'

type Pending = { readonly count: number; readonly rows: readonly Registration[] }

export type Declined = {
  readonly id: string
  readonly reason: string
  readonly note: string
  readonly faults: Faults
  /** Of private words in the note: the sentence, the words that may be confirmed as about no person, and those that were. */
  readonly noteSaid: string | undefined
  readonly needed: readonly string[] | undefined
  readonly confirmed: string
}

type Props = {
  readonly page: Page
  readonly pending: Pending
  /** The note as it was typed, if it was refused. */
  readonly declined?: Declined | undefined
}

/** People who have registered and wait: everything they stated, and the two answers. */
export const PendingPanel = ({ page, pending, declined }: Props) => {
  const { text } = page
  const words = text.register.pending
  if (!pending.count) return null
  return (
    <Panel title={words.title(pending.count)} id="registrations" tone="yellow">
      <p>{words.lead}</p>
      {pending.rows.map((one) => (
        <Waiting page={page} registration={one} declined={declined?.id === one.id ? declined : undefined} />
      ))}
    </Panel>
  )
}

type WaitingProps = Pick<Props, 'page' | 'declined'> & { readonly registration: Registration }

const Waiting = ({ page, registration: one, declined }: WaitingProps) => {
  const { text, community } = page
  const { pending: words, reasons } = text.register
  const { head, none } = text.people.volunteers
  const address = (answer: string) => `/people/registrations/${one.id}/${answer}?c=${community?.slug ?? ''}`
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
      <form method="post" novalidate action={address('accept')}>
        <Button wide>{words.accept}</Button>
      </form>
      <Fold summary={words.decline} open={declined !== undefined}>
        <form method="post" novalidate action={address('decline')}>
          <RadioGroup
            label={words.reason}
            name="reason"
            prefix={one.id}
            value={declined?.reason ?? ''}
            error={declined?.faults.reason && text.moves.chooseReason}
            options={declineReasons.map((value) => ({ value, label: reasons[value] }))}
            required
          />
          <TextArea
            label={words.note}
            name="note"
            prefix={one.id}
            rows={2}
            maxlength={500}
            value={declined?.note ?? ''}
            error={declined && (faultAt(text, declined.faults, 'note') ?? declined.noteSaid)}
          />
          <NeededTick page={page} words={declined?.needed} typed={declined?.confirmed} prefix={one.id} isGeneral />
          <Button kind="danger">{words.declineButton}</Button>
        </form>
      </Fold>
    </article>
  )
}

/** Why an answer was refused, with the registrations that still wait. */
export const AnswerPage = ({ page, pending, sentence, declined }: Props & { readonly sentence: string }) => {
  const { text, community } = page
  const words = text.register.pending
  return (
    <>
      <h1>{words.notDone}</h1>
      <Banner tone="red" role="alert">
        <p>{sentence}</p>
      </Banner>
      <PendingPanel page={page} pending={pending} declined={declined} />
      <p class="actions">
        <LinkButton kind="second" href={`/people?c=${community?.slug ?? ''}`}>
          {words.back}
        </LinkButton>
      </p>
    </>
  )
}
