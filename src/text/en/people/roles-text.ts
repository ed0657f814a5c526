import type { handoverZh, rolesZh, staffZh } from '#text/zh/people/roles-text.ts'

export const rolesEn: typeof rolesZh = {
  title: 'Roles',
  from: (day) => `From ${day}`,
  fromUntil: (from, until) => `${from} to ${until}`,
  over: 'Ended',
  end: 'End…',
  grant: 'Grant another role',
  role: 'Role',
  area: 'Where',
  areaHint:
    'A grid for a grid worker; a community for a volunteer or secretary; a street, county or prefecture for a supervisor or administrator.',
  choose: 'Please choose',
  grantButton: 'Grant this role',
  granted: 'Granted. It applies from now on.',
  notThere:
    'This role cannot be held in this area. Choose a grid for a grid worker; a community for a volunteer or secretary; a street, county or prefecture for a supervisor or administrator.',
  alreadyHas: 'They have this role already.',
}

export const handoverEn: typeof handoverZh = {
  title: (name) => `${name}: handing over and leaving`,
  inHand: 'Still in hand',
  nothing: 'Nothing is unfinished.',
  undelivered: 'Not delivered yet:',
  joined: (count) => `${count} shared with others; they will leave them`,
  entered: (count) => `${count} entered for volunteers and not delivered yet`,
  taker: (grid) => `Who takes over ${grid}`,
  takerHint: 'They see the residents, tasks and calls of this grid at once, and get a message.',
  nobodyYet: 'No one yet: on the secretary’s desk',
  stays: 'Stays with this person',
  allStay: 'If every grid stays with this person, nothing ends. Please hand over at least one grid.',
  claimsGoBack: 'Undelivered wishes go back to the board at once, and other volunteers are invited.',
  signedOut: 'They are signed out on every phone and computer. Calendar addresses and activation codes stop working.',
  again: 'What they did stays on record. They can be added again later.',
  button: {
    volunteer: 'End the volunteer role and give the wishes back',
    gridWorker: 'End the grid worker role and hand over as above',
    secretary: 'End the secretary role',
    supervisor: 'End the supervisor role',
    administrator: 'End the administrator role',
  },
  last: {
    secretary:
      'This is the only secretary of the community who can sign in, so the role cannot end. Let a new secretary activate their account first.',
    administrator:
      'This is the only administrator who can sign in, so the role cannot end. Let a new administrator activate their account first.',
  },
  unmanned: (grids) => `Grids without a grid worker: ${grids}. Please find someone to take them over`,
}

export const staffEn: typeof staffZh = {
  title: 'Add a secretary, supervisor or administrator',
  link: 'Add a person',
  button: 'Add and issue a code',
  propose: {
    title: 'Propose a supervisor',
    link: 'Propose a supervisor',
    lead: 'A supervisor sees the figures of an area and no residents. You propose, and an administrator decides; you get a message.',
    area: 'To supervise',
    button: 'Send to the administrator',
    sent: 'Sent to the administrator. The answer will be among your messages.',
  },
  waiting: {
    title: (count) => `Proposals waiting for you: ${count}`,
    by: (name, day) => `Proposed by ${name}, ${day}`,
    accept: 'Accept',
    decline: 'Decline',
    otherName:
      'This number has an account under another name, so nothing was done. Please check with the secretary, or decline.',
    onDesk: (count) => `${count} proposed supervisors are waiting for your answer`,
  },
}
