import { accountZh } from '#text/zh/account/account-text.ts'
import { catalogueZh } from '#text/zh/catalogue/catalogue-text.ts'
import { areasZh } from '#text/zh/community/areas-text.ts'
import { calendarZh } from '#text/zh/community/calendar-text.ts'
import { placesZh } from '#text/zh/community/places-text.ts'
import { ruleChangesZh } from '#text/zh/community/rule-changes-text.ts'
import { rulesZh } from '#text/zh/community/rules-text.ts'
import { calendarEditZh, workingDaysZh } from '#text/zh/community/working-days-text.ts'
import { counterZh } from '#text/zh/counter/counter-text.ts'
import { backupsZh } from '#text/zh/desk/backups-text.ts'
import { callbacksZh } from '#text/zh/desk/callbacks-text.ts'
import { checkingZh } from '#text/zh/desk/checking-text.ts'
import { deskZh, mineZh } from '#text/zh/desk/desk-text.ts'
import { exceptionsZh } from '#text/zh/desk/exceptions-text.ts'
import { firstStepsZh } from '#text/zh/desk/first-steps-text.ts'
import { intakeZh } from '#text/zh/desk/intake-text.ts'
import { knowledgeZh } from '#text/zh/desk/knowledge-text.ts'
import { referralsZh } from '#text/zh/desk/referrals-text.ts'
import { startersZh } from '#text/zh/desk/starters-text.ts'
import { doorsZh } from '#text/zh/doors/doors-text.ts'
import { lettersZh } from '#text/zh/letters/letters-text.ts'
import { doubtsZh } from '#text/zh/lists/doubts-text.ts'
import { importsZh } from '#text/zh/lists/imports-text.ts'
import { invitationsZh } from '#text/zh/matching/invitations-text.ts'
import { activitiesZh } from '#text/zh/months/activities-text.ts'
import { ledgerZh } from '#text/zh/months/ledger-text.ts'
import { monthsZh } from '#text/zh/months/months-text.ts'
import { reportsZh } from '#text/zh/months/reports-text.ts'
import { reviewZh } from '#text/zh/months/review-text.ts'
import { sheetsZh } from '#text/zh/months/sheets-text.ts'
import { copyZh } from '#text/zh/people/copy-text.ts'
import { endingsZh } from '#text/zh/people/endings-text.ts'
import { peopleZh } from '#text/zh/people/people-text.ts'
import { registerZh } from '#text/zh/people/register-text.ts'
import { renewalZh } from '#text/zh/people/renewal-text.ts'
import { receiptsZh } from '#text/zh/receipts/receipts-text.ts'
import { formZh } from '#text/zh/site/form-text.ts'
import { helpZh } from '#text/zh/site/help-text.ts'
import { listZh } from '#text/zh/site/list-text.ts'
import { logZh } from '#text/zh/site/log-text.ts'
import { meanwhileZh } from '#text/zh/site/meanwhile-text.ts'
import { rehearsalZh } from '#text/zh/site/rehearsal-text.ts'
import { errorsZh, faultsZh, siteZh } from '#text/zh/site/site-text.ts'
import { snapshotsZh } from '#text/zh/site/snapshots-text.ts'
import { spokenZh } from '#text/zh/site/spoken-text.ts'
import { statusZh } from '#text/zh/site/status-text.ts'
import { unsentZh } from '#text/zh/site/unsent-text.ts'
import { wordsZh } from '#text/zh/site/words-text.ts'
import { supervisionZh } from '#text/zh/supervision/supervision-text.ts'
import { tableZh } from '#text/zh/table/table-text.ts'
import { unitsZh } from '#text/zh/units/units-text.ts'
import { movesZh } from '#text/zh/wishes/moves-text.ts'
import { notificationsZh } from '#text/zh/wishes/notifications-text.ts'
import { odditiesZh } from '#text/zh/wishes/oddities-text.ts'
import { photosZh } from '#text/zh/wishes/photos-text.ts'
import { refusalsZh } from '#text/zh/wishes/refusals-text.ts'
import { waitsZh } from '#text/zh/wishes/waits-text.ts'
import { whyDueZh } from '#text/zh/wishes/why-due-text.ts'
import { boardZh, cardZh } from '#text/zh/wishes/wishes-text.ts'
import { timeIn } from './time.ts'

/** Every word a person reads, in Chinese. The English text must have the same shape. */
export const zh = {
  site: siteZh,
  errors: errorsZh,
  faults: faultsZh,
  words: wordsZh,
  board: boardZh,
  card: cardZh,
  moves: movesZh,
  notifications: notificationsZh,
  oddities: odditiesZh,
  invitations: invitationsZh,
  refusals: refusalsZh,
  callbacks: callbacksZh,
  catalogue: catalogueZh,
  calendar: calendarZh,
  workingDays: workingDaysZh,
  calendarEdit: calendarEditZh,
  whyDue: whyDueZh,
  waits: waitsZh,
  time: timeIn('zh'),
  spoken: spokenZh,
  exceptions: exceptionsZh,
  backups: backupsZh,
  account: accountZh,
  form: formZh,
  mine: mineZh,
  desk: deskZh,
  table: tableZh,
  help: helpZh,
  status: statusZh,
  firstSteps: firstStepsZh,
  checking: checkingZh,
  endings: endingsZh,
  renewal: renewalZh,
  copy: copyZh,
  meanwhile: meanwhileZh,
  people: peopleZh,
  unsent: unsentZh,
  snapshots: snapshotsZh,
  intake: intakeZh,
  referrals: referralsZh,
  knowledge: knowledgeZh,
  starters: startersZh,
  ledger: ledgerZh,
  letters: lettersZh,
  counter: counterZh,
  supervision: supervisionZh,
  months: monthsZh,
  photos: photosZh,
  register: registerZh,
  log: logZh,
  rehearsal: rehearsalZh,
  reports: reportsZh,
  areas: areasZh,
  places: placesZh,
  units: unitsZh,
  receipts: receiptsZh,
  sheets: sheetsZh,
  review: reviewZh,
  activities: activitiesZh,
  rules: rulesZh,
  ruleChanges: ruleChangesZh,
  imports: importsZh,
  doubts: doubtsZh,
  doors: doorsZh,
  list: listZh,
  /** Between a name and the text about it. */
  colon: '：',
}
