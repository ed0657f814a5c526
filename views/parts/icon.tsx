import type { ItemIcon } from '#domain/catalogue/catalogue.ts'
import { marks } from '#views/parts/icons/mark-icons.ts'
import { tasks } from '#views/parts/icons/task-icons.ts'
import { things } from '#views/parts/icons/thing-icons.ts'

// The annotation is the check: an item whose icon nobody has drawn does not compile.
const paths: Readonly<Record<ItemIcon | keyof typeof things | keyof typeof tasks | keyof typeof marks, string>> = {
  ...things,
  ...tasks,
  ...marks,
}

export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as readonly IconName[]

/** A line drawing in the colour of the text. It says nothing to a screen reader: words stand beside it, always. */
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
