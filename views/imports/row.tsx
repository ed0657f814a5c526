import type { Grid } from '#db/areas.ts'
import { itemById } from '#domain/catalogue.ts'
import type { Check, Choice, Kept, RowState, Standing } from '#domain/import/preview.ts'
import type { NeedRow, RollRow } from '#domain/import/rows.ts'
import type { Page } from '../layout.tsx'
import { Button, LinkButton } from '../parts/button.tsx'
import { Hidden } from '../parts/field.tsx'
import { Icon } from '../parts/icons.tsx'
import { saidOf, volunteerIs, whoIs, wishOf } from './said.ts'

type Told<R> = Kept<R> & Standing & { readonly index: number; readonly checks: readonly Check[] }
/** A judged row, as far as a page shows it. */
export type ShownRow =
  | (Told<NeedRow> & { readonly kind: 'needs'; readonly grid: Grid | null })
  | (Told<RollRow> & { readonly kind: 'roll' })

/** The CSS knows three looks; the word beside the icon says which of the six states it is. */
const looks = {
  error: ['error', 'x'],
  undecided: ['error', 'warning'],
  doubt: ['doubt', 'warning'],
  ok: ['ok', 'check'],
  skipped: ['left', 'hand-over'],
  already: ['left', 'check'],
} as const satisfies Record<RowState, readonly [string, Parameters<typeof Icon>[0]['name']]>

type Props = { readonly page: Page; readonly shown: ShownRow; readonly base: string; readonly query: string }

/** One line of the list: what was understood, everything doubtful about it, and what to do. */
export const Row = ({ page, shown, base, query }: Props) => {
  const { text } = page
  const { preview } = text.imports
  const { row, state, index, reason } = shown
  const [look, icon] = looks[state]
  const here = `${base}/rows/${index}`
  return (
    <li class={look} id={`row-${index}`}>
      <p class="word">
        <Icon name={icon} />
        {preview.state[state]}
        <small>
          {preview.line(row.line)}
          {shown.kind === 'needs' && shown.row.part > 0 && ` · ${preview.part(shown.row.part + 1)}`}
        </small>
      </p>
      {shown.kind === 'needs' ? (
        <Need row={shown.row} grid={shown.grid} page={page} />
      ) : (
        <>
          <h2>{row.name || '—'}</h2>
          <p class="said">{volunteerIs(shown.row, text).join(' · ')}</p>
        </>
      )}
      {saidOf(shown, text).map((sentence) => (
        <p class="finding">{sentence}</p>
      ))}
      {reason && <p class="said">{preview.reason(reason)}</p>}
      {state !== 'already' && (
        <div class="actions">
          <LinkButton kind={shown.canTake ? 'quiet' : 'second'} href={`${here}${query}`}>
            <Icon name="pencil" />
            {preview.mend}
          </LinkButton>
          {choicesOf(shown).map((choice) => (
            <form
              method="post"
              action={`${here}/choice${query}`}
              hx-post={`${here}/choice${query}`}
              hx-target="#import"
              hx-swap="outerMorph"
            >
              <Hidden name="choice" value={choice} />
              <Button kind={choice === 'skip' ? 'quiet' : 'second'}>{preview.choose[choice]}</Button>
            </form>
          ))}
        </div>
      )}
    </li>
  )
}

const Need = ({ row, grid, page }: { row: NeedRow; grid: Grid | null; page: Page }) => {
  const { text } = page
  const [what, ...rest] = wishOf(row, text)
  const words = row.wish.item && !itemById(row.wish.item)?.names.includes(row.wish.text) ? [row.wish.text] : []
  const extra = [...words, row.wish.remark, row.note].filter(Boolean)
  return (
    <>
      <h2>
        {row.name || '—'} · {what}
      </h2>
      <p class="said">{[...rest, ...whoIs(row, grid?.name ?? null, text)].join(' · ')}</p>
      {extra.length > 0 && <p class="said">{extra.join(' · ')}</p>}
    </>
  )
}

/** Only what changes something: an error has nothing to press but to skip it. */
function choicesOf({ state, canTake, choice }: ShownRow): readonly Choice[] {
  if (state === 'skipped') return ['auto']
  if (state === 'undecided' && canTake) return ['take', 'skip']
  return choice === 'skip' ? [] : ['skip']
}
