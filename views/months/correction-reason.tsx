import { correctionReasons } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { RadioGroup, TextArea } from '#views/parts/form/field.tsx'
import { NeededTick } from '#views/parts/form/needed-tick.tsx'

type Props = {
  readonly page: Page
  readonly typed: Readonly<Record<'why' | 'reason' | 'needed', string>>
  readonly errors: Readonly<Record<string, string>>
  readonly needed?: readonly string[] | undefined
}

/** Why a signed month is corrected: the reason that everyone reads, and what staff add to it. */
export const CorrectionReason = ({ page, typed, errors, needed }: Props) => {
  const { correct } = page.text.months
  return (
    <>
      <RadioGroup
        label={correct.why}
        hint={correct.whyHint}
        name="why"
        value={typed.why}
        error={errors.why}
        required
        options={correctionReasons.map((value) => ({ value, label: page.text.words.correctionReason[value] }))}
      />
      <TextArea
        label={correct.reason}
        name="reason"
        hint={correct.reasonHint}
        value={typed.reason}
        error={errors.reason}
        required
      />
      <NeededTick page={page} words={needed} typed={typed.needed} isGeneral />
    </>
  )
}
