import { holds } from '#domain/actor.ts'
import { exact } from '#text/days.ts'
import type { Page } from '../layout.tsx'

/** That nothing here is real, what time it is where the clock was moved, and where to move it. */
export const DemoBar = ({ page: { text, rehearsal, actor, now, community } }: { readonly page: Page }) => {
  const staff = (['gridWorker', 'secretary', 'supervisor', 'administrator'] as const).some((role) => holds(actor, role))
  return (
    <p class="demo tag yellow">
      {text.site.demo} {rehearsal?.isSimulated && <strong>{text.rehearsal.shows(exact(now, community?.zone))}</strong>}{' '}
      {rehearsal && (staff || actor.kind === 'anyone') && <a href="/rehearsal">{text.rehearsal.link}</a>}
    </p>
  )
}
