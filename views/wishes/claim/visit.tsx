import type { Slot } from '#domain/board/free-slots.ts'
import { clockParts } from '#domain/time/workdays.ts'
import { postponeReasons } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Field, Hidden, RadioGroup } from '#views/parts/form/field.tsx'
import { dayWords, saidWords } from '#views/parts/when.tsx'
import { Move } from '#views/wishes/move-button.tsx'
import { actsFor, typedIn, type WishView, wrongIn } from '#views/wishes/wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

const own = 'own'
const seconds = (at: Date): string => String(at.getTime() / 1000)

/** Agreeing a visit: one tap for a time that suits both, or any other time agreed by telephone. */
export const Visit = ({ page, view }: Props) => {
  const { text } = page
  const { wish, slots, said, zone } = view
  const { schedule, forVolunteer } = text.moves
  const volunteer = actsFor(page.actor, view)
  const typed = typedIn('schedule', said)
  const agreed = wish.visitAt && (slots.find(({ at }) => at.getTime() === wish.visitAt?.getTime())?.at ?? null)
  const wrong = wrongIn('schedule', said, 'day')
  const none = wrongIn('schedule', said, 'slot')
  const offered = offeredOf(slots, agreed)
  const late = wrongIn('schedule', said, 'late')
  const isOdd = wrongIn('schedule', said, 'time').error !== undefined
  const value = typed.slot ?? (agreed ? seconds(agreed) : wish.visitAt ? own : '')
  return (
    <Move code={wish.code} action="schedule" button={text.words.action.schedule} kind="second" waits={!volunteer}>
      {slots.length ? (
        <RadioGroup
          label={volunteer ? forVolunteer.slots(volunteer) : schedule.slots}
          isNeededSometimes
          hint={volunteer ? undefined : schedule.slotsHint}
          name="slot"
          value={value}
          error={none.error}
          autofocus={none.autofocus}
          options={[
            ...offered.map((slot) => ({ value: seconds(slot.at), ...slotWords(page, slot, zone) })),
            { value: own, label: schedule.own, hint: schedule.ownHint },
          ]}
        />
      ) : (
        <p>{view.fullWeeks > 0 ? text.waits.weekFull(view.visitsPerWeek) : schedule.noSlots}</p>
      )}
      {slots.length > 0 && <Hidden name="hasSlots" value="yes" />}
      <div class={slots.length ? 'fields own-time' : 'fields'}>
        <Field
          half
          label={schedule.day}
          isNeededSometimes
          name="day"
          type="date"
          value={typed.day ?? text.time.dayValue(wish.visitAt, zone)}
          required={!slots.length}
          {...wrong}
        />
        <Field
          half
          label={schedule.time}
          isNeededSometimes
          name="time"
          type="time"
          value={typed.time ?? text.time.timeValue(wish.visitAt, zone)}
          required={!slots.length}
          hint={schedule.hint}
          {...wrongIn('schedule', said, 'time')}
        />
      </div>
      {(isOdd || typed.sure) && <Hidden name="sure" value={typed.time ?? ''} />}
      {(late.error || typed.late) && (
        <RadioGroup
          label={schedule.lateAsk}
          name="late"
          value={typed.late ?? ''}
          error={late.error}
          required
          options={[
            ...postponeReasons.map((reason) => ({
              value: reason,
              label: schedule.postpone(text.words.postponeReason[reason]),
            })),
            { value: 'as-it-is', label: schedule.asItIs },
          ]}
        />
      )}
    </Move>
  )
}

const bestSlots = 3

/** The first three times, and the one that was agreed; any other is typed. */
const offeredOf = (slots: readonly Slot[], agreed: Date | null): readonly Slot[] =>
  slots.filter(({ at }, n) => n < bestSlots || at.getTime() === agreed?.getTime())

/** Saturday at half past ten in the morning with the date; a date with its weekday; and whether it would be late. */
function slotWords({ text, now }: Page, { at, isLate }: Slot, zone: string) {
  const { schedule } = text.moves
  const date = text.time.day(at, zone)
  const day = dayWords(at, now, text, zone)
  const beside = day === date ? text.spoken.weekday(clockParts(at, zone).weekday) : date
  return { label: saidWords(at, now, text, zone), hint: isLate ? schedule.late(beside) : beside }
}
