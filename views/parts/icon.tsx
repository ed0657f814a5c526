import type { ItemIcon } from '#domain/catalogue/catalogue.ts'
import { marks } from '#views/parts/icons/mark-icons.ts'
import { tasks } from '#views/parts/icons/task-icons.ts'
import { things } from '#views/parts/icons/thing-icons.ts'

// The type is the check: an item without a drawn icon does not compile.
const paths: Readonly<Record<ItemIcon | keyof typeof things | keyof typeof tasks | keyof typeof marks, string>> = {
  ...things,
  ...tasks,
  ...marks,
}

export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as readonly IconName[]

/** A line drawing in the colour of the text. Screen readers skip it, because there are always words as well. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
