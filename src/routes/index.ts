import type { Hono } from 'hono'
import type { Env } from '#http/context.ts'
import { account } from './account/account-routes.tsx'
import { activationLinks } from './account/activation-link-routes.tsx'
import { feeds } from './account/feed-routes.tsx'
import { login } from './account/login-routes.tsx'
import { mine } from './account/mine-routes.tsx'
import { ownDetails } from './account/own-details-routes.tsx'
import { boards } from './board/board-routes.tsx'
import { calendarEdits } from './calendar/calendar-edit-routes.tsx'
import { calendar } from './calendar/calendar-routes.tsx'
import { calls } from './callbacks/call-routes.tsx'
import { callbacks } from './callbacks/callback-routes.tsx'
import { toInform } from './callbacks/inform-routes.tsx'
import { counterBooking } from './counter/book-routes.tsx'
import { counterDesk } from './counter/counter-desk-routes.tsx'
import { checking } from './desk/checking-routes.tsx'
import { desk } from './desk/desk-routes.tsx'
import { boardSheets } from './doors/board-sheet-routes.tsx'
import { doors } from './doors/door-routes.tsx'
import { groupMessages } from './doors/message-routes.tsx'
import { numbers } from './doors/number-routes.tsx'
import { groupReplies } from './doors/reply-routes.tsx'
import { groupRobots } from './doors/robot-routes.tsx'
import { follow } from './follow/follow-routes.tsx'
import { knowledge } from './knowledge/knowledge-routes.tsx'
import { fulfilments } from './ledger/fulfilment-routes.ts'
import { ledger } from './ledger/ledger-routes.tsx'
import { lettersDesk } from './letters/letters-desk-routes.tsx'
import { letterWriting } from './letters/write-letter-routes.tsx'
import { importHeadings } from './lists/heading-routes.tsx'
import { imports } from './lists/list-routes.tsx'
import { importRows } from './lists/row-routes.tsx'
import { log } from './log/log-routes.tsx'
import { verify } from './log/verify-routes.tsx'
import { asks } from './matching/ask-routes.tsx'
import { invitationPages } from './matching/invitation-routes.tsx'
import { monthAccept } from './months/accept-routes.tsx'
import { activities } from './months/activity-routes.tsx'
import { monthCorrect } from './months/correct-routes.tsx'
import { monthLetters } from './months/letter-routes.tsx'
import { records } from './months/record-routes.tsx'
import { reports } from './months/report-routes.tsx'
import { sheets } from './months/sheet-routes.tsx'
import { monthSign } from './months/sign-routes.tsx'
import { handovers } from './people/handover-routes.tsx'
import { leaving } from './people/leaving-routes.tsx'
import { people } from './people/people-routes.tsx'
import { personEdits } from './people/person-edit-routes.tsx'
import { persons } from './people/person-routes.tsx'
import { register } from './people/register-routes.tsx'
import { staffPages } from './people/staff-routes.tsx'
import { placePages } from './places/place-routes.tsx'
import { wishEdits } from './posting/amend-routes.tsx'
import { wishPosts } from './posting/post-routes.tsx'
import { wishOffers } from './posting/wish-offers.tsx'
import { familyLinkForms } from './receipts/family-link-routes.tsx'
import { family } from './receipts/family-routes.tsx'
import { passes } from './receipts/pass-routes.tsx'
import { receipts } from './receipts/receipt-routes.tsx'
import { slips } from './receipts/slip-routes.tsx'
import { answers } from './referrals/answer-routes.tsx'
import { referrals } from './referrals/referral-routes.tsx'
import { consents } from './residents/consent-routes.tsx'
import { residentCopy } from './residents/copy-routes.tsx'
import { endings } from './residents/ending-routes.tsx'
import { ownConsents } from './residents/own-consent-routes.tsx'
import { renewals } from './residents/renewal-routes.ts'
import { residents } from './residents/resident-routes.tsx'
import { ruleChanges } from './rules/rule-change-routes.tsx'
import { rules } from './rules/rule-routes.tsx'
import { health } from './site/health-routes.ts'
import { help } from './site/help-routes.tsx'
import { rehearsal } from './site/rehearsal-routes.tsx'
import { site } from './site/site-routes.tsx'
import { status } from './site/status-routes.tsx'
import { casePages } from './supervision/case-routes.tsx'
import { inquiryPages } from './supervision/inquiry-routes.tsx'
import { supervision } from './supervision/supervision-routes.tsx'
import { consentCalls } from './table/consent-calls.tsx'
import { tableExports } from './table/export-routes.ts'
import { table } from './table/table-routes.tsx'
import { visitLists } from './table/visit-list-routes.tsx'
import { batchPages } from './units/batch-routes.tsx'
import { unitPages } from './units/unit-routes.tsx'
import { candidates } from './wishes/candidate-routes.tsx'
import { moves } from './wishes/move-routes.tsx'
import { photos } from './wishes/photo-routes.tsx'
import { wishes } from './wishes/wish-routes.tsx'

type Routers = readonly Hono<Env>[]

/**
 * The table of contents: a folder is an area, and its routers are mounted in this order. If two patterns match the same
 * address, the one mounted first answers; a test fails if this makes a route unreachable.
 */
export const areas = {
  board: [boards],
  wishes: [wishes, candidates, moves, photos],
  table: [table, tableExports, consentCalls, visitLists],
  posting: [wishPosts, wishOffers, wishEdits],
  account: [login, activationLinks, account, mine, ownDetails, feeds],
  doors: [numbers, doors, groupMessages, groupReplies, groupRobots, boardSheets],
  // /desk/to-check has a page of its own and comes before /desk/:task.
  desk: [checking, desk],
  callbacks: [callbacks, calls, toInform],
  receipts: [receipts, family, familyLinkForms, slips, passes],
  referrals: [answers, referrals],
  // /letters/new before /letters/:code.
  letters: [letterWriting, lettersDesk],
  // /counter/new and /counter/matters before /counter/:code.
  counter: [counterBooking, counterDesk],
  follow: [follow],
  supervision: [supervision, inquiryPages, casePages],
  // /import/headings before /import/:id.
  lists: [importHeadings, imports, importRows],
  // /residents/consents and /residents/ended before /residents/:id.
  residents: [consents, endings, renewals, residentCopy, ownConsents, residents],
  matching: [asks, invitationPages],
  people: [leaving, people, staffPages, persons, personEdits, handovers, register],
  places: [placePages],
  units: [unitPages, batchPages],
  // Each page of a month has a name (/reports/:month/sign) and comes before /reports/:month/:figure.
  months: [records, monthSign, monthAccept, monthCorrect, monthLetters, sheets, activities, reports],
  ledger: [ledger, fulfilments],
  log: [log, verify],
  knowledge: [knowledge],
  calendar: [calendar, calendarEdits],
  rules: [rules, ruleChanges],
  site: [health, help, status, site],
} as const satisfies Readonly<Record<string, Routers>>

/**
 * Mounted only if the services include a clock that can be moved: in the demo. Other installations have no such
 * address.
 */
export const demoOnly: Routers = [rehearsal]
