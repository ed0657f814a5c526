import type { errorsZh, siteZh } from '#text/zh/site/site-text.ts'
import { styleguideEn } from './styleguide-text.ts'

export const siteEn: typeof siteZh = {
  name: 'Micro-Wish',
  tagline: 'Every wish gets an answer',
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
  print: 'Print this page',
  signOutAsk: {
    title: 'Sign out?',
    lead: 'After that, you need to sign in again to see the details for your visits.',
    button: 'Sign out',
    stay: 'Stay signed in',
  },
  language: 'English',
  languageLabel: 'Switch to English',
  toView: { elder: 'Large', normal: 'Normal' },
  noSignal: 'No signal. This has not been sent. Press again when the signal is back.',
  noAnswer:
    'The site did not respond, so we do not know whether this was sent. Press again in a while; it only counts once.',
  readAloud: 'Read it to me',
  stopReading: 'Stop reading',
  call: 'Call',
  callOurs: 'Call the community',
  callCommunity: (phone) => `Call the community on ${phone}`,
  making: 'Preparing the file…',
  again: 'The download was not completed. Download again',
  callHotline: (phone) => `Call the city’s hotline ${phone}`,
  arrived: (kilobytes) => `${kilobytes} kB downloaded`,
  unread: (count) => `${count} unread ${count === 1 ? 'notification' : 'notifications'}`,
  demo: 'Demonstration: all people and wishes are invented. Please enter no real data.',
  footHours: (opens, closes) => `Office hours ${opens}–${closes} (Beijing time)`,
  footPromise: 'No check-ins, no rankings, no forced photos. No money passes through this platform.',
  chooser: {
    title: 'Choose your community',
    lead: 'Each community has its own board and ledger.',
    empty: 'There is no community yet.',
    emptyHelp: 'An administrator can set up the first one with bin/setup.',
  },
  back: 'Back',
  save: 'Save',
  cancel: 'Cancel',
  more: 'More',
  next: 'Next page',
  first: 'Back to the first page',
  optional: '(optional)',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  errorSummary: 'There is a problem. What you typed is still here:',
}

export const errorsEn: typeof errorsZh = {
  notFound: {
    title: 'This page was not found',
    body: 'The address may be mistyped, or the page belongs to another community or is not open to you.',
    way: 'To the board',
  },
  notYet: {
    title: 'There is no bulletin for this month yet',
    body: 'The bulletin is published when the month is over. Until then, see the progress in the public ledger.',
    way: 'To the board',
  },
  notAllowed: {
    title: 'You cannot do this',
    body: 'This is for people in another role. Nothing has changed.',
    way: 'To the board',
  },
  otherPerson: {
    title: 'Another person has signed in',
    body: 'Another person filled in that form, so it was not sent and is not shown to you.',
    way: 'Back to the board',
  },
  otherOrigin: {
    title: 'This request did not come from a page of this site',
    body: 'For your safety, we only accept forms sent from this site. Nothing has changed. Please send the form again from here.',
    way: 'To the board',
  },
  malformed: {
    title: 'The form was incomplete',
    body: 'Part of the form was lost and nothing was saved. Go back and send it again.',
    way: 'To the board',
  },
  tooBig: {
    title: 'That file is too large',
    body: 'A file can be at most 5 MB. Split it or remove the pictures, and upload it again.',
    way: 'To the board',
  },
  tooMany: (minutes) => ({
    title: 'Too many tries',
    body: `To protect the account, please try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. If it is urgent, call the community.`,
    way: 'To the board',
  }),
  storage: {
    full: {
      title: 'Nothing can be saved at the moment: the server’s disk is full.',
      body: 'This was not saved. Everything saved before is there, and pages can be read. Ask the person who runs the server to make room. It does not need a restart: send this again a minute later.',
      way: 'To the board',
    },
    'read-only': {
      title: 'Nothing can be saved at the moment: the data on the server may only be read.',
      body: 'This was not saved. Everything saved before is there, and pages can be read. Ask the person who runs the server to check the data folder’s permissions and the disk. It does not need a restart: send this again a minute later.',
      way: 'To the board',
    },
    locked: {
      title: 'Nothing can be saved at the moment: another program on the server is using the database.',
      body: 'This was not saved. Everything saved before is there, and pages can be read. It usually passes: send this again in a minute. If it goes on, tell the person who runs the server.',
      way: 'To the board',
    },
    disk: {
      title: 'Nothing can be saved at the moment: the server’s disk does not work.',
      body: 'This was not saved. Tell the person who runs the server now: first a backup, then the disk.',
      way: 'To the board',
    },
    damaged: {
      title: 'The database file on the server is damaged.',
      body: 'This was not saved. Tell the person who runs the server now: the newest backup has to be restored, as the guide to running it says.',
      way: 'To the board',
    },
  },
  broken: {
    title: 'Something went wrong',
    body: 'Nothing has changed. Please try again later. If it keeps happening, tell the community.',
    way: 'To the board',
  },
}

export const faultsEn: Record<string, string> = {
  required: 'Please fill this in.',
  'too-long': 'This is too long.',
  'private-number':
    'This contained an ID number, bank card number or password. It was removed and not stored; we never keep these numbers. Delete the mark in brackets and send the form again.',
  phone: 'Enter an 11-digit mobile number, or a landline number with its area code.',
  mobile: 'Enter an 11-digit mobile number.',
  number: 'Enter a number.',
  quantity: 'Enter a quantity from 1 to 99.',
  value: 'Enter a value from 0 to 10,000 yuan.',
  choose: 'Please choose one.',
  grid: 'No grid lists this building. Please choose a grid.',
  'other-grid':
    'By the lists of buildings this address belongs to another grid. Choose “By the address”, or ask the secretary to change the list.',
  time: 'Enter a time, for example 10:00.',
  date: 'Enter a date, for example 2026-11-07.',
  password: 'Your password must have at least 10 characters.',
  same: 'The two passwords do not match.',
  child: 'Wishes are for residents aged 14 and over. For a child, please contact the community children’s officer.',
}
