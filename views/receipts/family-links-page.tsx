import type { Faults } from '#domain/reading/checked.ts'
import { type FamilyLink, familyDays, familyScopes, mostFamilyLinks } from '#domain/receipts/family-link.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { errorList, faultAt } from '#views/people/faults.ts'

type Props = {
  readonly page: Page
  readonly file: { readonly id: string; readonly name: string; readonly endedAt: Date | null }
  readonly zone: string
  readonly links: readonly FamilyLink[]
  readonly hasConsent: boolean
  readonly formKey: string
  readonly typed: { readonly name: string; readonly scope: string }
  readonly faults: Faults
  readonly refusal: 'no-consent' | 'too-many' | null
}

/** For staff: which relatives have a link, until when, and the form for another one. */
export const FamilyLinksPage = (props: Props) => {
  const { page, file, links, hasConsent, refusal } = props
  const words = page.text.receipts.links
  const isFull = links.length >= mostFamilyLinks
  return (
    <div class="narrow">
      <p>
        <a href={`/residents/${file.id}`}>{file.name}</a>
      </p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(mostFamilyLinks, familyDays)}</p>
      {refusal && (
        <Banner tone="yellow" role="alert">
          <p>{words.refused[refusal]}</p>
        </Banner>
      )}
      {links.map((link) => (
        <OneLink {...props} link={link} />
      ))}
      {!hasConsent && !file.endedAt && (
        <>
          <p>{words.refused['no-consent']}</p>
          <p class="actions">
            <LinkButton kind="second" href={`/residents/${file.id}/consents#family`}>
              {words.toConsents}
            </LinkButton>
          </p>
        </>
      )}
      {hasConsent && !file.endedAt && (isFull ? <p>{words.refused['too-many']}</p> : <MakeForm {...props} />)}
    </div>
  )
}

const OneLink = ({ page, file, zone, link }: Props & { readonly link: FamilyLink }) => {
  const { text } = page
  const words = text.receipts.links
  const at = `/residents/${file.id}/family/${link.id}`
  return (
    <Panel title={link.name} id={`link-${link.id}`}>
      <p>{words.line(words.scope[link.scope], text.time.day(link.endsAt, zone))}</p>
      <div class="actions">
        <form method="post" action={`${at}/renew`}>
          <Button kind="second">{words.renew(familyDays)}</Button>
        </form>
        <form method="post" action={`${at}/end`}>
          <Button kind="danger">{words.end}</Button>
        </form>
      </div>
    </Panel>
  )
}

const MakeForm = ({ page, file, formKey, typed, faults }: Props) => {
  const { text } = page
  const words = text.receipts.links
  return (
    <Panel title={words.make} id="make">
      <form class="fields" method="post" novalidate action={`/residents/${file.id}/family`}>
        <Hidden name="key" value={formKey} />
        <ErrorSummary title={text.site.errorSummary} errors={errorList(text, faults, ['name', 'scope'])} />
        <Field
          label={words.name}
          hint={words.nameHint}
          name="name"
          autocomplete="off"
          value={typed.name}
          error={faultAt(text, faults, 'name')}
          required
        />
        <RadioGroup
          label={words.may}
          name="scope"
          value={typed.scope}
          options={familyScopes.map((value) => ({ value, label: words.scope[value], hint: words.scopeHint[value] }))}
          error={faultAt(text, faults, 'scope')}
          required
        />
        <Button wide>{words.button}</Button>
      </form>
    </Panel>
  )
}
