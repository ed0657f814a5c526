import type { Grid } from '#db/community/area-rows.ts'
import { itemById } from '#domain/catalogue/catalogue.ts'
import type { Check, Choice, RowState, RowStatus, StoredRow } from '#domain/lists/preview.ts'
import type { Doubt } from '#domain/lists/problems.ts'
import type { NeedRow, RollRow } from '#domain/lists/rows.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import type { Tone } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { RowAsked } from './row-asked.tsx'
import { saidOf, volunteerIs, whoIs, wishOf } from './row-said.ts'

type Row<R> = StoredRow<R> & RowStatus & { readonly index: number; readonly checks: readonly Check[] }
/** The part of a checked row that a page shows. */
export type ShownRow =
  | (Row<NeedRow> & { readonly kind: 'needs'; readonly grid: Grid | null })
  | (Row<RollRow> & { readonly kind: 'roll' })

/** Colour and sign show what needs care; the word names the state, of which there are six. */
const tones = {
  error: 'red',
  undecided: 'red',
  doubt: 'yellow',
  ok: 'green',
  skipped: 'plain',
  already: 'plain',
} as const satisfies Record<RowState, Tone | 'plain'>

type Props = {
  readonly page: Page
  readonly shown: ShownRow
  readonly base: string
  readonly query: string
  /** Doubts shown above the rows for all of them. */
  readonly saidOfAll: readonly Doubt[]
}

/** A line of the list: what was understood, everything doubtful about it, and what can be done. */
export const Row = ({ page, shown, base, query, saidOfAll }: Props) => {
  const { text } = page
  const { preview } = text.imports
  const { row, state, index, reason } = shown
  const here = `${base}/rows/${index}`
  const asked = shown.checks.filter(({ code }) => code === 'who' || code === 'differs')
  const said = saidOf({ row, checks: shown.checks.filter((check) => !asked.includes(check)) }, text, saidOfAll)
  return (
    <li class="panel" id={`row-${index}`}>
      <p class="tags">
        <Tag tone={tones[state]}>{preview.state[state]}</Tag>
        <Tag>
          {preview.line(row.line)}
          {shown.kind === 'needs' && shown.row.part > 0 && ` · ${preview.part(shown.row.part + 1)}`}
        </Tag>
      </p>
      {shown.kind === 'needs' ? (
        <Need row={shown.row} grid={shown.grid} page={page} />
      ) : (
        <>
          <h2>{row.name || '—'}</h2>
          <p class="hint">{volunteerIs(shown.row, text).join(' · ')}</p>
        </>
      )}
      {said.length > 0 && (
        <ul>
          {said.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {state !== 'skipped' && <RowAsked page={page} index={index} here={here} query={query} checks={asked} />}
      {reason && <p class="hint">{preview.reason(reason)}</p>}
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
      <p class="hint">{[...rest, ...whoIs(row, grid?.name ?? null, text)].join(' · ')}</p>
      {extra.length > 0 && <p class="hint">{extra.join(' · ')}</p>}
    </>
  )
}

/** Only choices that change something: a row with an error can only be skipped. */
function choicesOf({ state, canTake, choice }: ShownRow): readonly Choice[] {
  if (state === 'skipped') return ['auto']
  if (state === 'undecided' && canTake) return ['take', 'skip']
  return choice === 'skip' ? [] : ['skip']
}
