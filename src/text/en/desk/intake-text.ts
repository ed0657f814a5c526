import type { intakeZh } from '#text/zh/desk/intake-text.ts'

export const intakeEn: typeof intakeZh = {
  ways: 'How it came in',
  way: { visit: 'At the door', phone: 'By telephone', letter: 'Letter', transfer: '12345 transfer' },
  wayTitle: { letter: 'Register a letter', transfer: 'Register a 12345 transfer' },
  received: 'When it arrived',
  receivedHint:
    'If you leave this empty, the current time is used. For a letter or transfer, enter the day it arrived.',
  receivedAt: 'Received',
  workOrder: '12345 work order number',
  workOrderHint: 'Required for a transfer. Only community staff see it.',
  check: 'Check the common questions first',
  known: {
    title: 'The common questions have an answer to this',
    none: 'There is no answer in the common questions. Post it as usual.',
    answered: 'Answered at once',
  },
  refer: {
    fold: 'Not for volunteers? Refer it to an office',
    reason: 'Refer to',
    none: 'Do not refer: post it as a wish',
    hint: 'This registers and refers it in one step; it does not appear on the board. Follow it up under “Referrals” and tell the resident when there is an answer.',
    note: 'Which office, who you spoke to and what they said',
    instead: (office) => `Refer it instead of posting a wish: ${office}`,
  },
  answer: {
    title: 'Record a direct answer',
    lead: 'If you answered a question on the spot, record it here. The monthly report counts it as answered at once.',
    nobody: 'You do not need a name. No file is made for a person who only asks a question.',
    by: (name) => `${name} asked`,
    grid: 'Which grid they are from',
    asked: 'What was asked',
    askedHint: 'Only community staff see this. Do not mention names or illnesses.',
    said: 'Which office was called, and what it said',
    saidHint: 'For example: three-way call with the heating company; they will come tomorrow morning.',
    button: 'Record as answered at once',
    fromKnowledge: 'I have just given this answer',
  },
  faults: {
    moment: 'Please give a day and a time, such as 2026-11-07 10:30.',
    'too-old': 'That is more than 60 days ago. Please check the day.',
    'work-order': 'A work order number must be 4 to 40 digits, letters or hyphens.',
    known:
      'There is an answer in the common questions, shown below “What exactly”. If it answers the question, press “Answered at once”. If not, press “Post” again.',
  },
}
