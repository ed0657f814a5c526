import type { Child } from 'hono/jsx'
import type { Community } from '#db/areas.ts'
import { type Actor, holds } from '#domain/actor.ts'
import { htmlLang, type Lang, type Text } from '#text/text.ts'
import { Icon } from './parts/icons.tsx'

/** What every view is given. Views await nothing and ask nobody. */
export type Page = {
  readonly text: Text
  readonly lang: Lang
  readonly actor: Actor
  readonly unread: number
  readonly now: Date
  readonly community: Community | null
  readonly path: string
  /** Path and query: where the language switch returns to. */
  readonly address: string
  readonly isDemo: boolean
  readonly publicUrl: string
}

export const Layout = ({ page, title, children }: { page: Page; title: string; children?: Child }) => {
  const { text, community } = page
  const name = community ? `${text.site.name} · ${community.name}` : text.site.name
  return (
    <html lang={htmlLang[page.lang]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{`${title} · ${name}`}</title>
        <meta name="theme-color" content="#b5321e" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="htmx-config" content={htmxConfig} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/app.css" />
        <script src="/htmx.min.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">
          {text.site.skip}
        </a>
        <Header page={page} />
        <main id="main" tabindex={-1}>
          {page.isDemo && <p class="demo">{text.site.demo}</p>}
          {children}
        </main>
        <Footer page={page} />
        <Tabs page={page} />
      </body>
    </html>
  )
}

// No injected styles (strict CSP), and no page copies in the browser's storage.
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: 'reload' })

const Header = ({ page }: { page: Page }) => {
  const { text, community, actor } = page
  return (
    <header class="bar">
      <div>
        <a class="brand" href={homeOf(page)}>
          <img class="mark" src="/icon.svg" alt="" width="30" height="30" />
          <b>
            {text.site.name}
            <small>{community?.name ?? text.site.tagline}</small>
          </b>
        </a>
        <Nav page={page} />
        <div class="end">
          <LanguageSwitch page={page} />
          {community?.phone && (
            <a class="plain" href={`tel:${community.phone}`} aria-label={text.site.callCommunity(community.phone)}>
              <Icon name="phone-call" />
              <span>{text.site.call}</span>
            </a>
          )}
          {actor.kind === 'person' ? (
            <form method="post" action="/logout">
              <button class="plain" type="submit">
                {text.site.signOut}
              </button>
            </form>
          ) : (
            <a class="plain" href={`/login?to=${encodeURIComponent(page.path === '/login' ? '/' : page.address)}`}>
              {text.site.signIn}
            </a>
          )}
        </div>
      </div>
    </header>
  )
}

const LanguageSwitch = ({ page }: { page: Page }) => (
  <form method="post" action="/language">
    <input type="hidden" name="lang" value={page.lang === 'zh' ? 'en' : 'zh'} />
    <input type="hidden" name="to" value={page.address} />
    <button
      class="plain"
      type="submit"
      lang={page.lang === 'zh' ? 'en' : 'zh-CN'}
      aria-label={page.text.site.languageLabel}
    >
      {page.text.site.language}
    </button>
  </form>
)

type Tab = {
  readonly href: string
  readonly label: string
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly count?: number
}

const homeOf = ({ community }: Page) => (community ? `/c/${community.slug}` : '/')

/** The four places of the bottom bar; the same links stand in the header on a desktop. */
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

const Links = ({ page }: { page: Page }) => (
  <ul>
    {tabsOf(page).map(({ href, label, icon, count }) => (
      <li>
        <a href={href} aria-current={isHere(page.path, href) ? 'page' : undefined}>
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
)

const isHere = (path: string, href: string) =>
  path === href || (href.endsWith('/ledger') && path.startsWith(`${href}/`))

const Nav = ({ page }: { page: Page }) => (
  <nav class="nav" aria-label={page.text.site.nav.label}>
    <Links page={page} />
  </nav>
)

const Tabs = ({ page }: { page: Page }) => (
  <nav class="tabs" aria-label={page.text.site.nav.label}>
    <Links page={page} />
  </nav>
)

const Footer = ({ page }: { page: Page }) => {
  const { text, community } = page
  return (
    <footer class="foot">
      <p>{text.site.footPromise}</p>
      {community && (
        <p>
          {community.phone && <a href={`tel:${community.phone}`}>{text.site.callCommunity(community.phone)}</a>}{' '}
          {text.site.footHours(community.opens, community.closes)}{' '}
          <a href={`/c/${community.slug}/rules`}>{text.site.nav.rules}</a>
        </p>
      )}
    </footer>
  )
}
