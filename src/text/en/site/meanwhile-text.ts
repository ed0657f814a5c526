import type { meanwhileZh } from '#text/zh/site/meanwhile-text.ts'

export const meanwhileEn: typeof meanwhileZh = {
  title: 'Somebody changed this while you were typing',
  changed: (who, when) => `Changed and saved by: ${who}, ${when}.`,
  lead: 'Nothing of yours is saved yet; all of it is below. Where it differs from what is recorded now, that is said beside the field. Compare them, then press once more to save what you typed.',
  same: 'What you typed does not contradict what is recorded now. Press once more to save it.',
  self: 'yourself (on another page)',
  somebody: 'somebody else of the staff',
  now: (value) => `Recorded now: ${value}`,
  nothing: 'empty',
  yes: 'chosen',
  no: 'not chosen',
}
