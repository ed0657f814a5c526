import type { consentWordsZh } from '#text/zh/people/consents-text.ts'

export const consentWordsEn: typeof consentWordsZh = {
  kept: 'May the community keep your name, address and phone on its list, so that we can look after you? You can have them removed at any time.',
  posting: 'When you have a small wish, may the grid worker post it on the platform for you?',
  card: 'Your wish becomes a public card that shows the item, your age band and your grid, but not your name. Do you agree?',
  contact: 'When a volunteer has claimed it, may we give that one volunteer your phone and door number?',
  photo:
    'If a photo is taken of what was brought, showing only the item and no people, may we show it to everyone? If you say no, you still get the item.',
  family:
    'May we give a relative of yours a link? They see on their phone how your wishes are getting on, who comes and when; if you say so, they may also answer for you. You can stop it at any time.',
}
