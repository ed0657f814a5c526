import type { errorsZh, siteZh } from '../zh/site.ts'
import { styleguideEn } from './styleguide.ts'

export const siteEn: typeof siteZh = {
  name: 'Micro-Wish',
  tagline: 'Taken up, brought home',
  about: (community) =>
    `Small wishes of elderly residents${community && ` of ${community}`}: volunteers bring them to the door, and every step is public.`,
  skip: 'Skip to content',
  nav: {
    label: 'Main pages',
    board: 'Wishes',
    mine: 'Mine',
    ledger: 'Ledger',
    desk: 'Desk',
    rules: 'Rules',
    residents: 'Residents',
    volunteers: 'People',
    imports: 'Import a list',
    report: 'Month',
    areas: 'Areas',
  },
  styleguide: styleguideEn,
  signIn: 'Sign in',
  signOut: 'Sign out',
  language: '中文',
  languageLabel: '切换到中文',
  toView: { elder: 'Large', normal: 'Normal' },
  readAloud: 'Read it to me',
  stopReading: 'Stop reading',
  call: 'Call',
  callCommunity: (phone) => `Call the community on ${phone}`,
  arrived: (kilobytes) => `${kilobytes} kB here`,
  unread: (count) => `${count} unread ${count === 1 ? 'notice' : 'notices'}`,
  demo: 'Demonstration: all people and wishes are invented. Please enter no real data.',
  footHours: (opens, closes) => `Office hours ${opens}–${closes} (Beijing time)`,
  footPromise: 'No check-ins, no rankings, no forced photos. No money passes through this platform.',
  chooser: {
    title: 'Choose your community',
    lead: 'Each community has a board and a ledger of its own.',
    empty: 'There is no community yet.',
    emptyHelp: 'An administrator makes the first one with bin/setup.',
  },
  back: 'Back',
  save: 'Save',
  cancel: 'Cancel',
  more: 'More',
  next: 'Next page',
  first: 'Back to the first page',
  optional: 'optional',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  errorSummary: 'A few things need another look. What you typed is still here:',
}

export const errorsEn: typeof errorsZh = {
  notFound: {
    title: 'This page was not found',
    body: 'The address may be mistyped, or the page belongs to another community or is not open to you.',
    way: 'To the board',
  },
  notYet: {
    title: 'There is no notice of this month yet',
    body: 'A notice comes when its month is over. Until then the public ledger shows how far the wishes have come.',
    way: 'To the board',
  },
  notAllowed: {
    title: 'Somebody else does this',
    body: 'Your role cannot take this step. Nothing has changed.',
    way: 'To the board',
  },
  otherOrigin: {
    title: 'This request did not come from a page of this site',
    body: 'For your safety only forms of this site are accepted. Nothing has changed; please send the form from here.',
    way: 'To the board',
  },
  malformed: {
    title: 'What arrived was incomplete',
    body: 'The form was damaged on its way and nothing was saved. Go back and send it again.',
    way: 'To the board',
  },
  tooBig: {
    title: 'That is too large',
    body: 'A file may have 5 MB at most. Split it, or remove pictures, and upload again.',
    way: 'To the board',
  },
  tooMany: (minutes) => ({
    title: 'Too many tries',
    body: `To protect the account, please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. If it is urgent, call the community.`,
    way: 'To the board',
  }),
  broken: {
    title: 'Something went wrong',
    body: 'It was not done and nothing has changed. Please try again later, and tell the community if it stays so.',
    way: 'To the board',
  },
}

export const faultsEn: Record<string, string> = {
  required: 'Please fill this in.',
  'too-long': 'This is too long.',
  phone: 'Please give an 11-digit mobile number or a landline with its area code.',
  mobile: 'Please give an 11-digit mobile number.',
  number: 'Please give a number.',
  quantity: 'A quantity is 1 to 99.',
  value: 'A value is 0 to 10,000 yuan.',
  choose: 'Please choose one.',
  time: 'Please give a time such as 10:00.',
  date: 'Please give a date such as 2026-11-07.',
  password: 'A password has at least 10 characters.',
  same: 'The two passwords differ.',
  child: 'Wishes are taken for residents of 14 and older. For a child please turn to the community children’s officer.',
}
