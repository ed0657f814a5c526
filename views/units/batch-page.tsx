import type { Batch, BatchPart } from '#db/units/batch-rows.ts'
import type { Member, Unit } from '#db/units/unit-rows.ts'
import type { PartState, UnitTie } from '#domain/units/batch.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Due, Said } from '#views/parts/when.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { MemberChoice } from './member-choice.tsx'

type Props = {
  readonly page: Page
  readonly unit: Unit
  readonly tie: UnitTie
  readonly batch: Batch
  readonly parts: readonly BatchPart[]
  /** For those who adopt; empty for members. */
  readonly members: readonly Member[]
  readonly mayAdopt: boolean
  readonly done: number
  readonly refused: readonly { readonly code: string; readonly why: string }[]
  /** Chosen wishes that someone else had claimed already. */
  readonly gone: readonly string[]
  readonly refusal?: string | undefined
  readonly agreedError?: string | undefined
}

const tones: Readonly<Record<PartState, 'plain' | 'yellow' | 'blue' | 'green'>> = {
  open: 'plain',
  waiting: 'yellow',
  claimed: 'blue',
  delivered: 'blue',
  fulfilled: 'green',
  'left-out': 'plain',
}

/** A batch: what became of the last press, the approval where a limit asks for it, and each wish with its member. */
export const BatchPage = (props: Props) => {
  const { page, unit, batch, parts, tie, mayAdopt } = props
  const { text } = page
  const words = text.units
  const waiting = parts.filter(({ part }) => part === 'waiting').length
  const isOpen = parts.some(({ part }) => part === 'open')
  return (
    <div class="narrow">
      <p>
        <a href={`/units/${unit.id}`}>{unit.name}</a>
      </p>
      <h1>{words.batch(unit.name)}</h1>
      <p>
        {words.adoptedOn} <Said at={batch.at} page={page} zone={page.community?.zone ?? 'UTC'} />
        {batch.approvedAt && ` · ${words.approved}`}
      </p>
      <News {...props} />
      <p class="actions">
        <LinkButton kind="second" href={`/batches/${batch.id}/list`}>
          {words.shopping}
        </LinkButton>
      </p>
      {waiting > 0 && (
        <Panel title={words.toApprove} tone="yellow">
          <p>{words.waiting(waiting)}</p>
          {tie === 'secretary' && (
            <form method="post" action={`/batches/${batch.id}/claim`}>
              <Hidden name="approve" value="yes" />
              <Button>{words.approve(waiting)}</Button>
            </form>
          )}
        </Panel>
      )}
      {mayAdopt && isOpen ? (
        <form class="fields" method="post" novalidate action={`/batches/${batch.id}/claim`}>
          <Parts {...props} />
          <Checkbox label={words.agreed} name="agreed" checked={false} error={props.agreedError} />
          <p class="actions">
            <Button kind="second">{words.claimNamed}</Button>
          </p>
        </form>
      ) : (
        <Parts {...props} />
      )}
    </div>
  )
}

const News = ({ page, done, refused, gone, refusal }: Props) => {
  const words = page.text.units
  return (
    <>
      {refusal && (
        <Banner tone="red" role="alert">
          <p>{refusal}</p>
        </Banner>
      )}
      {done > 0 && (
        <Banner tone="green" role="status">
          <p>{words.done(done)}</p>
        </Banner>
      )}
      {refused.length + gone.length > 0 && (
        <Banner tone="yellow" role="alert">
          <p>{words.leftOut}</p>
          <ul>
            {gone.map((code) => (
              <li>{`${code} · ${words.goneAlready}`}</li>
            ))}
            {refused.map(({ code, why }) => (
              <li>{`${code} · ${why}`}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  )
}

const Parts = ({ page, batch, parts, members, tie, mayAdopt }: Props) => {
  const { text, actor } = page
  const words = text.units
  const ownId = actor.kind === 'person' ? actor.id : ''
  return (
    <ul class="work">
      {parts.map((row) => {
        const title = titleOf(row, text)
        const isOwn = row.personId === ownId
        const name = isOwn ? words.you : tie === 'member' ? words.colleague : (row.personName ?? '')
        return (
          <li>
            <div>
              <a href={`/wishes/${row.code}`}>{title}</a>
              <small>
                <span>{row.code}</span>
                <span>{row.gridName}</span>
                {row.personId && <span>{name}</span>}
                {row.part === 'claimed' && row.dueAt && (
                  <span>
                    <Due at={row.dueAt} page={page} zone={page.community?.zone ?? 'UTC'} />
                  </span>
                )}
              </small>
            </div>
            <Tag tone={tones[row.part]}>{words.part[row.part]}</Tag>
            {row.part === 'open' && mayAdopt && (
              <MemberChoice page={page} code={row.code} title={title} members={members} value="" />
            )}
            {row.part === 'open' && tie === 'member' && (
              <form method="post" action={`/batches/${batch.id}/take`}>
                <Hidden name="wish" value={row.code} />
                <Button kind="second" aria-label={words.takeThis(title, row.code)}>
                  {words.take}
                </Button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}
