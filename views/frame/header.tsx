import { workedIn } from '#domain/people/actor.ts'
import type { Page } from '#views/page.ts'
import { homeOf, Nav } from './navigation.tsx'
import { SeekBox, SeekLink } from './seek.tsx'
import { SignOut } from './sign-out.tsx'
import { Brief, LanguageSwitch, ViewSwitch } from './switches.tsx'

/** The government hotline of every city, for pages about no community, or one without a number. */
export const hotline = '12345'

export const Header = ({ page }: { page: Page }) => {
  const { text, community, actor } = page
  const isBare = page.isKept || page.isSecret
  // The working table has a box of its own.
  const hasSeek =
    !isBare && actor.kind === 'person' && workedIn(actor).length > 0 && !/^\/wishes(\/search)?$/.test(page.path)
  const phone = community?.phone || hotline
  return (
    <header class="bar">
      <div>
        <a class="brand" href={homeOf(page)} aria-label={`${text.site.name} ${community?.name ?? text.site.tagline}`}>
          <img src="/icon.svg" alt="" width="38" height="38" />
          <b>
            {text.site.name} <small>{community?.name ?? text.site.tagline}</small>
          </b>
        </a>
        {!isBare && <Nav page={page} />}
        {hasSeek && <SeekBox page={page} />}
        <div class="end">
          {!isBare && actor.kind === 'person' && <SignOut page={page} />}
          {hasSeek && <SeekLink page={page} />}
          {!isBare && <ViewSwitch page={page} />}
          {!isBare && <LanguageSwitch page={page} />}
          <a
            class="plain"
            id="community-phone"
            href={`tel:${phone}`}
            aria-label={community?.phone ? text.site.callCommunity(phone) : text.site.callHotline(phone)}
          >
            <Brief icon="phone-call">{text.site.call}</Brief>
          </a>
          {!isBare && actor.kind !== 'person' && (
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
