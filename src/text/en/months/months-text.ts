import type { monthsZh } from '#text/zh/months/months-text.ts'

const wishes = (n: number) => `${n} ${n === 1 ? 'wish' : 'wishes'}`

export const monthsEn: typeof monthsZh = {
  sign: {
    title: (month) => `Sign the report of ${month}`,
    lead: 'See first what is still open, then check the figures. Once signed they stay as they are and nobody can change them; what turns out wrong later is corrected beside them.',
    go: 'Check and sign',
    openTitle: 'Still open',
    nothingOpen:
      'Nothing is open: every wish was checked and has come to an end, every office has answered, every delivery was called about.',
    openHint: 'Signing changes nothing for these wishes: they go on as usual.',
    groups: {
      submitted: 'Posted, not checked yet',
      draft: 'Returned, to be completed',
      referred: 'With another office, not answered yet',
      open: 'Not claimed yet',
      claimed: 'Claimed, not delivered yet',
      uncalled: 'Delivered this month, not called back yet',
      earlier: 'Delivered in earlier months, never called back',
      unconfirmed: 'Called in vain, without a word from the receiving side',
    },
    work: {
      submitted: 'Check them on the desk',
      draft: 'Complete them on the desk',
      referred: 'Follow up with the offices',
      open: 'To the board, to pass one on to somebody who suits',
      uncalled: 'Make the calls',
      earlier: 'Make the calls',
      unconfirmed: 'See to them on the desk',
    },
    count: (group, count) => `${group}: ${wishes(count)}`,
    more: (count) => `${wishes(count)} more: list all`,
    wish: 'Wish',
    grid: 'Grid',
    days: {
      postedAt: 'Posted',
      publishedAt: 'Published',
      endedAt: 'Passed on',
      dueAt: 'Due',
      deliveredAt: 'Delivered',
    },
    figures: 'The figures to check',
    waits: 'Waits (signed as well)',
    parts: {
      grid: 'The figures by grid (signed as well; those of 0 left out)',
      category: 'The figures by category (signed as well; those of 0 left out)',
      source: 'The figures by source (signed as well; those of 0 left out)',
      unit: 'The figures by work unit (signed as well; those of 0 left out)',
      reason: 'Reasons for what was not fulfilled (signed as well; those of 0 left out)',
    },
    statement: (count) =>
      `I have seen the wishes that are still open and checked the figures, waits and parts above, ${count} in all; they are right.`,
    button: 'Sign and fix the figures',
    signed: 'Signed. These are now the official figures of the month.',
    faults: {
      tick: 'Please check first, then tick the box.',
      'key-reused': 'This form was already sent with other content. Please open it again.',
    },
    refused: {
      signed:
        'This month has been signed already; its figures no longer change. To put something right, add a correction to the report.',
      running: 'This month is not over and its figures still move. Please sign once it has ended.',
      future: 'This month has not begun. It cannot be signed.',
      before: 'The community had not published a wish by that month. There are no figures to sign.',
      moved: 'The figures have moved since you opened this page. The new ones are below; please check them again.',
    },
    back: 'Back to the report',
  },
  stand: {
    moving: (time, lastEvent) =>
      `As known on ${time}, up to record ${lastEvent} of the ledger. Later confirmations, reopenings and withdrawals correct the figures of months that are not signed.`,
    signed: (time, lastEvent) => `Figures as signed on ${time}, up to record ${lastEvent} of the ledger.`,
  },
  facts: {
    wait: 'Wait',
    part: 'Part',
    whole: 'Whole community',
    noUnit: 'no unit',
    otherUnit: 'another unit',
    inPart: (figure, part) => `${figure} (${part})`,
    waits: {
      'to-claim': 'Posting to first claim',
      'to-delivery': 'Claim to delivery',
      'to-call': 'Delivery to call-back',
    },
    median: (wait) => `${wait}: median`,
    slowest: (wait) => `${wait}: the slowest tenth from`,
    hours: (hours) => (hours === 1 ? '1 hour' : `${hours} hours`),
    partly: (count) => `Parts that differ: ${count}`,
  },
  official: {
    title: 'Signed report',
    by: (name, time) => `Signed by ${name} on ${time}.`,
    onDay: (day) => `Signed by the community on ${day}.`,
    basis: (lastEvent, rulesFrom) =>
      `The figures reach up to record ${lastEvent} of the ledger, by the rules in force from ${rulesFrom}.`,
    stays:
      'Below are the official figures as signed; they do not change. The lists behind them show today and may differ.',
    same: 'Reckoned again from today’s records, the figures are the same.',
    notYet: 'This month is not signed yet. Later confirmations, reopenings and withdrawals still change its figures.',
    unsigned: 'Not signed yet',
    correctedTo: (value, day) => `corrected to ${value} on ${day}`,
    corrections: 'Corrections',
    since: (changes) => `Corrected since it was signed: ${changes.join('; ')}.`,
    change: (day, figure, old, now) => `${day}, ${figure} ${old} → ${now}`,
    differences: 'What today’s recalculation finds different',
    differencesLead:
      'Reckoned again from today’s records, these differ from the official figures. Where that is right, add a correction; the official figure stays.',
    figure: 'Figure',
    held: 'Official',
    today: 'Today',
    old: 'Was',
    corrected: 'Corrected to',
    reason: 'Reason',
    when: 'Date',
    who: 'By',
    add: 'Add a correction',
    nothing: 'none',
    listDiffers: (signed, today) =>
      `${wishes(signed)} when the month was signed; things have changed since, and this list shows today’s ${today}.`,
  },
  correct: {
    title: (month) => `Correct the report of ${month}`,
    lead: 'A signed figure is not changed. The correction stands beside it with its date and reason, for everyone who reads the report.',
    figure: 'Which figure',
    held: (figure, held) => `${figure}: the official figure is ${held}.`,
    choose: 'Go on',
    value: 'It should be',
    reason: 'Reason',
    reasonHint: 'For example: a call-back of 3 November was entered late. No names of residents or volunteers.',
    look: 'Next: check',
    done: 'The correction now stands beside the figure.',
    sure: {
      title: 'Check this correction',
      lead: (month) => `This correction will be added to the report of ${month}.`,
      stays:
        'Once added it stays for ever: it cannot be changed or taken back. If it turns out wrong, another correction can only be added after it.',
      button: 'Yes, add the correction',
      back: 'Go back and change it',
    },
    clashes: {
      'over-base': (figure, value) =>
        `It cannot be more than “${figure}”, which is ${value}. Please enter less; if that figure is wrong too, correct it first.`,
      'under-share': (figure, value) =>
        `It cannot be less than “${figure}”, which is ${value}. Please enter more; if that figure is wrong too, correct it first.`,
      'over-together': (figure, value) =>
        `With the other figures of its kind it would be more than “${figure}”, which is ${value}. Please enter less, or correct the others first.`,
      'over-whole': (figure, value) =>
        `The parts cannot add up to more than “${figure}” of the whole community: here it can be ${value} at most. If the whole is wrong too, correct it first.`,
      'under-part': (figure, value) =>
        `The whole cannot be less than one of its parts: “${figure}” is ${value}. If that part is wrong too, correct it first.`,
      'wait-order': (figure, value) =>
        `The median cannot be longer than the slowest tenth: “${figure}” is ${value}. If that one is wrong too, correct it first.`,
    },
    faults: {
      figure: 'Please choose a figure.',
      value: 'Please enter a whole number, 0 or more, without a minus or a decimal point; waits in whole hours.',
      reason: 'Please give a reason.',
      same: 'That is what the figure says already; there is nothing to correct.',
      moved: 'Somebody has just corrected this figure. What holds now is below; please look again.',
      unsigned: 'This month is not signed yet; its figures follow by themselves.',
      unknown: 'The report of this month has no such figure. Please choose one below.',
      'key-reused': 'This form was already sent with other content. Please open it again.',
    },
  },
}
