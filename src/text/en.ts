import { activitiesEn } from './en/activities.ts'
import { areasEn } from './en/areas.ts'
import { calendarEn } from './en/calendar.ts'
import { callbacksEn } from './en/callbacks.ts'
import { catalogueEn } from './en/catalogue.ts'
import { copyEn } from './en/copy.ts'
import { deskEn, mineEn } from './en/desk.ts'
import { doubtsEn } from './en/doubts.ts'
import { endingsEn } from './en/endings.ts'
import { exceptionsEn } from './en/exceptions.ts'
import { formEn } from './en/form.ts'
import { importsEn } from './en/imports.ts'
import { intakeEn } from './en/intake.ts'
import { keptEn } from './en/kept.ts'
import { knowledgeEn } from './en/knowledge.ts'
import { ledgerEn } from './en/ledger.ts'
import { meanwhileEn } from './en/meanwhile.ts'
import { monthsEn } from './en/months.ts'
import { movesEn, noticesEn } from './en/moves.ts'
import { peopleEn } from './en/people.ts'
import { photosEn } from './en/photos.ts'
import { referralsEn } from './en/referrals.ts'
import { refusalsEn } from './en/refusals.ts'
import { registerEn } from './en/register.ts'
import { rehearsalEn } from './en/rehearsal.ts'
import { reportsEn } from './en/reports.ts'
import { reviewEn } from './en/review.ts'
import { ruleChangesEn } from './en/rule-changes.ts'
import { rulesEn } from './en/rules.ts'
import { sheetsEn } from './en/sheets.ts'
import { errorsEn, faultsEn, siteEn } from './en/site.ts'
import { spokenEn } from './en/spoken.ts'
import { startersEn } from './en/starters.ts'
import { unsentEn } from './en/unsent.ts'
import { waitsEn } from './en/waits.ts'
import { whyDueEn } from './en/why-due.ts'
import { boardEn, cardEn } from './en/wishes.ts'
import { wordsEn } from './en/words.ts'
import { calendarEditEn, workingDaysEn } from './en/working-days.ts'
import { listEn } from './lists.ts'
import type { Text } from './text.ts'
import { timeEn } from './time.ts'

export const en: Text = {
  site: siteEn,
  errors: errorsEn,
  faults: faultsEn,
  words: wordsEn,
  board: boardEn,
  card: cardEn,
  moves: movesEn,
  notices: noticesEn,
  refusals: refusalsEn,
  callbacks: callbacksEn,
  catalogue: catalogueEn,
  calendar: calendarEn,
  workingDays: workingDaysEn,
  calendarEdit: calendarEditEn,
  whyDue: whyDueEn,
  waits: waitsEn,
  time: timeEn,
  spoken: spokenEn,
  exceptions: exceptionsEn,
  form: formEn,
  mine: mineEn,
  desk: deskEn,
  endings: endingsEn,
  kept: keptEn,
  copy: copyEn,
  meanwhile: meanwhileEn,
  people: peopleEn,
  unsent: unsentEn,
  intake: intakeEn,
  referrals: referralsEn,
  knowledge: knowledgeEn,
  starters: startersEn,
  ledger: ledgerEn,
  months: monthsEn,
  photos: photosEn,
  register: registerEn,
  rehearsal: rehearsalEn,
  reports: reportsEn,
  areas: areasEn,
  sheets: sheetsEn,
  review: reviewEn,
  activities: activitiesEn,
  rules: rulesEn,
  ruleChanges: ruleChangesEn,
  imports: importsEn,
  doubts: doubtsEn,
  list: listEn,
  /** Between a name and what is said of it. */
  colon: ': ',
}
