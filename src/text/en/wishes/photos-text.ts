import type { photosZh } from '#text/zh/wishes/photos-text.ts'

export const photosEn: typeof photosZh = {
  title: 'Photo of the thing',
  label: 'Photo of the thing (optional)',
  hint: 'It counts as delivered without one. Only the thing: no person, no door number, no papers. The phone makes it smaller first, and where it was taken is not kept.',
  alt: 'Photo of what was brought',
  preview: 'The photo you chose',
  away: 'Take the photo away',
  inside: 'Only those who work in the community and the volunteer who delivered can see it.',
  shown: 'The resident agreed that everyone may see it.',
  add: 'Add a photo of the thing (optional)',
  replace: 'Choose another photo',
  send: 'Upload the photo',
  remove: 'Delete the photo',
  again: 'The photo has to be chosen again.',
  chooseOne: 'Please choose a photo first; without one there is nothing to do.',
  notNow:
    'The volunteer who delivered adds a photo after delivery and before it is confirmed. It is too late or too early now.',
  fault: {
    'not-a-photo': 'This file is no photo. Choose one as JPG, PNG or WebP, or send none.',
    'too-heavy': 'The photo is larger than 3 MB. Make it smaller on the phone and choose it again, or send none.',
    'too-wide': 'The photo has too many pixels. Make it smaller and choose it again, or send none.',
    broken: 'The photo cannot be opened; perhaps it did not arrive whole. Choose another, or send none.',
  },
}
