import type { Community } from '#db/community/area-rows.ts'
import type { BookingPassage } from '#db/counter/booking-rows.ts'
import type { Booking } from '#domain/counter/booking.ts'
import { clockOf } from '#domain/counter/counter-slots.ts'
import { linesOf } from '#domain/knowledge.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Hidden } from '#views/parts/form/field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { ChooseTime, dayWords, type OfferedDay } from './choose-time.tsx'

const bookingDones = ['move', 'cancel', 'again'] as const
export type BookingDone = (typeof bookingDones)[number]

type Props = {
  readonly page: Page
  readonly community: Community
  readonly booking: Booking
  readonly title: string
  readonly documents: string
  readonly passages: readonly BookingPassage[]
  readonly bookingKey: string
  /** Other times, if it may still be changed. */
  readonly days: readonly OfferedDay[] | null
  readonly done: BookingDone | null
  readonly sentence: string | null
  readonly fault: string | null
  /** The visitor pressed "cancel" and is asked once more. */
  readonly isAsking: boolean
}

/** A booking as the visitor sees it: when, what to bring, what is missing, and what they may still change. */
export const FollowBooking = (props: Props) => {
  const { page, community, booking, title, documents, passages, days, done, sentence, isAsking } = props
  const { counter, letters } = page.text
  const { follow } = counter
  const lacking = passages.findLast(({ act }) => act === 'prepare')?.note ?? ''
  return (
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lead">
        {letters.sent.number} {booking.code} · {counter.state[booking.state]}
      </p>
      {done && (
        <Banner tone="green" role="status">
          <p>{follow.done[done]}</p>
        </Banner>
      )}
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      {booking.state === 'booked' && (
        <Panel title={counter.form.time} id="when" tone="green">
          <p class="say">
            {dayWords(booking.day, page.text, community.zone)} {clockOf(booking.start)} ·{' '}
            {counter.booked.desk(booking.desk)}
          </p>
          {booking.isToTell && <p>{follow.moved}</p>}
          {booking.prepared && <p>{booking.prepared === 'complete' ? follow.complete : follow.lacking(lacking)}</p>}
          {documents && (
            <ul>
              {linesOf(documents).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          )}
          <form method="post" novalidate action="/follow">
            <Carried {...props} />
            <Button kind="second" name="act" value="calendar">
              {counter.booked.calendar}
            </Button>
          </form>
        </Panel>
      )}
      {booking.state === 'booked' && !days && <p>{follow.tooLate}</p>}
      {booking.state === 'booked' && days && (
        <>
          <Fold summary={follow.move} open={props.fault !== null}>
            <form method="post" novalidate action="/follow">
              <Carried {...props} />
              <ChooseTime page={page} zone={community.zone} days={days} value="" error={props.fault ?? undefined} />
              <Button kind="second" name="act" value="move">
                {follow.moveButton}
              </Button>
            </form>
          </Fold>
          <Fold summary={follow.cancel} open={isAsking}>
            {isAsking && <p role="alert">{follow.cancelSure}</p>}
            <form method="post" novalidate action="/follow">
              <Carried {...props} />
              {isAsking && <Hidden name="sure" value="yes" />}
              <Button kind={isAsking ? 'danger' : 'second'} name="act" value="cancel">
                {follow.cancel}
              </Button>
            </form>
          </Fold>
        </>
      )}
    </div>
  )
}

const Carried = ({ booking, bookingKey }: Props) => (
  <>
    <Hidden name="number" value={booking.code} />
    <Hidden name="letterKey" value={bookingKey} />
    <Hidden name="seq" value={booking.seq} />
  </>
)
