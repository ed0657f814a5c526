import { accountEn } from '#text/en/account/account-text.ts'
import { catalogueEn } from '#text/en/catalogue/catalogue-text.ts'
import { areasEn } from '#text/en/community/areas-text.ts'
import { calendarEn } from '#text/en/community/calendar-text.ts'
import { placesEn } from '#text/en/community/places-text.ts'
import { ruleChangesEn } from '#text/en/community/rule-changes-text.ts'
import { rulesEn } from '#text/en/community/rules-text.ts'
import { calendarEditEn, workingDaysEn } from '#text/en/community/working-days-text.ts'
import { counterEn } from '#text/en/counter/counter-text.ts'
import { backupsEn } from '#text/en/desk/backups-text.ts'
import { callbacksEn } from '#text/en/desk/callbacks-text.ts'
import { checkingEn } from '#text/en/desk/checking-text.ts'
import { deskEn, mineEn } from '#text/en/desk/desk-text.ts'
import { exceptionsEn } from '#text/en/desk/exceptions-text.ts'
import { firstStepsEn } from '#text/en/desk/first-steps-text.ts'
import { intakeEn } from '#text/en/desk/intake-text.ts'
import { knowledgeEn } from '#text/en/desk/knowledge-text.ts'
import { referralsEn } from '#text/en/desk/referrals-text.ts'
import { startersEn } from '#text/en/desk/starters-text.ts'
import { doorsEn } from '#text/en/doors/doors-text.ts'
import { lettersEn } from '#text/en/letters/letters-text.ts'
import { doubtsEn } from '#text/en/lists/doubts-text.ts'
import { importsEn } from '#text/en/lists/imports-text.ts'
import { invitationsEn } from '#text/en/matching/invitations-text.ts'
import { activitiesEn } from '#text/en/months/activities-text.ts'
import { ledgerEn } from '#text/en/months/ledger-text.ts'
import { monthsEn } from '#text/en/months/months-text.ts'
import { reportsEn } from '#text/en/months/reports-text.ts'
import { reviewEn } from '#text/en/months/review-text.ts'
import { sheetsEn } from '#text/en/months/sheets-text.ts'
import { copyEn } from '#text/en/people/copy-text.ts'
import { endingsEn } from '#text/en/people/endings-text.ts'
import { peopleEn } from '#text/en/people/people-text.ts'
import { registerEn } from '#text/en/people/register-text.ts'
import { renewalEn } from '#text/en/people/renewal-text.ts'
import { receiptsEn } from '#text/en/receipts/receipts-text.ts'
import { formEn } from '#text/en/site/form-text.ts'
import { helpEn } from '#text/en/site/help-text.ts'
import { listEn } from '#text/en/site/list-text.ts'
import { logEn } from '#text/en/site/log-text.ts'
import { meanwhileEn } from '#text/en/site/meanwhile-text.ts'
import { rehearsalEn } from '#text/en/site/rehearsal-text.ts'
import { errorsEn, faultsEn, siteEn } from '#text/en/site/site-text.ts'
import { snapshotsEn } from '#text/en/site/snapshots-text.ts'
import { spokenEn } from '#text/en/site/spoken-text.ts'
import { statusEn } from '#text/en/site/status-text.ts'
import { unsentEn } from '#text/en/site/unsent-text.ts'
import { wordsEn } from '#text/en/site/words-text.ts'
import { supervisionEn } from '#text/en/supervision/supervision-text.ts'
import { tableEn } from '#text/en/table/table-text.ts'
import { unitsEn } from '#text/en/units/units-text.ts'
import { movesEn } from '#text/en/wishes/moves-text.ts'
import { notificationsEn } from '#text/en/wishes/notifications-text.ts'
import { odditiesEn } from '#text/en/wishes/oddities-text.ts'
import { photosEn } from '#text/en/wishes/photos-text.ts'
import { refusalsEn } from '#text/en/wishes/refusals-text.ts'
import { waitsEn } from '#text/en/wishes/waits-text.ts'
import { whyDueEn } from '#text/en/wishes/why-due-text.ts'
import { boardEn, cardEn } from '#text/en/wishes/wishes-text.ts'
import { timeIn } from './time.ts'
import type { zh } from './zh.ts'

export const en: typeof zh = {
  site: siteEn,
  errors: errorsEn,
  faults: faultsEn,
  words: wordsEn,
  board: boardEn,
  card: cardEn,
  moves: movesEn,
  notifications: notificationsEn,
  oddities: odditiesEn,
  invitations: invitationsEn,
  refusals: refusalsEn,
  callbacks: callbacksEn,
  catalogue: catalogueEn,
  calendar: calendarEn,
  workingDays: workingDaysEn,
  calendarEdit: calendarEditEn,
  whyDue: whyDueEn,
  waits: waitsEn,
  time: timeIn('en'),
  spoken: spokenEn,
  exceptions: exceptionsEn,
  backups: backupsEn,
  account: accountEn,
  form: formEn,
  mine: mineEn,
  desk: deskEn,
  table: tableEn,
  help: helpEn,
  status: statusEn,
  firstSteps: firstStepsEn,
  checking: checkingEn,
  endings: endingsEn,
  renewal: renewalEn,
  copy: copyEn,
  meanwhile: meanwhileEn,
  people: peopleEn,
  unsent: unsentEn,
  snapshots: snapshotsEn,
  intake: intakeEn,
  referrals: referralsEn,
  knowledge: knowledgeEn,
  starters: startersEn,
  ledger: ledgerEn,
  letters: lettersEn,
  counter: counterEn,
  supervision: supervisionEn,
  months: monthsEn,
  photos: photosEn,
  register: registerEn,
  log: logEn,
  rehearsal: rehearsalEn,
  reports: reportsEn,
  areas: areasEn,
  places: placesEn,
  units: unitsEn,
  receipts: receiptsEn,
  sheets: sheetsEn,
  review: reviewEn,
  activities: activitiesEn,
  rules: rulesEn,
  ruleChanges: ruleChangesEn,
  imports: importsEn,
  doubts: doubtsEn,
  doors: doorsEn,
  list: listEn,
  /** Between a name and the text about it. */
  colon: ': ',
}
