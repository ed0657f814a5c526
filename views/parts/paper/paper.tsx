import type { Child } from 'hono/jsx'
import type { CheckWords } from '#domain/log/check-words-shown.ts'
import type { Text } from '#text/text.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { CheckWordsLine } from './check-words.tsx'
import { PrintButton } from './print-button.tsx'

export type Basis = {
  readonly month: string
  readonly lastEvent: number
  readonly madeAt: string
  /** The last event included in items and people, which are not part of a signed month's figures. */
  readonly restUpTo?: number | null
  /** Says that the figures may still change. */
  readonly stand?: string | null
  /** The rules by which the month is computed, in a sentence. */
  readonly rules?: string
  readonly check: CheckWords | null
}

type Props = {
  readonly text: Text
  /** In red at the top, as usual for official papers. */
  readonly head: Child
  readonly title: Child
  /** What every sheet of a month says about its data; for other sheets the whole sentence. */
  readonly basis: Basis | string
  /** Shown next to a basis that is a whole sentence. */
  readonly check?: CheckWords | null
  /** Null if this is not the first sheet of the page. */
  readonly back: { readonly href: string; readonly label: string } | null
  /** To be read from two metres away, as on a notice board. */
  readonly isPoster?: boolean
  readonly children?: Child
}

/** A sheet for the file or the notice board. Only the sheet itself is printed, without navigation and frame. */
export const Paper = ({ text, head, title, basis, check, back, isPoster, children }: Props) => (
  <>
    {back && (
      <p class="actions">
        <LinkButton kind="quiet" href={back.href}>
          <Icon name="arrow-left" />
          {back.label}
        </LinkButton>
        <PrintButton text={text} how={text.sheets.print} />
      </p>
    )}
    <article class={isPoster ? 'paper poster' : 'paper'}>
      <header>
        <p>{head}</p>
        {back ? <h1>{title}</h1> : <h2>{title}</h2>}
      </header>
      {typeof basis !== 'string' && basis.stand && <p class="hint">{basis.stand}</p>}
      {children}
      <footer>
        {typeof basis === 'string' ? basis : `${basisWords(basis, text)} ${basis.rules ?? ''}`.trim()}
        <CheckWordsLine text={text} words={typeof basis === 'string' ? check : basis.check} />
      </footer>
    </article>
  </>
)

function basisWords({ month, lastEvent, madeAt, restUpTo }: Basis, { sheets }: Text): string {
  if (restUpTo === undefined || restUpTo === null) return sheets.basis(month, lastEvent, madeAt)
  return sheets.basisOfTwo(month, lastEvent, restUpTo, madeAt)
}

/** Places for signatures and the stamp. */
export const Stamps = ({ places, stamp }: { readonly places: readonly Child[]; readonly stamp: Child }) => (
  <div class="stamps">
    {places.map((place) => (
      <p>{place}</p>
    ))}
    <p>{stamp}</p>
  </div>
)
