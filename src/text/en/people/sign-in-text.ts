import type { activateZh, loginZh, welcomeZh } from '#text/zh/people/sign-in-text.ts'

export const loginEn: typeof loginZh = {
  title: 'Sign in',
  lead: 'Grid workers, volunteers and secretaries sign in with their mobile number. Residents do not need to sign in.',
  phone: 'Mobile number',
  password: 'Password',
  button: 'Sign in',
  wrong:
    'The mobile number or password is wrong. Please check them. If you forgot your password, ask the secretary for an activation code.',
  expired: 'That took too long. Start again with your password.',
  forgotten: 'Forgot your password, or signing in for the first time?',
  forgottenHelp: 'Ask the community secretary for an activation code and set a new password with it.',
  toActivate: 'I have an activation code',
  call: (phone: string) => `Cannot sign in? Call the community: ${phone}`,
  demoTitle: 'Demo accounts',
  demoPassword: (password: string) => `The password of each is ${password}`,
}

export const activateEn: typeof activateZh = {
  title: 'Set a password',
  lead: 'Enter the activation code from the secretary, then choose a password of your own.',
  code: 'Activation code',
  codeHint: '8 letters and digits. Capitals do not matter, and you can leave out the dash.',
  password: 'New password',
  passwordHint:
    'At least 10 characters, the longer the better. Without your phone number, your name or your community, and not one you use elsewhere.',
  again: 'New password again',
  button: 'Save and sign in',
  wrong:
    'The mobile number and activation code do not match, or the code has been used or has expired (it is valid for 7 days). Please check, or ask the secretary for a new one.',
  malformed:
    'An activation code has 8 letters and digits, without 0, O, 1, I and L. Please compare again. This did not count as a try.',
  toLogin: 'I have a password: sign in',
  hello: (name) => `Hello, ${name}`,
  linkLead: (digits) =>
    `Choose a password, and you are done. Later you sign in with your number ending in ${digits} and this password.`,
  over: {
    title: 'This link no longer works',
    body: 'An activation link is valid for 7 days and for one use. A newer code ends it. If you have a password, please sign in. If not, ask the secretary for another link.',
    way: 'Home',
  },
}

export const welcomeEn: typeof welcomeZh = {
  title: 'Welcome',
  hello: (name) => `Hello, ${name}!`,
  done: 'Your password is set. Next time, sign in with your phone number and this password.',
  volunteer: {
    lead: 'Three steps from here:',
    steps: [
      'Choose a wish on the board that you can do, and press “Claim”.',
      'Telephone the resident and agree a time.',
      'When it is delivered, press “Delivered”. If you cannot go, you can give it back at any time.',
    ],
    button: 'To the board',
    invitations: 'Choose how often you are invited',
  },
}
