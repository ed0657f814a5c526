import type { Community } from '#db/community/area-rows.ts'
import type { Knowledge } from '#db/wishes/knowledge-rows.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { PrintButton } from '#views/parts/paper/print-button.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Answer } from './answer-panel.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly entry: Knowledge
  readonly today: string
  readonly isStaff: boolean
}

/** One answer as a sheet to hand to a resident. */
export const KnowledgeEntryPage = ({ page, community, entry, today, isStaff }: Props) => {
  const { knowledge: words } = page.text
  return (
    <div class="narrow">
      <p>
        <Tag>{words.subject[entry.subject]}</Tag> {entry.retired && <Tag>{words.retiredTag}</Tag>}
      </p>
      <h1>{entry.title}</h1>
      <Panel title={community.name}>
        <Answer page={page} entry={entry} today={today} />
      </Panel>
      <p class="hint">{words.disclaimer}</p>
      <p class="go">
        <a href={`/c/${community.slug}/knowledge`}>{words.backToAll}</a>
        {isStaff && !entry.retired && (
          <LinkButton kind="second" href={`/answers/new?from=${entry.id}&c=${community.slug}`}>
            <Icon name="check" />
            {page.text.intake.answer.fromKnowledge}
          </LinkButton>
        )}
        {isStaff && (
          <LinkButton kind="quiet" href={`/knowledge/${entry.id}/edit`}>
            <Icon name="pencil" />
            {words.edit}
          </LinkButton>
        )}
      </p>
      <p>
        <PrintButton text={page.text} how={words.print} />
      </p>
    </div>
  )
}
