import { holds } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon, type IconName } from '#views/parts/icon.tsx'

type Props = {
  readonly page: Page
  /** Deliveries without a call-back so far. */
  readonly toCall: number
  /** Answers of the knowledge base that were not reviewed for a year. */
  readonly toReview: number
  /** Requests that an office has not answered yet. */
  readonly referred: number
}

type Tool = readonly [href: string, label: string, icon: IconName]

/** Links to the tools: posting first, the others as tiles large enough for a thumb. */
export const Tools = ({ page, toCall, toReview, referred }: Props) => {
  const { text, actor } = page
  const { nav } = text.site
  const isStaff = holds(actor, 'gridWorker') || holds(actor, 'secretary')
  const tools: readonly Tool[] = [
    ...(isStaff
      ? ([
          ['/callbacks', text.callbacks.onDesk(toCall), 'phone-call'],
          ['/wishes', text.table.onDesk, 'list'],
          ['/visits', text.table.visits.onDesk, 'calendar'],
          ['/doors', text.doors.title, 'print'],
          ['/referrals', text.referrals.onDesk(referred), 'arrow-right'],
          [knowledgeOf(page), text.knowledge.onDesk(toReview), 'book'],
          ['/residents', nav.residents, 'house'],
          ['/slips', text.receipts.slips.onDesk, 'print'],
          ['/people', nav.volunteers, 'users'],
          ['/units', text.units.onDesk, 'users'],
          ['/import', nav.imports, 'upload'],
          ['/residents/consents', text.desk.askConsent, 'check'],
          ['/counter', text.counter.desk.title, 'calendar'],
        ] as const)
      : []),
    ...(holds(actor, 'secretary')
      ? ([
          ['/invitations', text.invitations.staff.open, 'heart'],
          ['/inquiries', text.supervision.inquiry.list, 'warning'],
        ] as const)
      : []),
    ...(isStaff || holds(actor, 'supervisor')
      ? ([
          ['/reports', text.desk.report, 'ledger'],
          ['/letters', text.letters.desk.open, 'book'],
        ] as const)
      : []),
    ...(holds(actor, 'supervisor') ? ([['/supervision', text.supervision.title, 'warning']] as const) : []),
    ...(holds(actor, 'secretary') || holds(actor, 'administrator')
      ? ([['/places', text.places.title, 'house']] as const)
      : []),
    ...(holds(actor, 'administrator') ? ([['/status', text.status.onDesk, 'warning']] as const) : []),
    ...(!isStaff && holds(actor, 'administrator') ? ([['/people', nav.volunteers, 'users']] as const) : []),
    ...(holds(actor, 'secretary') || holds(actor, 'administrator')
      ? ([['/calendar/edit', text.calendarEdit.open, 'calendar']] as const)
      : []),
  ]
  const isFolded = tools.length > 2 * unfolded
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
      <Tiles tools={tools.slice(0, isFolded ? unfolded : undefined)} />
      {isFolded && (
        <Fold summary={text.desk.moreTools(tools.length - unfolded)}>
          <Tiles tools={tools.slice(unfolded)} />
        </Fold>
      )}
    </nav>
  )
}

/** One row of tiles on a phone; what waits comes before the tools that are used now and then. */
const unfolded = 3

const Tiles = ({ tools }: { readonly tools: readonly Tool[] }) => (
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
)

const knowledgeOf = ({ community }: Page) => (community ? `/c/${community.slug}/knowledge` : '/knowledge')
