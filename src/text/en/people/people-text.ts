import type { RollStrength } from '#domain/lists/rows.ts'
import { catalogueEn } from '#text/en/catalogue/catalogue-text.ts'
import type { peopleZh } from '#text/zh/people/people-text.ts'
import { consentWordsEn } from './consents-text.ts'
import { freeTimesEn } from './free-times-text.ts'
import { peopleListEn } from './people-list-text.ts'
import { phoneEn } from './phone-text.ts'
import { registerEventsEn } from './register-events-text.ts'
import { residentsEn } from './residents-text.ts'
import { handoverEn, rolesEn, staffEn } from './roles-text.ts'
import { activateEn, loginEn, welcomeEn } from './sign-in-text.ts'
import { codesEn, nameChoiceEn, newPersonEn, personEn, volunteersEn } from './volunteers-text.ts'

const faults: Record<string, string> = {
  'two-people': 'One file is for one resident. This looks like the names of two people: please make a file for each.',
  'bad-name': 'This does not look like a name. A name has no digits and at most 60 characters.',
  'not-yet': 'The day cannot be later than today.',
  hours: 'The end time must be later than the start time.',
  kept: 'You cannot make a file unless the resident agrees to be on the list.',
  elsewhere: 'One of their wishes belongs to another grid. Please ask the secretary to record this.',
  'file-ended': 'This file is closed and can no longer be changed.',
  'under-way':
    'This resident has a wish in progress (claimed, delivered or referred). You can change the grid after that. You can change the building and door now.',
  'on-the-list': 'This resident is already on the list. You do not need to add them again.',
  'not-there':
    'This role cannot be held in this area. Choose a grid for a grid worker; a community for a volunteer or secretary; a street, county or prefecture for a supervisor or administrator.',
  'already-here': 'This person is already on the list.',
  'other-name': 'This number has an account, but under another name. Please check the name and the number.',
  'password-phone': 'The password cannot contain your phone number.',
  'password-own':
    'The password cannot contain your name, its pinyin or the name of your community. Choose another, for example a few unrelated words.',
  'password-common':
    'This password is too common and easy to guess. Choose another, for example a few unrelated words.',
  'choose-some': 'Please choose at least one.',
}

const strengths: Record<RollStrength, string> = { ...catalogueEn.strengths, other: 'Other' }

export const peopleEn: typeof peopleZh = {
  faults,
  keyReused:
    'This form has already been sent with different content. Check the list; if it is not there, send it again.',
  login: loginEn,
  activate: activateEn,
  welcome: welcomeEn,
  list: peopleListEn,
  roles: rolesEn,
  handover: handoverEn,
  phone: phoneEn,
  staff: staffEn,
  volunteers: volunteersEn,
  strengths,
  freeTimes: freeTimesEn,
  /** In the row of its day. */
  freeParts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening', all: 'any time' },
  newPerson: newPersonEn,
  person: personEn,
  codes: codesEn,
  nameChoice: nameChoiceEn,
  register: registerEventsEn,
  residents: residentsEn,
  consentWords: consentWordsEn,
}
