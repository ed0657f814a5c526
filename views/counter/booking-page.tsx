import type { Community } from '#db/community/area-rows.ts'
import type { BookingPassage } from '#db/counter/booking-rows.ts'
import type { Booking, BookingWords } from '#domain/counter/booking.ts'
import type { BookingAct } from '#domain/counter/booking-life.ts'
import { clockOf } from '#domain/counter/counter-slots.ts'
import { linesOf } from '#domain/knowledge.ts'
import { satisfactions } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { ChooseTime, dayWords, type OfferedDay } from './choose-time.tsx'

type Props = {
  readonly page: Page
  readonly community: Community
  readonly booking: Booking
  readonly words: BookingWords | null
  readonly title: string
  readonly documents: string
  readonly passages: readonly BookingPassage[]
  readonly days: readonly OfferedDay[]
  /** What the person can do with the booking now. */
  readonly acts: readonly BookingAct[]
  readonly typed: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
  readonly sentence: string | null
  readonly isDone: boolean
}

/** A booking for the staff: the list of what to bring, what is to be said on the telephone, and the next steps. */
export const BookingPage = (props: Props) => {
  const { page, community, booking, words, title, documents, passages, sentence, isDone } = props
  const { counter, letters, time } = page.text
  const { desk } = counter
  const when = [dayWords(booking.day, page.text, community.zone), clockOf(booking.start)] as const
  return (
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lead">
        {when.join(' ')} · {counter.booked.desk(booking.desk)} · {counter.state[booking.state]}
      </p>
      {isDone && (
        <Banner tone="green" role="status">
          <p>{desk.noted}</p>
        </Banner>
      )}
      {sentence && (
        <Banner tone="yellow" role="alert">
          <p>{sentence}</p>
        </Banner>
      )}
      <Panel title={desk.who} id="who">
        {words ? (
          <>
            <PhoneLink name={words.name} phone={words.phone} />
            {words.note && <p>{words.note}</p>}
            {booking.state === 'booked' && (
              <p class="script">
                {booking.isToTell ? desk.tell(words.name, ...when) : desk.remind(words.name, ...when)}
              </p>
            )}
            {booking.prepared === 'lacking' && (
              <p class="script">
                {desk.lacking(words.name)}
                {passages.findLast(({ act }) => act === 'prepare')?.note}
              </p>
            )}
          </>
        ) : (
          <p>{desk.erased}</p>
        )}
      </Panel>
      <Panel title={counter.bring} id="bring">
        {documents ? (
          <ul>
            {linesOf(documents).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        ) : (
          <p>{counter.bringNothing}</p>
        )}
      </Panel>
      <Steps {...props} />
      <Fold summary={desk.facts}>
        <Facts
          rows={[
            { term: letters.sent.number, value: booking.code },
            { term: letters.form.way, value: counter.way[booking.way] },
            ...passages.map((passage) => ({
              term: time.moment(passage.at, community.zone),
              value: [counter.happened[passage.act], passage.note].filter(Boolean).join(' · '),
            })),
          ]}
        />
      </Fold>
    </div>
  )
}

const ActForm = ({ booking, children }: Props & { readonly children?: unknown }) => (
  <form method="post" novalidate action={`/counter/${booking.code}`}>
    <Hidden name="seq" value={booking.seq} />
    {children as never}
  </form>
)

const Steps = (props: Props) => {
  const { page, community, days, acts, faults, typed } = props
  const { act } = page.text.counter
  const may = (name: BookingAct) => acts.includes(name)
  const error = (name: BookingAct, field: string) => (typed.act === name ? faults[field] : undefined)
  return (
    <>
      {may('come') && (
        <ActForm {...props}>
          <Button wide name="act" value="come">
            {act.come}
          </Button>
        </ActForm>
      )}
      {may('finish') && (
        <Panel title={act.finish} id="finish">
          <ActForm {...props}>
            <Field label={act.receipt} name="note" prefix="finish" maxlength={60} />
            <p class="actions">
              <Button name="act" value="finish">
                {act.finish}
              </Button>
              <Button kind="second" name="act" value="handIn">
                {act.handIn}
              </Button>
            </p>
          </ActForm>
          <ActForm {...props}>
            <Field
              label={act.lackNote}
              isNeededSometimes
              name="note"
              prefix="lack"
              maxlength={100}
              error={error('lack', 'note')}
            />
            <Button kind="second" name="act" value="lack">
              {act.lack}
            </Button>
          </ActForm>
        </Panel>
      )}
      {may('prepare') && (
        <Fold summary={act.prepare} open={error('prepare', 'note') !== undefined}>
          <ActForm {...props}>
            <p class="hint">{act.prepareHint}</p>
            <RadioGroup
              label={act.prepare}
              isNeededSometimes
              name="found"
              value={typed.found ?? ''}
              error={error('prepare', 'found')}
              options={[
                { value: 'complete', label: act.complete },
                { value: 'lacking', label: act.lacking },
              ]}
            />
            <Field
              label={act.lackingNote}
              isNeededSometimes
              name="note"
              prefix="prepare"
              maxlength={100}
              error={error('prepare', 'note')}
            />
            <Button kind="second" name="act" value="prepare">
              {act.prepare}
            </Button>
          </ActForm>
        </Fold>
      )}
      {may('tell') && (
        <ActForm {...props}>
          <Button kind="second" name="act" value="tell">
            {act.tell}
          </Button>
        </ActForm>
      )}
      {may('move') && (
        <Fold summary={act.move} open={error('move', 'time') !== undefined}>
          <ActForm {...props}>
            <ChooseTime page={page} zone={community.zone} days={days} value="" error={error('move', 'time')} />
            <Button kind="second" name="act" value="move">
              {act.move}
            </Button>
          </ActForm>
        </Fold>
      )}
      {may('call') && <CallBack {...props} />}
      {(may('miss') || may('cancel')) && (
        <ActForm {...props}>
          <p class="actions">
            {may('miss') && (
              <Button kind="quiet" name="act" value="miss">
                {act.miss}
              </Button>
            )}
            {may('cancel') && (
              <Button kind="quiet" name="act" value="cancel">
                {act.cancel}
              </Button>
            )}
          </p>
        </ActForm>
      )}
    </>
  )
}

const CallBack = (props: Props) => {
  const { counter, words } = props.page.text
  const { act } = counter
  return (
    <Panel title={act.call} id="call">
      <ActForm {...props}>
        <RadioGroup
          label={act.callLevel}
          isNeededSometimes
          name="level"
          error={props.typed.act === 'call' ? props.faults.level : undefined}
          options={[
            ...satisfactions.map((value) => ({ value, label: words.satisfaction[value] })),
            { value: 'missed', label: act.missed },
          ]}
        />
        <Button kind="second" name="act" value="call">
          {act.call}
        </Button>
      </ActForm>
    </Panel>
  )
}
