import type { codesZh, nameChoiceZh, newPersonZh, personZh, volunteersZh } from '#text/zh/people/volunteers-text.ts'

export const volunteersEn: typeof volunteersZh = {
  head: {
    unit: 'Work unit',
    branch: 'Party branch',
    strengths: 'Good at',
    freeTimes: 'Free',
    state: 'State',
  },
  add: 'Add a person',
  codes: 'Print activation codes',
  none: 'Not given',
  community: 'Community',
}

export const newPersonEn: typeof newPersonZh = {
  title: 'Add a person',
  role: 'Role',
  roleOf: { volunteer: 'Volunteer', gridWorker: 'Grid worker' },
  name: 'Name',
  phone: 'Mobile number',
  phoneHint: 'Used to sign in. Each number has only one account.',
  volunteerPart: 'For a volunteer',
  unit: 'Work unit',
  unitHint: 'Each unit has a monthly limit of claims, so please write its full name.',
  branch: 'Party branch',
  building: 'Building where they live',
  strengths: 'Good at',
  freeTimes: 'Free times',
  gridPart: 'For a grid worker',
  grid: 'Their grid',
  noGrid: 'Please choose a grid',
  button: 'Add',
  added: (name: string) =>
    `${name} is on the roll. Next: give an activation code, or activate after meeting in person.`,
}

export const personEn: typeof personZh = {
  phone: 'Mobile number',
  building: 'Building',
  codeTitle: 'Activation code',
  codeHelp:
    'For the first sign-in or a forgotten password. It is valid for 7 days, and any earlier code stops working at once.',
  codeButton: 'Issue an activation code',
  activateHelp: 'You have met this volunteer and confirmed who they are. Once active, they can claim wishes.',
  activateButton: 'I have met them: activate',
  activated: 'Active now.',
  left: 'The role has ended, and they are signed out everywhere.',
  saved: 'Saved.',
  save: 'Save',
  editLink: 'Change these details',
  edit: (name: string) => `Change the details of ${name}`,
  own: 'My details',
  ownLead:
    'Your unit, skills and free times are used to show you suitable wishes first. If your name is wrong, please tell the secretary.',
}

export const codesEn: typeof codesZh = {
  title: 'Activation codes',
  scan: (name: string) => `Activation link of ${name}`,
  scanHow: 'Scan this with WeChat and choose a password.',
  once: 'This is shown only once. You cannot see it again after you leave this page, so copy or print it now.',
  howTo: (address: string) =>
    `If you cannot scan: open ${address}, enter your mobile number and this code, and choose a password.`,
  until: (day: string) => `Valid until ${day}, for one use`,
  elsewhere: (name: string) =>
    `${name} also has another role, or a role in another community; an administrator has to issue the code.`,
  back: 'Back to the people',
  chooseTitle: 'Activation codes for volunteers waiting to be activated',
  chooseLead:
    'Tick who gets one. You can print the next page, cut it up and hand the codes over. If you issue a code again, the earlier one stops working.',
  chooseAll: (count) => `Tick all ${count} on this page`,
  chooseNone: 'Tick none',
  choose: 'For whom',
  button: 'Make and show',
  empty: 'No volunteer is waiting to become active',
  printHint: 'Print this page with your browser.',
}

export const nameChoiceEn: typeof nameChoiceZh = {
  label: 'The public ledger may show my name',
  hint: 'If you do not tick this, the ledger shows only your work unit. You can change this at any time.',
  button: 'Save',
}
