import type { Page } from '#views/page.ts'
import { Button } from '#views/parts/form/button.tsx'

type Props = { readonly page: Page; readonly text: string; readonly button: string }

/** Text for use elsewhere: with scripts a button copies it, without them it can be selected. */
export const Copyable = ({ page, text, button }: Props) => (
  <div class="go" data-copyable>
    <code data-copy-text>{text}</code>
    <Button type="button" kind="second" hidden data-copy={page.text.mine.copied}>
      {button}
    </Button>
    <script src="/copy-text.js" type="module"></script>
  </div>
)
