import type { photosZh } from '#text/zh/wishes/photos-text.ts'

export const photosEn: typeof photosZh = {
  title: 'Photo of the item',
  label: 'Photo of the item',
  hint: 'You do not need a photo. Show only the item: no people, door numbers or documents. Your phone makes the photo smaller first, and its location is not saved.',
  alt: 'Photo of the delivered item',
  preview: 'The photo you chose',
  away: 'Remove the photo',
  inside: 'Only community staff and the volunteer who delivered it can see this.',
  shown: 'The resident agreed that everyone may see it.',
  add: 'Add a photo of the item',
  replace: 'Choose another photo',
  send: 'Upload the photo',
  remove: 'Delete the photo',
  again: 'Please choose the photo again.',
  chooseOne: 'Please choose a photo first. If you do not want to add one, there is nothing to do.',
  notNow: 'The volunteer can add a photo only after delivery and before receipt is confirmed. You cannot add one now.',
  fault: {
    'not-a-photo': 'This file is not a photo. Choose a JPG, PNG or WebP file, or send no photo.',
    'too-heavy': 'The photo is larger than 3 MB. Make it smaller on your phone and choose it again, or send no photo.',
    'too-wide': 'The photo has too many pixels. Make it smaller and choose it again, or send no photo.',
    broken: 'The photo cannot be opened. It may not have uploaded completely. Choose another, or send no photo.',
  },
}
