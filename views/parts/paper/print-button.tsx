import type { Text } from '#text/text.ts'
import { Button } from '#views/parts/form/button.tsx'

type Props = {
  readonly text: Text
  readonly how: string
  /** The sentence says more than how to print, such as the paper to choose, and stays next to the button. */
  readonly isAlways?: boolean
}

/** Prints the page; without scripts it says how instead. */
export const PrintButton = ({ text, how, isAlways = false }: Props) => (
  <span class="print-this">
    <Button type="button" kind="second" hidden data-print>
      {text.site.print}
    </Button>{' '}
    <span class="hint" data-print-how={isAlways ? 'always' : 'once'}>
      {how}
    </span>
    <script src="/print.js" type="module"></script>
  </span>
)
