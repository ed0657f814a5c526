import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly id: string
  readonly fileName: string
  readonly written: number
  readonly total: number
  readonly back: string
}

/**
 * The progress of a long list. Each part requests the next one automatically; without scripts, or after an
 * interruption, the button does.
 */
export const Progress = ({ page, id, fileName, written, total, back }: Props) => {
  const { progress } = page.text.imports
  const next = `/import/${id}/next`
  return (
    <div id="import" class="narrow">
      <h1>{progress.title}</h1>
      <p class="lead">{fileName}</p>
      <Panel title={progress.count(written, total)} id="progress">
        <progress max={total} value={written} aria-labelledby="progress-title"></progress>
        <p>{progress.leave}</p>
        <form method="post" action={next}>
          <Button>{written === 0 ? progress.begin : progress.goOn}</Button>
        </form>
        <div hx-post={next} hx-trigger="load" hx-target="#import" hx-swap="outerHTML"></div>
      </Panel>
      <p>
        <LinkButton kind="quiet" href={back}>
          {progress.later}
        </LinkButton>
      </p>
    </div>
  )
}
