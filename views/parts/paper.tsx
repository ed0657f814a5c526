import type { Child } from 'hono/jsx'
import type { Text } from '#text/text.ts'
import { LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'

export type Basis = {
  readonly month: string
  readonly lastEvent: number
  readonly madeAt: string
  /** Beside the figures of a signed month: up to which event what the signature does not hold, things and people, is told. */
  readonly restUpTo?: number | null
  /** That the figures may still change. */
  readonly stand?: string | null
  /** By which rules the month is reckoned, in a sentence. */
  readonly rules?: string
}

type Props = {
  readonly text: Text
  /** In red at the head, as offices have it. */
  readonly head: Child
  readonly title: Child
  /** What every sheet of a month says of itself; of what has no month the whole sentence. */
  readonly basis: Basis | string
  /** Null beneath another sheet of the same page. */
  readonly back: { readonly href: string; readonly label: string } | null
  readonly children?: Child
}

/** A sheet for the file or the notice board. Only what stands on it is printed: no navigation, no site around it. */
export const Paper = ({ text, head, title, basis, back, children }: Props) => (
  <>
    {back && (
      <p class="actions">
        <LinkButton kind="quiet" href={back.href}>
          <Icon name="arrow-left" />
          {back.label}
        </LinkButton>
        <span class="hint">{text.sheets.print}</span>
      </p>
    )}
    <article class="paper">
      <header>
        <p>{head}</p>
        {back ? <h1>{title}</h1> : <h2>{title}</h2>}
      </header>
      {typeof basis !== 'string' && basis.stand && <p class="hint">{basis.stand}</p>}
      {children}
      <footer>{typeof basis === 'string' ? basis : `${basisWords(basis, text)} ${basis.rules ?? ''}`.trim()}</footer>
    </article>
  </>
)

function basisWords({ month, lastEvent, madeAt, restUpTo }: Basis, { sheets }: Text): string {
  if (restUpTo === undefined || restUpTo === null) return sheets.basis(month, lastEvent, madeAt)
  return sheets.basisOfTwo(month, lastEvent, restUpTo, madeAt)
}

/** Where people sign and the stamp goes. */
export const Stamps = ({ places, stamp }: { readonly places: readonly Child[]; readonly stamp: Child }) => (
  <div class="stamps">
    {places.map((place) => (
      <p>{place}</p>
    ))}
    <p>{stamp}</p>
  </div>
)
