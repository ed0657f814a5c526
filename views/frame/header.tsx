import type { Page } from '../layout.tsx'
import { homeOf, Nav } from './navigation.tsx'
import { SignOut } from './sign-out.tsx'
import { Brief, LanguageSwitch, ViewSwitch } from './switches.tsx'

export const Header = ({ page }: { page: Page }) => {
  const { text, community, actor } = page
  return (
    <header class="bar">
      <div>
        <a class="brand" href={homeOf(page)} aria-label={community ? `${text.site.name} ${community.name}` : undefined}>
          <img src="/icon.svg" alt="" width="38" height="38" />
          <b>
            {text.site.name}
            <small>{community?.name ?? text.site.tagline}</small>
          </b>
        </a>
        <Nav page={page} />
        <div class="end">
          <ViewSwitch page={page} />
          <LanguageSwitch page={page} />
          {community?.phone && (
            <a class="plain" href={`tel:${community.phone}`} aria-label={text.site.callCommunity(community.phone)}>
              <Brief icon="phone-call">{text.site.call}</Brief>
            </a>
          )}
          {actor.kind === 'person' ? (
            <SignOut page={page} />
          ) : (
            <a
              class="plain"
              href={`/login?to=${encodeURIComponent(page.path === '/login' ? '/' : page.address)}`}
              aria-label={text.site.signIn}
            >
              <Brief icon="user">{text.site.signIn}</Brief>
            </a>
          )}
        </div>
      </div>
    </header>
  )
}
