import type { FreeTime } from '#domain/lists/rows.ts'

export const freeTimesEn: Record<FreeTime, string> = {
  anytime: 'Any time',
  holiday: 'Holidays',
  weekday: 'Working days',
  'weekday-morning': 'Working day mornings',
  'weekday-afternoon': 'Working day afternoons',
  'weekday-evening': 'Working day evenings',
  weekend: 'Weekends',
  'weekend-morning': 'Weekend mornings',
  'weekend-afternoon': 'Weekend afternoons',
  'weekend-evening': 'Weekend evenings',
  saturday: 'Saturdays',
  'saturday-morning': 'Saturday mornings',
  'saturday-afternoon': 'Saturday afternoons',
  'saturday-evening': 'Saturday evenings',
  sunday: 'Sundays',
  'sunday-morning': 'Sunday mornings',
  'sunday-afternoon': 'Sunday afternoons',
  'sunday-evening': 'Sunday evenings',
}
