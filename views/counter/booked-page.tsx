import type { Community } from '#db/community/area-rows.ts'
import type { Booking } from '#domain/counter/booking.ts'
import { clockOf } from '#domain/counter/counter-slots.ts'
import { linesOf } from '#domain/knowledge.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { dayWords } from './choose-time.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly booking: Booking
  readonly title: string
  readonly documents: string
  readonly bookingKey: string
  readonly isStaff: boolean
}

/** The time, what to bring, and number and key, once. */
export const BookedPage = ({ page, community, booking, title, documents, bookingKey, isStaff }: Props) => {
  const { counter, letters } = page.text
  const { booked } = counter
  return (
    <div class="narrow">
      <h1>{booked.title}</h1>
      <Panel title={title} tone="green" id="booked">
        <p class="say">
          {dayWords(booking.day, page.text, community.zone)} {clockOf(booking.start)} · {booked.desk(booking.desk)}
        </p>
        {documents && (
          <>
            <h3>{counter.bring}</h3>
            <ul>
              {linesOf(documents).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </>
        )}
      </Panel>
      <Panel title={letters.sent.number} id="follow">
        <Facts
          rows={[
            { term: letters.sent.number, value: <strong class="code">{booking.code}</strong> },
            { term: letters.sent.key, value: <strong class="code">{bookingKey}</strong> },
          ]}
        />
        <p>{booked.once}</p>
        {isStaff && <p>{booked.staffOnce}</p>}
        <form method="post" novalidate action="/follow">
          <Hidden name="number" value={booking.code} />
          <Hidden name="letterKey" value={bookingKey} />
          <p class="actions">
            <Button kind="second" name="act" value="calendar">
              {booked.calendar}
            </Button>
            {!isStaff && <Button kind="second">{letters.sent.toFollow}</Button>}
          </p>
        </form>
      </Panel>
      <p class="go">
        <LinkButton kind="quiet" href={isStaff ? '/counter' : `/c/${community.slug}/counter`}>
          {counter.title}
        </LinkButton>
      </p>
    </div>
  )
}
