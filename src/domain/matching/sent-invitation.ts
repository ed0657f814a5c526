import { mondayOf } from '#domain/board/free-slots.ts'
import { type Day, localDay } from '#domain/time/workdays.ts'
import type { Volunteer } from './matching-model.ts'
import type { Invitation } from './plan.ts'
import type { Reason } from './reasons.ts'

/** One wish of an invitation, as it is written down. */
export type SentInvitation = {
  readonly id: string
  readonly communityId: string
  readonly wishId: string
  readonly personId: string
  readonly at: Date
  readonly day: Day
  readonly week: Day
  readonly slot: number | null
  readonly sentWith: string
  readonly isUrgent: boolean
  readonly cell: string
  readonly reasons: readonly Reason[]
}

type Sending = {
  readonly communityId: string
  readonly zone: string
  readonly at: Date
  readonly volunteers: readonly Volunteer[]
  readonly newId: () => string
}

/** The rows of a plan's invitations: only the first wish of each counts as an invitation of the week. */
export function sentInvitations(invitations: readonly Invitation[], sending: Sending): readonly SentInvitation[] {
  const { communityId, zone, at, volunteers, newId } = sending
  const day = localDay(at, zone)
  const week = mondayOf(day)
  const asked = new Map(volunteers.map(({ id, askedThisWeek }) => [id, askedThisWeek]))
  return invitations.flatMap(({ wishIds, personId, isUrgent, cell, reasons }) => {
    const slot = (asked.get(personId) ?? 0) + 1
    asked.set(personId, slot)
    const sentWith = newId()
    return wishIds.map((wishId, n) => {
      const row = { communityId, wishId, personId, at, day, week, sentWith, isUrgent, cell, reasons }
      return n === 0 ? { id: sentWith, slot, ...row } : { id: newId(), slot: null, ...row }
    })
  })
}
