import { freeCells, freeDays, freeParts } from '#domain/people/free-times.ts'
import type { Text } from '#text/text.ts'
import { Label } from '#views/parts/form/field.tsx'

type Props = {
  readonly text: Text
  readonly label: string
  readonly hint?: string
  readonly values: readonly string[]
}

/** Working days, Saturday and Sunday by morning, afternoon and evening; and public holidays. No two boxes overlap. */
export const FreeTimesField = ({ text, label, hint, values }: Props) => {
  const { freeTimes, freeParts: words } = text.people
  const ticked: readonly string[] = freeCells(values)
  return (
    <fieldset class="field free-times">
      <legend>
        <Label label={label} isOptional />
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {freeDays.map((day) => (
        <div>
          <span aria-hidden="true">{freeTimes[day]}</span>
          <div class="choices">
            {freeParts.map((part) => {
              const code = `${day}-${part}` as const
              return (
                <Box
                  id={code === 'weekday-morning' ? 'freeTimes' : `freeTimes-${code}`}
                  value={code}
                  name={freeTimes[code]}
                  checked={ticked.includes(code)}
                >
                  {words[part]}
                </Box>
              )
            })}
          </div>
        </div>
      ))}
      <div>
        <span aria-hidden="true">{freeTimes.holiday}</span>
        <div class="choices">
          <Box
            id="freeTimes-holiday"
            value="holiday"
            name={freeTimes.holiday}
            checked={values.includes('holiday') || values.includes('anytime')}
          >
            {words.all}
          </Box>
        </div>
      </div>
    </fieldset>
  )
}

type BoxProps = {
  readonly id: string
  readonly value: string
  /** Spoken instead of the short label, which only makes sense in its row. */
  readonly name: string
  readonly checked: boolean
  readonly children: string
}

const Box = ({ id, value, name, checked, children }: BoxProps) => (
  <label>
    <input type="checkbox" id={id} name="freeTimes" value={value} aria-label={name} checked={checked} />
    <span>{children}</span>
  </label>
)
