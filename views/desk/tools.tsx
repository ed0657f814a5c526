import { holds } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { Icon, type IconName } from '#views/parts/icon.tsx'
import { LinkButton } from '../parts/button.tsx'

type Props = {
  readonly page: Page
  /** Deliveries that nobody has called back about. */
  readonly toCall: number
  /** Answers of the knowledge base that nobody has looked over for a year. */
  readonly toReview: number
  /** Requests that an office has not answered yet. */
  readonly referred: number
}

/** Where the work is done: posting first, the other places as tiles a thumb can hit. */
export const Tools = ({ page, toCall, toReview, referred }: Props) => {
  const { text, actor } = page
  const { nav } = text.site
  const isStaff = holds(actor, 'gridWorker') || holds(actor, 'secretary')
  const tools: readonly (readonly [string, string, IconName])[] = [
    ...(isStaff
      ? ([
          ['/callbacks', text.callbacks.onDesk(toCall), 'phone-call'],
          ['/doors', text.doors.title, 'print'],
          ['/referrals', text.referrals.onDesk(referred), 'arrow-right'],
          [knowledgeOf(page), text.knowledge.onDesk(toReview), 'book'],
          ['/residents', nav.residents, 'house'],
          ['/slips', text.receipts.slips.onDesk, 'print'],
          ['/volunteers', nav.volunteers, 'users'],
          ['/import', nav.imports, 'upload'],
          ['/residents/consents', text.desk.askConsent, 'check'],
        ] as const)
      : []),
    ...(isStaff || holds(actor, 'supervisor') ? ([['/reports', text.desk.report, 'ledger']] as const) : []),
    ...(holds(actor, 'secretary') || holds(actor, 'administrator')
      ? ([['/calendar/edit', text.calendarEdit.open, 'calendar']] as const)
      : []),
  ]
  return (
    <nav class="stack" aria-label={text.desk.tools}>
      {isStaff && (
        <p class="actions">
          <LinkButton href="/wishes/new">
            <Icon name="plus" />
            {text.desk.post}
          </LinkButton>
        </p>
      )}
      <ul class="picker">
        {tools.map(([href, label, icon]) => (
          <li>
            <a href={href}>
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const knowledgeOf = ({ community }: Page) => (community ? `/c/${community.slug}/knowledge` : '/knowledge')
