import type { StepToTell } from '#db/desk/steps-to-tell.ts'
import type { Resident } from '#db/residents/resident-rows.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { Watermark } from '#views/parts/paper/watermark.tsx'
import { saidWords } from '#views/parts/when.tsx'
import { callRows } from '#views/residents/reach-rows.tsx'
import { WishOfResident } from '#views/wishes/wish-of-resident.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

type Props = {
  readonly page: Page
  readonly list: { readonly rows: readonly StepToTell[]; readonly hasMore: boolean }
}

/** Residents who have to be told that their wish was claimed, that a visit was agreed or moved, or that it was given back. */
export const StepsToTell = ({ page, list: { rows, hasMore } }: Props) => {
  const { steps } = page.text.waits
  if (!rows.length) return null
  return (
    <Panel title={`${steps.list} · ${steps.count(rows.length, hasMore)}`} id="steps-to-tell">
      <p>{steps.lead}</p>
      <ul class="work">
        {rows.map((row) => (
          <li>
            <div>
              <WishOfResident page={page} row={row}>
                <span>{steps.kind[row.kind]}</span>
              </WishOfResident>
            </div>
            <LinkButton kind="second" href={`/wishes/${row.code}/tell`}>
              {steps.call}
            </LinkButton>
            <ToldForm page={page} row={row} kind="quiet" />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Names the step it is about, so that an outdated form does not hide a later one. */
const ToldForm = ({ page, row, kind }: { page: Page; row: StepToTell; kind: 'primary' | 'quiet' }) => (
  <form method="post" action={`/wishes/${row.code}/told`}>
    <Hidden name="seq" value={row.seq} />
    <Button kind={kind}>{page.text.waits.steps.button}</Button>
  </form>
)

type OneProps = {
  readonly page: Page
  readonly row: StepToTell
  readonly resident: Resident
  readonly zone: string
  readonly visitor: { readonly name: string; readonly unit: string | null }
  readonly watermark: string
}

/** One call: whom to call, the sentence to read out, and a button to record that it was said. */
export const StepPage = ({ page, row, resident, zone, visitor, watermark }: OneProps) => {
  const { text } = page
  const { steps, tell } = text.waits
  const title = titleOf(row, text)
  return (
    <div class="narrow">
      <h1>{steps.kind[row.kind]}</h1>
      <p class="lead">
        <a href={`/wishes/${row.code}`}>{text.card.code(row.code)}</a>
      </p>
      <Panel title={tell.thing} id="call">
        <Watermark text={watermark} />
        <Facts rows={[{ term: text.card.public, value: title }, ...callRows(resident, text)]} />
      </Panel>
      <blockquote class="panel blue">
        <p class="say">{sentenceOf(page, row, title, zone, visitor)}</p>
        <footer class="hint">{text.moves.call.scriptHint}</footer>
      </blockquote>
      <ToldForm page={page} row={row} kind="primary" />
    </div>
  )
}

function sentenceOf({ text, now }: Page, row: StepToTell, title: string, zone: string, visitor: OneProps['visitor']) {
  const { steps, tell } = text.waits
  const { kind, dueAt, visitAt } = row
  if (kind === 'given-back') return tell.scriptBack(title)
  if (kind === 'claimed' || !visitAt) return steps.claimed(title, dueAt ? text.time.deadline(dueAt, zone) : '')
  const who = visitor.unit ? steps.of(visitor.unit, visitor.name) : visitor.name
  return steps[kind](title, saidWords(visitAt, now, text, zone), who)
}
