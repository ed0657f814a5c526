import type { meanwhileZh } from '#text/zh/site/meanwhile-text.ts'

export const meanwhileEn: typeof meanwhileZh = {
  title: 'This was changed while you were typing',
  changed: (who, when) => `Changed and saved by: ${who}, ${when}.`,
  lead: 'What you typed has not been saved, and is all below. Where it differs from the saved version, the saved value is shown next to the field. Check it, then press again to save what you typed.',
  same: 'What you typed does not conflict with the saved version. Press again to save it.',
  self: 'yourself (on another page)',
  somebody: 'another member of staff',
  now: (value) => `Saved value: ${value}`,
  nothing: 'empty',
  yes: 'chosen',
  no: 'not chosen',
}
