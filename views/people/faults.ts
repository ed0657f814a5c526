import type { Faults } from '#domain/reading/checked.ts'
import type { Text } from '#text/text.ts'

/** The sentence at a field; undefined if the field is right. */
export const faultAt = (text: Text, faults: Faults, name: string): string | undefined => {
  const code = faults[name]
  return code === undefined ? undefined : (text.people.faults[code] ?? text.faults[code] ?? text.faults.required)
}

/** All of them in the order of the form, for the summary above it; each after the label of its field if it has one. */
export const errorList = (
  text: Text,
  faults: Faults,
  order: readonly string[],
  labels: { readonly [name: string]: unknown } = {},
) =>
  order
    .filter((name) => name in faults)
    .map((name) => {
      const [label, sentence] = [labels[name], faultAt(text, faults, name) ?? '']
      return { name, message: typeof label === 'string' ? `${label} · ${sentence}` : sentence }
    })
