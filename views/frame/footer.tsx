import type { Text } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { ViewSwitch } from './switches.tsx'

export const Footer = ({ page }: { page: Page }) => {
  const { text, community } = page
  return (
    <footer class="foot">
      <div>
        {text.site.footPromise}
        {!page.isKept && !page.isSecret && <ViewSwitch page={page} />}{' '}
        {!page.isKept && !page.isSecret && <a href="/help">{text.help.link}</a>}
      </div>
      {community && (
        <p>
          {community.phone && (
            <a href={`tel:${community.phone}`}>
              <Callable text={text} phone={community.phone} />
            </a>
          )}{' '}
          {text.site.footHours(community.opens, community.closes)}{' '}
          <a href={`/c/${community.slug}/knowledge`}>{text.knowledge.title}</a>{' '}
          <a href={`/c/${community.slug}/letters`}>{text.letters.title}</a>{' '}
          <a href={`/c/${community.slug}/counter`}>{text.counter.title}</a>{' '}
          <a href={`/c/${community.slug}/rules`}>{text.site.nav.rules}</a> <a href="/verify">{text.log.title}</a>{' '}
          {page.actor.kind === 'anyone' && <a href={`/c/${community.slug}/register`}>{text.register.link}</a>}
        </p>
      )}
    </footer>
  )
}

/** The sentence with the number kept on one line, because a number broken at its hyphen is easily misdialled. */
const Callable = ({ text, phone }: { readonly text: Text; readonly phone: string }) => {
  const [before, after] = text.site.callCommunity(phone).split(phone)
  return (
    <span>
      {before}
      <span class="phone">{phone}</span>
      {after}
    </span>
  )
}
