import type { Check } from '#domain/lists/preview.ts'
import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'
import { Checkbox, Hidden } from '#views/parts/form/field.tsx'
import { candidateIs, type DiffersCheck, differenceIs, differsAsked, whoAsked } from './row-said.ts'

type Props = {
  readonly page: Page
  readonly checks: readonly Check[]
  readonly index: number
  /** The address of the row. */
  readonly here: string
  readonly query: string
}

/** The questions about a row's person, with their buttons. */
export const RowAsked = ({ checks, ...props }: Props) => {
  const who = checks.find((check) => check.code === 'who')
  const differs = checks.find((check) => check.code === 'differs')
  return (
    <>
      {who && <Who {...props} check={who} />}
      {differs && <Differs {...props} check={differs} />}
    </>
  )
}

type Asked<C> = Omit<Props, 'checks'> & { readonly check: C }

const swap = { 'hx-target': '#import', 'hx-swap': 'outerMorph' }

const Who = ({ page, check, here, query }: Asked<Extract<Check, { code: 'who' }>>) => {
  const { text } = page
  const { who } = text.imports
  const { candidates, answer } = check
  const isOne = candidates.length === 1
  const options = [
    ...candidates.map(({ key, line, grid }) => ({ is: key, label: isOne ? who.same : who.isThis(line, grid) })),
    { is: 'new', label: isOne ? who.other : who.none },
  ]
  const shown = answer === null ? options : [{ is: '', label: who.again }]
  return (
    <>
      <p>
        <strong>{whoAsked(check, text)}</strong>
      </p>
      <ul>
        {candidates.map((one) => (
          <li>{candidateIs(one, text)}</li>
        ))}
      </ul>
      <div class="actions">
        {shown.map(({ is, label }) => (
          <form method="post" action={`${here}/who${query}`} hx-post={`${here}/who${query}`} {...swap}>
            <Hidden name="of" value={candidates.map(({ key }) => key).join(' ')} />
            <Hidden name="is" value={is} />
            <Button kind={is === '' ? 'quiet' : 'second'}>{label}</Button>
          </form>
        ))}
      </div>
    </>
  )
}

const Differs = ({ page, check, index, here, query }: Asked<DiffersCheck>) => {
  const { text } = page
  const { differs } = text.imports
  const { differences, of, take, isOptional } = check
  return (
    <form method="post" action={`${here}/changes${query}`} hx-post={`${here}/changes${query}`} {...swap}>
      <Hidden name="of" value={of} />
      <p>
        <strong>{differsAsked(check, text)}</strong>
      </p>
      {take === null ? (
        differences.map((one) => (
          <Checkbox
            name="take"
            prefix={`row-${index}-${one.kind}`}
            value={one.kind}
            checked={one.adds}
            label={differenceIs(one, text).join(' ')}
          />
        ))
      ) : (
        <>
          <Hidden name="again" value="yes" />
          <ul>{differences.flatMap((one) => differenceIs(one, text).map((sentence) => <li>{sentence}</li>))}</ul>
        </>
      )}
      <div class="actions">
        <Button kind={take === null && !isOptional ? 'second' : 'quiet'}>
          {take === null ? differs.decide : text.imports.who.again}
        </Button>
      </div>
    </form>
  )
}
