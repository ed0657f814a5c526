import { balance } from '#domain/matching/balance.ts'
import { priorInvitations, priors } from '#domain/matching/chance.ts'
import { festivalDays } from '#domain/matching/festivals.ts'
import { answerDays, askedAtOnce, mostAsksForOneWish, needPoints } from '#domain/matching/need.ts'
import { price } from '#domain/matching/plan.ts'
import { counted } from '#text/en/months/counted-text.ts'
import type { invitationsZh } from '#text/zh/matching/invitations-text.ts'

const { urgency } = needPoints
const wishes = (n: number) => counted(n, 'wish', 'wishes')
const times = (n: number) => counted(n, 'time')

export const invitationsEn: typeof invitationsZh = {
  reason: {
    strength: (strength) => `uses your skill: ${strength}`,
    'no-strength': (strength) => `needs a skill that you did not name: ${strength}`,
    grid: (grid) => `you live in ${grid}`,
    ownGrid: 'in the grid where you live',
    time: (when) => `you are free on ${when}`,
    urgency: { red: 'very urgent', yellow: 'urgent', blue: 'ordinary' },
    deadline: (days) => (days ? `should be done within ${counted(days, 'working day')}` : 'should be done by now'),
    returned: (n) => `came back ${times(n)}`,
    household: (days) => `no one was invited to this household for ${counted(days, 'day')}`,
    chance: (percent) => `about ${percent} in 100 such invitations lead to a delivery in time`,
    asked: (n) =>
      n ? `you were invited ${times(n)} in the last four weeks` : 'you were not invited in the last four weeks',
    'asked-half-year': (n) => `you were invited ${times(n)} in the last half year`,
    'average-half-year': (n) => `the average is ${times(n)}: those invited less come earlier, those invited more later`,
    together: (n) => `${wishes(n)} of one household, offered to you together`,
    'quiet-grid': 'few wishes in this grid are claimed, so one more person is invited',
  },
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  parts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
  when: (weekday, part) => `${weekday} ${part}`,
  comma: '; ',
  because: (fits, asked) => (fits ? `Why you: ${fits}; ${asked}.` : `Why you: ${asked}.`),
  all: 'All that was considered',
  ignore: 'If you do not want to do it, ignore it. That has no consequences and is not shown to anyone.',
  choice: {
    title: 'How often to invite me',
    perWeek: 'Invitations a week',
    lead: (n) =>
      `You were invited ${times(n)} in the last four weeks. A change applies at once, and the board is always open to you.`,
    options: {
      usual: (limit) => `At most ${times(limit)} a week`,
      weekly: () => 'At most once a week',
      never: () => 'Do not invite me',
    },
    pause: 'Pause until',
    pauseHint: 'You will be invited again from this day on, not before.',
    wrongDay: 'Choose a day in the future, within a year.',
    button: 'Save',
    saved: 'Saved. It applies from now on.',
    pausedUntil: (day) => `Paused. You will be invited again from ${day}.`,
  },
  staff: {
    title: 'Invitations',
    open: 'Invitations',
    lead: 'Who was invited to each waiting wish, and when. It is normal that an invitation gets no answer: that is not recorded, and no one is asked why.',
    next: {
      title: 'What the next plan would do',
      when: (day) => `Next: ${day}`,
      counts: (n, people) => `${counted(people, 'invitation')} for ${wishes(n)}.`,
      none: 'There is nothing to send.',
      answers: (n) => `${wishes(n)}: people were invited just now, so we wait a little.`,
      visits: (n) => `${wishes(n)}: the household has no visit left in these weeks.`,
      festival: (n) => `${wishes(n)}: not urgent, spread over the days around the festival.`,
      unanswered: (n) => `${wishes(n)}: no one can be invited at the moment.`,
    },
    helps: {
      title: 'What would help',
      strength: (strength, n) => `No volunteer has the skill “${strength}”: ${wishes(n)} waiting.`,
      nobody: (n) => `Everyone suitable was invited or has no invitation left this week: ${wishes(n)} waiting.`,
      script: (strength, n) =>
        `To all work units: ${wishes(n)} of our residents need the skill “${strength}”. If a colleague would like to help, please ask them to report in to the community or to claim a wish on the board. Thank you!`,
      nobodyScript: (n) =>
        `To all work units: ${wishes(n)} of our residents have not been claimed yet. If you have time, please look at the board. Thank you!`,
      copy: 'Copy for the work units',
      activity: 'Announce a service day',
    },
    wishes: {
      title: 'Waiting wishes',
      none: 'There are no wishes to claim at the moment.',
      nobody: 'no one invited yet',
      more: (count) => counted(count, 'more wish', 'more wishes'),
      asked: (count) => `${counted(count, 'person', 'people')} invited`,
      who: (when) => `Who was invited, last on ${when}`,
      at: (when, names) => `${when}: ${names}`,
      next: {
        people: (count) => `The next plan invites ${counted(count, 'person', 'people')}.`,
        answers: 'Next plan: people were invited just now, so it waits for answers.',
        visits: 'Next plan: the household has no visit left, so no one is invited.',
        festival: 'Next plan: not urgent, so it waits until after the festival.',
        nobody: 'Next plan: no one can be invited.',
        rests: 'Next plan: not yet, it is to come back to the board later.',
      },
    },
    never: {
      title: 'Volunteers never invited',
      month: 'Last 28 days',
      of: (never, all) => `${never} of ${all}`,
      how: 'Active volunteers who got no invitation in that time, including those who asked not to be invited.',
    },
  },
  rules: {
    title: 'How volunteers are invited',
    lead: 'Every day at the opening hour all waiting wishes and all volunteers are planned together: the most urgent wishes choose first, and people who were invited often come later. For very urgent wishes, and for wishes that were given back or lapsed, people are invited at once. These are invitations, never assignments, and anyone can claim any wish on the board.',
    rows: [
      `Score of an invitation = chance of a delivery in time × points of the wish, adjusted for the invitations of the last half year, minus ${price} for each invitation in the last four weeks. An invitation is sent only if its score is above zero.`,
      `The adjustment: for those invited less than the average in half a year, ${balance.eachInvitation} more for each invitation below it; for those invited more, ${balance.eachInvitation} less for each above it; at most 1/${balance.mostPart} of chance × points either way.`,
      `Points of the wish: very urgent ${urgency.red}, urgent ${urgency.yellow}, ordinary ${urgency.blue}; with fewer than ${needPoints.soon} working days left, ${needPoints.eachDayLess} for each day less; ${needPoints.eachReturn} for each time it came back (at most ${needPoints.mostReturns}); ${needPoints.eachHouseholdDay} for each day on which no one was invited to the household (at most ${needPoints.mostHouseholdDays}).`,
      'The day by which it should be done: the first promise where it was claimed; otherwise twice the time for delivery, counted from publication.',
      `The chance is counted: how many invitations for the same kind of wish, to people who suit it equally, led to a delivery in time in the last half year. No person is scored. Before there is anything to count we assume ${priors.has} % with the skill, ${priors['not-needed']} % where no skill is needed, ${priors.lacks} % without the skill; ${priors.near} % more for living near and ${priors.time} % more for free hours. The assumption counts as much as ${priorInvitations} invitations.`,
      `How many people at a time: ${askedAtOnce.red} for very urgent, ${askedAtOnce.yellow} for urgent, ${askedAtOnce.blue} for ordinary; one more in the second half of its time, for each time it came back, and in a grid where few wishes are claimed; at most ${askedAtOnce.most}. After ${counted(answerDays.blue, 'day')} without an answer (very urgent: ${answerDays.red}) others are invited.`,
      `The same person is invited to the same wish at most ${times(mostAsksForOneWish)}. No one is invited on two days running unless it is very urgent. Of equals, those invited least in four weeks come first, then those invited least in half a year, then a draw decides.`,
      `A household has a limited number of visits a week; when they are taken, no one is invited. Wishes of one household are offered together to one person. In the ${festivalDays} days before and after the Double Ninth and the Spring Festival, wishes that are not urgent are spread over several days, and none is planned for the day itself.`,
      'Ignoring an invitation has no consequences and is not shown to anyone. How often you are invited, and until when you pause, is your own choice on your page and applies at once.',
    ],
  },
}
