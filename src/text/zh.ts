import { listZh } from './lists.ts'
import { timeZh } from './time.ts'
import { activitiesZh } from './zh/activities.ts'
import { areasZh } from './zh/areas.ts'
import { calendarZh } from './zh/calendar.ts'
import { callbacksZh } from './zh/callbacks.ts'
import { catalogueZh } from './zh/catalogue.ts'
import { copyZh } from './zh/copy.ts'
import { deskZh, mineZh } from './zh/desk.ts'
import { doubtsZh } from './zh/doubts.ts'
import { endingsZh } from './zh/endings.ts'
import { exceptionsZh } from './zh/exceptions.ts'
import { formZh } from './zh/form.ts'
import { importsZh } from './zh/imports.ts'
import { intakeZh } from './zh/intake.ts'
import { keptZh } from './zh/kept.ts'
import { knowledgeZh } from './zh/knowledge.ts'
import { ledgerZh } from './zh/ledger.ts'
import { meanwhileZh } from './zh/meanwhile.ts'
import { monthsZh } from './zh/months.ts'
import { movesZh, noticesZh } from './zh/moves.ts'
import { peopleZh } from './zh/people.ts'
import { photosZh } from './zh/photos.ts'
import { referralsZh } from './zh/referrals.ts'
import { refusalsZh } from './zh/refusals.ts'
import { registerZh } from './zh/register.ts'
import { rehearsalZh } from './zh/rehearsal.ts'
import { reportsZh } from './zh/reports.ts'
import { reviewZh } from './zh/review.ts'
import { ruleChangesZh } from './zh/rule-changes.ts'
import { rulesZh } from './zh/rules.ts'
import { sheetsZh } from './zh/sheets.ts'
import { errorsZh, faultsZh, siteZh } from './zh/site.ts'
import { spokenZh } from './zh/spoken.ts'
import { startersZh } from './zh/starters.ts'
import { unsentZh } from './zh/unsent.ts'
import { waitsZh } from './zh/waits.ts'
import { whyDueZh } from './zh/why-due.ts'
import { boardZh, cardZh } from './zh/wishes.ts'
import { wordsZh } from './zh/words.ts'
import { calendarEditZh, workingDaysZh } from './zh/working-days.ts'

/** Every word a person reads, in Chinese. The English text beside it must satisfy this shape. */
export const zh = {
  site: siteZh,
  errors: errorsZh,
  faults: faultsZh,
  words: wordsZh,
  board: boardZh,
  card: cardZh,
  moves: movesZh,
  notices: noticesZh,
  refusals: refusalsZh,
  callbacks: callbacksZh,
  catalogue: catalogueZh,
  calendar: calendarZh,
  workingDays: workingDaysZh,
  calendarEdit: calendarEditZh,
  whyDue: whyDueZh,
  waits: waitsZh,
  time: timeZh,
  spoken: spokenZh,
  exceptions: exceptionsZh,
  form: formZh,
  mine: mineZh,
  desk: deskZh,
  endings: endingsZh,
  kept: keptZh,
  copy: copyZh,
  meanwhile: meanwhileZh,
  people: peopleZh,
  unsent: unsentZh,
  intake: intakeZh,
  referrals: referralsZh,
  knowledge: knowledgeZh,
  starters: startersZh,
  ledger: ledgerZh,
  months: monthsZh,
  photos: photosZh,
  register: registerZh,
  rehearsal: rehearsalZh,
  reports: reportsZh,
  areas: areasZh,
  sheets: sheetsZh,
  review: reviewZh,
  activities: activitiesZh,
  rules: rulesZh,
  ruleChanges: ruleChangesZh,
  imports: importsZh,
  doubts: doubtsZh,
  list: listZh,
  /** Between a name and what is said of it. */
  colon: '：',
}
