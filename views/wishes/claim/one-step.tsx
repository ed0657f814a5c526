import type { Child } from 'hono/jsx'
import { localDay } from '#domain/time/workdays.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { saidWords } from '#views/parts/when.tsx'
import type { WishView } from '#views/wishes/wish-view-data.ts'
import { Visit } from './visit.tsx'
import { addressOnMap, numberToCall } from './ways.tsx'

type Props = { readonly page: Page; readonly view: WishView }

/** What the claimant does next: call and agree a time, wait for the day, or bring it. */
type NextStep = 'call' | 'booked' | 'deliver'

/** On the day of the visit and after it the next step is the delivery; before a time is agreed it is the telephone. */
export function nextStepOf({ visitAt }: Wish, now: Date, zone: string): NextStep {
  if (visitAt === null) return 'call'
  return localDay(visitAt, zone) <= localDay(now, zone) ? 'deliver' : 'booked'
}

/** The claimant's one next step on the page of a wish in hand. What comes later is folded below it. */
export const OneStep = ({ page, view, deliver }: Props & { readonly deliver: Child }) => {
  const { text, now } = page
  const { wish, contact, said, zone } = view
  const words = text.moves.step
  const step = nextStepOf(wish, now, zone)
  const phone = numberToCall(contact)
  const map = addressOnMap(page, contact, page.community?.name ?? '')
  const isScheduling = said?.action === 'schedule' && said.isRefusal
  return (
    <Panel title={words.title[step]} id="next">
      {step === 'booked' && wish.visitAt && <p class="say">{saidWords(wish.visitAt, now, text, zone)}</p>}
      {step === 'call' && contact?.kind === 'through-staff' && <p>{text.card.noContact}</p>}
      <p class="go">
        {phone && (
          <LinkButton kind={step === 'call' ? 'primary' : 'second'} href={`tel:${phone}`}>
            {text.site.call}
          </LinkButton>
        )}
        <LinkButton kind="second" href={`/wishes/${wish.code}/pass`}>
          {text.receipts.pass.open}
        </LinkButton>
        {map && (
          <LinkButton kind="second" href={map} target="_blank" rel="noreferrer noopener">
            {text.mine.map}
          </LinkButton>
        )}
      </p>
      {map && <p class="hint">{text.mine.mapHint}</p>}
      {step === 'deliver' && <div id="deliver">{deliver}</div>}
      <div id="schedule">
        <Fold summary={step === 'call' ? words.agree : words.change} open={isScheduling || (step === 'call' && !phone)}>
          <Visit page={page} view={view} />
        </Fold>
      </div>
    </Panel>
  )
}
