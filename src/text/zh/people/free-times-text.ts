import type { FreeTime } from '#domain/lists/rows.ts'

export const freeTimesZh: Record<FreeTime, string> = {
  anytime: '随时',
  holiday: '节假日',
  weekday: '工作日',
  'weekday-morning': '工作日上午',
  'weekday-afternoon': '工作日下午',
  'weekday-evening': '工作日晚上',
  weekend: '周末',
  'weekend-morning': '周末上午',
  'weekend-afternoon': '周末下午',
  'weekend-evening': '周末晚上',
  saturday: '周六',
  'saturday-morning': '周六上午',
  'saturday-afternoon': '周六下午',
  'saturday-evening': '周六晚上',
  sunday: '周日',
  'sunday-morning': '周日上午',
  'sunday-afternoon': '周日下午',
  'sunday-evening': '周日晚上',
}
