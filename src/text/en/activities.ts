import type { activitiesZh } from '../zh/activities.ts'

export const activitiesEn: typeof activitiesZh = {
  turn: 'Make it an activity',
  title: 'Plan an activity',
  lead: 'Where many households wish for the same, one day can help several of them. Only the day is kept here: no names, no check-ins.',
  name: 'Name of the activity',
  day: 'On which day',
  note: 'Note (time, place, whom to ask)',
  noteHint: 'Only the community’s staff see it. Please no resident’s name and no illness.',
  button: 'Keep it',
  back: 'Back to the report',
  planned: 'Activities',
  none: 'No activity has been planned yet.',
  done: 'The activity has been kept.',
  activity: 'Activity',
  when: 'Day',
  state: 'State',
  states: { planned: 'planned', held: 'held', dropped: 'dropped' },
  hold: 'It was held',
  drop: 'Drop it',
  say: (what, title) => `${what}: ${title}`,
  faults: {
    title: 'Please name the activity.',
    day: 'Please choose a day, such as 2026-12-05.',
    past: 'That day is over. Please choose today or a later one.',
    'key-reused': 'This form has been sent with other words already. Please open it anew.',
  },
}
