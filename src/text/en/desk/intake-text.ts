import type { intakeZh } from '#text/zh/desk/intake-text.ts'

export const intakeEn: typeof intakeZh = {
  ways: 'How it came in',
  way: { visit: 'At the door', phone: 'By telephone', letter: 'Letter', transfer: '12345 transfer' },
  wayTitle: { letter: 'Take down a letter', transfer: 'Take down a 12345 transfer' },
  received: 'When it arrived (optional)',
  receivedHint: 'Left empty it is now. For a letter or a transfer, the day it arrived.',
  receivedAt: 'Received',
  workOrder: 'Work order of 12345',
  workOrderHint: 'Required for a transfer. Read inside the community only.',
  check: 'Look it up first',
  known: {
    title: 'The common questions have an answer',
    none: 'Nothing among the common questions: take it down as usual.',
    answered: 'Answered at once',
  },
  refer: {
    fold: 'Not for volunteers? Refer it to an office',
    reason: 'To whom',
    none: 'Nobody: it is a wish',
    hint: 'Taken down and referred in one go; it never stands on the board. Follow it under “Referrals” and tell the resident when the answer is in.',
    note: 'Where it went, whom you spoke to, what was said (optional)',
    instead: (office) => `Not as a wish; refer it. ${office}`,
  },
  answer: {
    title: 'Note a direct answer',
    lead: 'Somebody asked and was answered on the spot: note it, and the month counts it as answered at once.',
    nobody: 'No name is needed: whoever asks and goes gets no file.',
    by: (name) => `${name} asked`,
    grid: 'From which grid',
    asked: 'What was asked',
    askedOptional: 'What was asked (optional)',
    askedHint: 'Read inside the community only. No name, no illness.',
    said: 'Which office was called, and what it said',
    saidHint: 'For example: a three-way call with the heating company; somebody comes tomorrow morning.',
    button: 'Answered at once, note it',
    fromKnowledge: 'I have just answered this',
  },
  faults: {
    moment: 'Please give a day and a time, such as 2026-11-07 10:30.',
    'too-old': 'That is more than 60 days ago. Please check the day.',
    'work-order': 'A work order has only digits, letters and hyphens, 4 to 40 of them.',
    known:
      'The common questions have an answer; it stands below “What exactly”. If it settles the matter, press “Answered at once”; if it is something else, press “Post” once more.',
  },
}
