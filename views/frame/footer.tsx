import type { Page } from '../layout.tsx'
import { ViewSwitch } from './switches.tsx'

export const Footer = ({ page }: { page: Page }) => {
  const { text, community } = page
  return (
    <footer class="foot">
      <div>
        {text.site.footPromise}
        <ViewSwitch page={page} />
      </div>
      {community && (
        <p>
          {community.phone && <a href={`tel:${community.phone}`}>{text.site.callCommunity(community.phone)}</a>}{' '}
          {text.site.footHours(community.opens, community.closes)}{' '}
          <a href={`/c/${community.slug}/knowledge`}>{text.knowledge.title}</a>{' '}
          <a href={`/c/${community.slug}/rules`}>{text.site.nav.rules}</a>{' '}
          {page.actor.kind === 'anyone' && <a href={`/c/${community.slug}/register`}>{text.register.link}</a>}
        </p>
      )}
    </footer>
  )
}
