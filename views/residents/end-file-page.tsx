import type { Faults } from '#domain/reading/checked.ts'
import { endReasons } from '#domain/vocabulary.ts'
import type { Ending } from '#domain/wish/endings.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner, ErrorSummary } from '#views/parts/form/error-summary.tsx'
import { Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { errorList, faultAt } from '#views/people/faults.ts'
import { titleOf } from '#views/wishes/wish-title.ts'
import { Asked } from './asked-panel.tsx'

export type EndTyped = { readonly reason: string; readonly method: string; readonly day: string }
type Line = {
  readonly wish: Wish
  readonly title: string
  readonly ending: Ending
  readonly told: readonly string[]
}
type Props = {
  readonly page: Page
  readonly file: { readonly id: string; readonly name: string }
  readonly lines: readonly Line[]
  readonly zone: string
  readonly form: {
    readonly typed: EndTyped
    readonly faults: Faults
    readonly said: string | null
    readonly seen: string
    readonly today: string
    readonly days: number
  }
}

/** What ending the file will do to each wish, and the button that does it. */
export const EndPage = ({ page, file, lines, form, zone }: Props) => {
  const { text } = page
  const words = text.endings
  const { typed, faults, said, seen, today, days } = form
  return (
    <div class="narrow">
      <p>
        <a href={`/residents/${file.id}`}>{file.name}</a>
      </p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={`/residents/${file.id}/edit`}>{words.within}</a>
      </p>
      {said && (
        <Banner tone="red" role="alert">
          <p>{said}</p>
        </Banner>
      )}
      <ErrorSummary title={text.site.errorSummary} errors={errorList(text, faults, ['reason', 'method', 'day'])} />
      <Panel title={words.what}>
        {lines.length === 0 && <p>{words.nothing}</p>}
        <ul>
          {lines.map(({ wish, title, ending, told }) => (
            <li>
              <a href={`/wishes/${wish.code}`}>{titleOf({ ...wish, publicText: title }, text)}</a>
              {text.colon}
              {words.act[ending]}
              {wish.visitAt && ending === 'withdraw' && <> {words.visit(text.time.moment(wish.visitAt, zone))}</>}
              {told.length > 0 && ending === 'withdraw' && <> {words.told(told.join(' · '))}</>}
            </li>
          ))}
        </ul>
        <p>{words.quiet}</p>
        <p>{words.erased(days)}</p>
      </Panel>
      <form class="fields" method="post" novalidate action={`/residents/${file.id}/end`}>
        <Hidden name="seen" value={seen} />
        <RadioGroup
          label={words.reason}
          required
          name="reason"
          options={endReasons.map((value) => ({ value, label: words.reasonOf[value] }))}
          value={typed.reason}
          error={faultAt(text, faults, 'reason')}
        />
        <Asked page={page} words={words} typed={typed} faults={faults} today={today} />
        <p class="actions">
          <Button kind="danger">{words.button}</Button>
          <LinkButton kind="quiet" href={`/residents/${file.id}`}>
            {text.people.residents.show.file}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}
