import { holds } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { Icon } from '#views/parts/icon.tsx'

type Tab = {
  readonly href: string
  readonly label: string
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly count?: number
}

export const homeOf = ({ community }: Page) => (community ? `/c/${community.slug}` : '/')

/** The four main pages. */
function tabsOf(page: Page): readonly Tab[] {
  const { nav } = page.text.site
  const { actor, community } = page
  const isStaff = holds(actor, 'gridWorker') || holds(actor, 'secretary')
  const last: Tab =
    isStaff || holds(actor, 'supervisor') || holds(actor, 'administrator')
      ? { href: '/desk', label: nav.desk, icon: 'desk', ...(isStaff ? { count: page.unread } : {}) }
      : { href: community ? `/c/${community.slug}/rules` : '/rules', label: nav.rules, icon: 'list' }
  return [
    { href: homeOf(page), label: nav.board, icon: 'heart' },
    { href: '/mine', label: nav.mine, icon: 'user', ...(isStaff ? {} : { count: page.unread }) },
    { href: community ? `/c/${community.slug}/ledger` : '/ledger', label: nav.ledger, icon: 'ledger' },
    last,
  ]
}

/** At the bottom on a phone, in the header on a desktop: one list that the style sheet moves. */
export const Nav = ({ page }: { page: Page }) => (
  <nav class="nav" aria-label={page.text.site.nav.label}>
    <ul>
      {tabsOf(page).map(({ href, label, icon, count }) => (
        <li>
          <a href={href} aria-current={isHere(page, href) ? 'page' : undefined}>
            <Icon name={icon} />
            <span>{label}</span>
            {count ? (
              <span class="count">
                {count}
                <span class="hide"> {page.text.site.unread(count)}</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** With a single community, the home page is the board. Every month of the ledger counts as the ledger. */
const isHere = ({ path, community }: Page, href: string) =>
  path === href ||
  (path === '/' && community !== null && href.endsWith(`/c/${community.slug}`)) ||
  (href.endsWith('/ledger') && path.startsWith(`${href}/`))
