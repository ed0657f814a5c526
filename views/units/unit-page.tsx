import type { Batch, BatchPart } from '#db/units/batch-rows.ts'
import type { Member, Unit } from '#db/units/unit-rows.ts'
import type { UnitTie } from '#domain/units/batch.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Select } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { BatchLines } from './batch-lines.tsx'

type Props = {
  readonly page: Page
  readonly unit: Unit
  readonly tie: UnitTie
  /** Empty for members, who are shown no names of others. */
  readonly members: readonly Member[]
  readonly memberCount: number
  readonly batches: readonly Batch[]
  readonly parts: readonly BatchPart[]
  readonly mayAdopt: boolean
  readonly isSaved: boolean
}

/** A work unit: who adopts for it, and its batches. */
export const UnitPage = (props: Props) => {
  const { page, unit, tie, members, memberCount, batches, parts, mayAdopt, isSaved } = props
  const words = page.text.units
  const contact = members.find(({ id }) => id === unit.contactId)
  return (
    <div class="narrow">
      {(tie === 'secretary' || tie === 'staff') && (
        <p>
          <a href={`/units?c=${page.community?.slug ?? ''}`}>{words.back}</a>
        </p>
      )}
      <h1>{unit.name}</h1>
      {isSaved && (
        <Banner tone="green" role="status">
          <p>{words.saved}</p>
        </Banner>
      )}
      <p>{words.members(memberCount)}</p>
      {mayAdopt && (
        <p class="actions">
          <LinkButton href={`/units/${unit.id}/adopt`}>{words.adopt}</LinkButton>
        </p>
      )}
      <Panel title={words.batches}>
        {batches.length ? (
          <BatchLines page={page} batches={batches} parts={parts} />
        ) : (
          <p>{mayAdopt ? words.noBatches : words.noBatchesMember}</p>
        )}
      </Panel>
      {tie === 'secretary' ? (
        <Panel title={words.contact}>
          <form class="fields" method="post" action={`/units/${unit.id}/contact`}>
            <Select
              label={words.whoIsContact}
              hint={words.contactHelp}
              name="contact"
              value={unit.contactId ?? ''}
              options={[
                { value: '', label: words.noContact },
                ...members.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <p class="actions">
              <Button kind="second">{words.save}</Button>
            </p>
          </form>
        </Panel>
      ) : (
        tie !== 'member' && <p>{contact ? words.contactIs(contact.name) : words.noContact}</p>
      )}
    </div>
  )
}
