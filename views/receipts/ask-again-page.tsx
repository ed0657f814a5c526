import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly base: string
  readonly typed: Readonly<Record<string, string>>
  readonly sentence: string
  /** What they wrote, or what it will lead to. */
  readonly more: string
}

/** Repeats in a sentence what was said, and asks for a second press before it counts. */
export const AskAgainPage = ({ page, base, typed, sentence, more }: Props) => {
  const { ask } = page.text.receipts
  return (
    <div class="narrow">
      <h1>{ask.title}</h1>
      <Panel title={ask.says} id="says" tone="blue">
        <p class="say">{sentence}</p>
        {more && <p>{more}</p>}
      </Panel>
      <form method="post" action={base}>
        {Object.entries(typed).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <Hidden name="sure" value="yes" />
        <Button wide>{ask.sure}</Button>
      </form>
      <p class="actions">
        <LinkButton kind="second" wide href={base}>
          {ask.back}
        </LinkButton>
      </p>
    </div>
  )
}
