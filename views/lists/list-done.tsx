import type { Community } from '#db/community/area-rows.ts'
import type { Taken } from '#db/lists/list-rows.ts'
import type { Page } from '#views/page.ts'
import { Figure } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly id: string
  readonly kind: 'needs' | 'roll'
  readonly community: Community
  readonly taken: Taken
  readonly sentence?: string | undefined
}

/** The result of an import, what to do next, and which lines were left out and why. */
export const Done = ({ page, id, kind, community, taken, sentence }: Props) => {
  const { done } = page.text.imports
  const { left } = taken
  const at = `?c=${encodeURIComponent(community.slug)}`
  return (
    <div class="narrow">
      <h1>{done.title}</h1>
      {sentence && (
        <Banner tone="blue" role="status">
          <p>{sentence}</p>
        </Banner>
      )}
      <div class="figures">
        {kind === 'needs' ? (
          <>
            <Figure label={done.wishes} value={String(taken.wishCodes.length)} />
            <Figure label={done.newResidents} value={String(taken.newResidents)} />
            <Figure label={done.knownResidents} value={String(taken.knownResidents)} />
          </>
        ) : (
          <Figure label={done.volunteers} value={String(taken.personIds.length)} />
        )}
        <Figure label={done.left} value={String(left.length)} />
      </div>
      <Panel title={done.next} id="next" tone="green">
        <p>{kind === 'needs' ? done.consent : done.activate}</p>
        {kind === 'needs' ? (
          <div class="actions">
            <LinkButton href={`/residents/consents${at}`}>{done.toConsents}</LinkButton>
            <LinkButton kind="second" href={`/desk${at}`}>
              {done.toDesk}
            </LinkButton>
          </div>
        ) : (
          <>
            <form class="actions" method="post" action={`/import/${id}/codes`}>
              <Button>{done.codes}</Button>
              <LinkButton kind="second" href={`/people${at}`}>
                {done.toVolunteers}
              </LinkButton>
            </form>
            <p class="hint">{done.codesHint}</p>
          </>
        )}
      </Panel>
      {left.length > 0 && (
        <Panel title={done.leftTitle(left.length)} id="left">
          <p class="hint">{done.leftHelp}</p>
          <ul>
            {left.map(({ line, why }) => (
              <li>{done.lineWhy(line, done.why[why] ?? why)}</li>
            ))}
          </ul>
        </Panel>
      )}
      <p>
        <LinkButton kind="quiet" href={`/import${at}`}>
          <Icon name="upload" />
          {done.again}
        </LinkButton>
      </p>
    </div>
  )
}
