import type { monthsZh } from '#text/zh/months/months-text.ts'
import { counted } from './counted-text.ts'

const wishes = (n: number) => `${n} ${n === 1 ? 'wish' : 'wishes'}`

export const monthsEn: typeof monthsZh = {
  sign: {
    title: (month) => `Sign the report of ${month}`,
    lead: 'First see what is still open, then check the figures. After you sign, no one can change them. If something turns out to be wrong later, add a correction next to the figure.',
    go: 'Check and sign',
    openTitle: 'Still open',
    nothingOpen:
      'Nothing is open: every wish has been checked and closed, every office has answered and every delivery has been called about.',
    openHint: 'Signing does not affect these wishes. They continue as usual.',
    groups: {
      submitted: 'Posted, not checked yet',
      draft: 'Returned for more information',
      referred: 'With another office, not answered yet',
      open: 'Not claimed yet',
      claimed: 'Claimed, not delivered yet',
      uncalled: 'Delivered this month, not called back yet',
      earlier: 'Delivered in earlier months, never called back',
      unconfirmed: 'The call-backs were not answered, so receipt is not confirmed',
    },
    work: {
      submitted: 'Check them on the desk',
      draft: 'Complete them on the desk',
      referred: 'Follow up with the offices',
      open: 'Go to the board and share one with a suitable volunteer',
      uncalled: 'Make the calls',
      earlier: 'Make the calls',
      unconfirmed: 'Deal with them on the desk',
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
      grid: 'The figures by grid (signed as well; figures of 0 are left out)',
      category: 'The figures by category (signed as well; figures of 0 are left out)',
      source: 'The figures by source (signed as well; figures of 0 are left out)',
      unit: 'The figures by work unit (signed as well; figures of 0 are left out)',
      reason: 'Reasons for what was not fulfilled (signed as well; figures of 0 are left out)',
    },
    statement: (count) =>
      `I have seen the wishes that are still open, and I have checked the main figures above. Signing also fixes the waits and the parts, ${count} figures in all.`,
    button: 'Sign and fix the figures',
    signed: 'Signed. These are now the official figures of the month.',
    faults: {
      tick: 'Please check first, then tick the box.',
      'key-reused': 'This form was already sent with other content. Please open it again.',
    },
    refused: {
      signed:
        'This month has been signed already; its figures no longer change. To correct something, add a correction to the report.',
      running: 'This month is not over and its figures may still change. Please sign after it has ended.',
      future: 'This month has not begun. It cannot be signed.',
      before: 'The community had not published any wishes by that month, so there are no figures to sign.',
      moved: 'The figures have changed since you opened this page. The new ones are below. Please check them again.',
    },
    back: 'Back to the report',
  },
  stand: {
    moving: (time, lastEvent) =>
      `As of ${time}, up to record ${lastEvent} of the ledger. Later confirmations, reopenings and withdrawals still change the figures of unsigned months.`,
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
    slowest: (wait) => `${wait}: how long the slowest 10% took`,
    hours: (hours) => (hours === 1 ? '1 hour' : `${hours} hours`),
    partly: (count) => `Parts that differ: ${count}`,
  },
  official: {
    title: 'Signed report',
    by: (name, time) => `Signed by ${name} on ${time}.`,
    onDay: (day) => `Signed by the community on ${day}.`,
    basis: (lastEvent, rulesFrom) =>
      `The figures include records up to ${lastEvent} of the ledger and use the rules in force from ${rulesFrom}.`,
    stays:
      'Below are the official figures as signed. They do not change. The lists behind them show today’s records and may differ.',
    same: 'Recalculated from today’s records, the figures are the same.',
    notYet: 'This month is not signed yet. Later confirmations, reopenings and withdrawals still change its figures.',
    unsigned: 'Not signed yet',
    settled:
      'All that was due this month has a result, and we have called about every delivery. The figures are final and can be signed.',
    unsettled: (undelivered, uncalled) =>
      `Still without a result: ${[undelivered ? counted(undelivered, 'delivery that was due', 'deliveries that were due') : '', uncalled ? counted(uncalled, 'call-back') : ''].filter(Boolean).join(', ')}. The figures will still change.`,
    signLater: (day, workdays) => `We recommend signing after ${day} (working day ${workdays} of the next month).`,
    signNow: (day) =>
      `The recommended day, ${day}, has passed, so the month can be signed. You can correct later changes all at once.`,
    correctedRate: (rate) => `corrected: ${rate}`,
    correctedTo: (value, day) => `corrected to ${value} on ${day}`,
    corrections: 'Corrections',
    manyCorrections: (count) => counted(count, 'correction'),
    since: (changes) => `Corrected since it was signed: ${changes.join('; ')}.`,
    change: (day, figure, old, now, why) => `${day}, ${figure} ${old} → ${now}${why ? ` (${why})` : ''}`,
    differences: 'What today’s recalculation finds different',
    differencesLead:
      'Recalculated from today’s records, these differ from the official figures. If today’s figure is right, add a correction. The official figure stays.',
    figure: 'Figure',
    held: 'Official',
    today: 'Today',
    old: 'Was',
    corrected: 'Corrected to',
    reason: 'Reason',
    why: 'Public reason',
    when: 'Date',
    who: 'By',
    add: 'Add a correction',
    nothing: 'none',
    listDiffers: (signed, today) =>
      `${wishes(signed)} when the month was signed. There have been changes since then, and this list shows today’s ${today}.`,
  },
  accept: {
    title: (month) => `${month}: correct every figure that differs today`,
    lead: (count) =>
      `There are new records since the month was signed, and ${counted(count, 'figure')} now ${count === 1 ? 'differs' : 'differ'}. You correct them together, with one reason. The signed figures stay; the corrections are shown next to them.`,
    open: (count) => `Correct the ${counted(count, 'figure')} that differ`,
    usual: (day) => `Calculated again from the records on ${day}.`,
    parts: (count) => `${counted(count, 'figure')} of the parts`,
    button: (count) => `Correct ${counted(count, 'figure')}`,
    done: 'Every figure that differed has been corrected. The corrections are shown next to the signed figures.',
    faults: {
      same: 'Calculated again today, no figure differs any more.',
      moved: 'The figures changed after you opened this page. The current ones are below. Please check them again.',
      unsigned: 'This month is not signed: its figures update by themselves and need no correction.',
      'key-reused': 'This form has already been sent with other content. Please open it again.',
    },
  },
  correct: {
    title: (month) => `Correct the report of ${month}`,
    lead: 'A signed figure is never changed. The correction is shown next to it with its date and reason, to everyone who reads the report.',
    figure: 'Which figure',
    held: (figure, held) => `${figure}: the official figure is ${held}.`,
    choose: 'Continue',
    value: 'It should be',
    why: 'Why it is corrected (public)',
    whyHint: 'The ledger and the bulletin will say this.',
    reason: 'Details (for the community’s staff only)',
    reasonHint: 'For example: a call-back of 3 November was entered late. No names of residents or volunteers.',
    look: 'Next: check',
    done: 'The correction is now shown next to the figure.',
    sure: {
      title: 'Check this correction',
      lead: (month) => `This correction will be added to the report of ${month}.`,
      stays:
        'A correction cannot be changed or removed. If it turns out to be wrong, you can only add another correction after it.',
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
        `The median cannot be longer than the slowest 10%: “${figure}” is ${value}. If that one is wrong too, correct it first.`,
    },
    faults: {
      figure: 'Please choose a figure.',
      value: 'Please enter a whole number, 0 or more, without a minus or a decimal point; waits in whole hours.',
      why: 'Please choose a reason that may be public.',
      reason: 'Please give the details.',
      same: 'The figure already has this value, so there is nothing to correct.',
      moved: 'Another person has just corrected this figure. The current value is below. Please check it again.',
      unsigned: 'This month is not signed yet, so its figures update automatically.',
      unknown: 'The report of this month has no such figure. Please choose one below.',
      'key-reused': 'This form was already sent with other content. Please open it again.',
    },
  },
}
