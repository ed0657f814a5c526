import type { Faults } from '#domain/reading/checked.ts'
import type { Page } from '#views/page.ts'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { PrintButton } from '#views/parts/paper/print-button.tsx'
import { QrCode } from '#views/parts/paper/qr-code.tsx'
import { errorList, faultAt } from './faults.ts'
import { Ticks } from './ticks.tsx'

type Issued = {
  readonly name: string
  readonly phone: string
  readonly code: string
  readonly expiresAt: Date
  /** Of the link that opens the same account. */
  readonly qr: { readonly size: number; readonly path: string }
}

/** Activation codes, shown only once: as slips, four to a page, each with the QR code of its link. */
export const CodesPage = ({
  page,
  issued,
  refused,
}: {
  page: Page
  issued: readonly Issued[]
  refused: readonly string[]
}) => {
  const { text, community } = page
  const words = text.people.codes
  return (
    <>
      <h1>{words.title}</h1>
      {refused.length > 0 && (
        <Banner tone="red" role="alert">
          {refused.map((name) => (
            <p>{words.elsewhere(name)}</p>
          ))}
        </Banner>
      )}
      {issued.length > 0 && (
        <Banner tone="yellow" title={words.once}>
          <p>
            <PrintButton text={page.text} how={words.printHint} />
          </p>
        </Banner>
      )}
      <article class="paper">
        <ul class="slips">
          {issued.map(({ name, phone, code, qr, expiresAt }) => (
            <li class="slip">
              <div>
                <h2>{name}</h2>
                <p>{phone}</p>
                <p>
                  <small>{words.until(page.text.time.deadline(expiresAt))}</small>
                </p>
              </div>
              <QrCode code={qr} label={words.scan(name)} />
              <p class="wide">{words.scanHow}</p>
              <div class="wide fold-line">
                <p>{words.howTo(`${page.publicUrl}/activate`)}</p>
                <p>
                  <span class="code">{code}</span>
                </p>
              </div>
            </li>
          ))}
        </ul>
      </article>
      <p class="actions">
        <LinkButton kind="second" href={community ? `/people?c=${community.slug}` : '/people'}>
          {words.back}
        </LinkButton>
      </p>
    </>
  )
}

type Choice = { readonly id: string; readonly name: string; readonly unit: string | null }

export const ChooseCodesPage = ({
  page,
  people,
  next,
  here,
  isAll,
  faults,
}: {
  page: Page
  people: readonly Choice[]
  next: string | null
  /** The address of this page of the list. */
  here: string
  /** Everyone on it is ticked. */
  isAll: boolean
  faults: Faults
}) => {
  const { text, community } = page
  const words = text.people.codes
  const place = `/people/codes?c=${community?.slug ?? ''}`
  return (
    <div class="narrow">
      <h1>{words.chooseTitle}</h1>
      <p class="lead">{words.chooseLead}</p>
      <ErrorSummary title={text.site.errorSummary} errors={errorList(text, faults, ['ids'])} />
      {people.length === 0 ? (
        <Empty icon="users" title={words.empty} />
      ) : (
        <form class="fields" method="post" action={place}>
          <LinkButton kind="second" href={isAll ? here : `${here}&all=1`}>
            {isAll ? words.chooseNone : words.chooseAll(people.length)}
          </LinkButton>
          <Ticks
            label={words.choose}
            name="ids"
            error={faultAt(text, faults, 'ids')}
            options={people.map(({ id, name, unit }) => ({ value: id, label: name, hint: unit ?? undefined }))}
            values={isAll ? people.map(({ id }) => id) : []}
          />
          <p class="actions">
            <Button>{words.button}</Button>
            {next && (
              <LinkButton kind="quiet" href={`${place}&after=${next}`}>
                {text.site.next}
              </LinkButton>
            )}
          </p>
        </form>
      )}
      <p>
        <a href={`/people?c=${community?.slug ?? ''}`}>{words.back}</a>
      </p>
    </div>
  )
}
