import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Copyable } from './copyable.tsx'

/** Shows the private address; only this one time. */
export const FeedPage = ({ page, address }: { readonly page: Page; readonly address: string }) => {
  const { feed } = page.text.mine
  return (
    <div class="narrow">
      <h1>{feed.title}</h1>
      <Banner tone="yellow" title={feed.once}>
        <p>{feed.onceHelp}</p>
      </Banner>
      <Panel title={feed.address} id="address">
        <Copyable page={page} text={address} button={feed.copy} />
        <p class="actions">
          <LinkButton href={address.replace(/^https?:/, 'webcal:')}>{feed.open}</LinkButton>
        </p>
        <p class="hint">{feed.how}</p>
      </Panel>
      <p>
        <a href="/mine">{feed.back}</a>
      </p>
    </div>
  )
}

/** On the reader's own page: starts, renews or ends the calendar address. */
export const FeedPanel = ({ page, isOn }: { readonly page: Page; readonly isOn: boolean }) => {
  const { feed } = page.text.mine
  return (
    <Panel title={feed.title} id="feed">
      <p>{isOn ? feed.isOn : feed.lead}</p>
      <form method="post" action="/mine/feed">
        <Button kind="second">{isOn ? feed.again : feed.make}</Button>
      </form>
      {isOn && (
        <form method="post" action="/mine/feed/end">
          <Button kind="quiet">{feed.end}</Button>
        </form>
      )}
    </Panel>
  )
}
