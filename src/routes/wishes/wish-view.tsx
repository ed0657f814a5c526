import { passWords } from '#actions/receipts/pass-words.ts'
import { recordLook } from '#actions/residents/record-look.ts'
import { odditiesFor } from '#actions/wishes/known-for.ts'
import { receiptCode } from '#actions/wishes/receipt-code.ts'
import { situationOf } from '#actions/wishes/situation-of.ts'
import { type Community, communityById } from '#db/community/area-rows.ts'
import { calendarFor } from '#db/community/calendar-rows.ts'
import { rulesOf } from '#db/community/rule-rows.ts'
import { answerOf, publishedAnswerOf } from '#db/desk/answer-rows.ts'
import { namesOf } from '#db/people/people-rows.ts'
import { slipStates, validReceiptOf } from '#db/receipts/receipt-rows.ts'
import { gridNames, publicVolunteerOf } from '#db/wishes/board-rows.ts'
import { requestersOf } from '#db/wishes/claim-requests.ts'
import { workOrderOf } from '#db/wishes/transfer-rows.ts'
import {
  gridWorkersOf,
  historyOf,
  type InsideRow,
  insideOf,
  notesOf,
  ownRoundOf,
  type Passage,
  reachOf,
  triesOf,
} from '#db/wishes/wish-history.ts'
import { codeShownTo, consentsOf, explanationsOf, loadWish, titleOfWish } from '#db/wishes/wish-rows.ts'
import { type Actor, isSecretaryOf, isStaffOf, isVolunteerOf } from '#domain/people/actor.ts'
import { passTimeOf } from '#domain/receipts/visit-pass.ts'
import { type Rules, ruleVersionOn } from '#domain/rules.ts'
import { type Calendar, dueAt, explainWorkdays, localDay } from '#domain/time/workdays.ts'
import { snapshotUntil } from '#domain/wish/claim/snapshot-until.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import { unexplained } from '#domain/wish/notes/oddities.ts'
import { actionsFor, partiesOf } from '#domain/wish/parties.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import { fragment, isFragment, page, pageOf, readerMark, show } from '#http/respond.tsx'
import { Waiting } from '#views/board/waiting.tsx'
import type { Others } from '#views/wishes/other-wishes.tsx'
import { WishPage } from '#views/wishes/wish-page.tsx'
import { titleOf, whereOf } from '#views/wishes/wish-title.ts'
import type { Contact, Inside, Said, WishView } from '#views/wishes/wish-view-data.ts'
import { claimsInHand } from './claims-counted.ts'
import { photoFor } from './photo-view.ts'
import { timesOf } from './visit-slots.ts'
import { waitsOf } from './wait-view.ts'
import { wantedHere } from './wanted-here.ts'

type Options = {
  readonly said?: Said
  readonly status?: 200 | 403 | 409 | 422 | 429
  readonly withCode?: boolean
  readonly others?: Others | null
}

/** The page of a wish, or the fragment that htmx asked for; 404 for readers who may not see it. */
export async function showWish(
  c: C,
  code: string,
  { said, status = 200, withCode = false, others = null }: Options = {},
) {
  const wish = await loadWish(c.get('services').store.db, code)
  const actor = c.get('actor')
  if (!wish || !(isPublic(wish) || isStaffOf(actor, wish))) return page.notFound(c)
  const community = await communityById(c.get('services').store.db, wish.communityId)
  if (!community) return page.notFound(c)

  const view = await viewOf(c, wish, community, said ?? null, withCode)
  const here = { ...pageOf(c, community), about: aboutOf(c, view) }
  const body = <WishPage page={here} view={view} others={others} />
  // Scrolls to the faulty field instead of the top of the wish.
  if (said?.field) c.header('hx-reswap', 'outerHTML')
  if (isFragment(c)) return fragment(c, body, status)
  const named = {
    ...wish,
    isUntitled: view.isUntitled,
    publicText: view.publicText || view.inside?.words || (view.answered?.asked ?? ''),
  }
  // A claim changes the page in place and brings the form with the photo, whose script has to be loaded already.
  const withScript = actor.kind === 'person' && <script type="module" src="/shrink-photo.js"></script>
  const checks = <script type="module" src="/check-proof.js"></script>
  // On every wish that a volunteer opens, so that what the phone has of a claim that has ended is deleted.
  const isVolunteer = isVolunteerOf(actor, wish.communityId)
  const waiting = isVolunteer && <Waiting page={here} mark={readerMark(c)} hasSteps />
  const stores = isVolunteer && <script type="module" src="/snapshots.js"></script>
  return show(c, here, titleOf(named, here.text), [waiting, body, withScript, checks, stores], status)
}

/** The wish in one public line: where, for a person of what age, and how urgent; or its present state. */
function aboutOf(c: C, { wish, gridName, within }: WishView): string {
  const { board, words } = c.get('text')
  const place = whereOf(gridName, wish, c.get('text'))
  const urgency = `${words.urgency[wish.urgency]} · ${board.within(within[wish.urgency])}`
  return `${place} · ${wish.state === 'open' ? urgency : words.state[wish.state]}`
}

/** Loads only what this reader may see: the public part, the contact of their own claim, or the internal part. */
async function viewOf(c: C, wish: Wish, community: Community, said: Said | null, withCode: boolean): Promise<WishView> {
  const { store, now } = c.get('services')
  const { db } = store
  const actor = c.get('actor')
  const { zone } = community
  const versions = await rulesOf(db, wish.communityId)
  const today = ruleVersionOn(versions, localDay(now(), zone)).rules
  const promised = versions.find((version) => version.id === wish.ruleVersion)?.rules ?? today
  const isInside = isStaffOf(actor, wish)
  const isOwnRound = (await ownRound(c, wish)) !== null
  // For other readers the resident's row is not even read.
  const row = isInside || isOwnRound ? await insideOf(db, wish.id) : null
  const shown = isInside ? await codeShownTo(db, wish.id) : []
  const actions = actionsFor(actor, wish, shown)
  const history = await historyOf(db, wish, isInside)
  const title = await titleOfWish(db, wish.id)
  const isUntitled = title.isHidden && row === null
  const contact = row && isOwnRound ? await contactOf(c, wish, row) : null
  const calendar = await calendarFor(db, community)
  const times = row && actions.includes('schedule') ? await timesOf(c, wish, row, today.visitsPerWeek) : noTimes
  return {
    wish,
    publicText: isUntitled ? '' : title.publicText,
    isUntitled,
    gridName: (await gridNames(db, [wish.gridId])).get(wish.gridId) ?? '',
    zone,
    volunteer: await publicVolunteerOf(db, wish.unitId, wish.claimantId),
    history,
    actions,
    parties: partiesOf(actor, wish, shown),
    within: promised.deliverWithin,
    undoMinutes: promised.undoMinutes,
    whyDue: whyDueOf(wish, calendar, promised.deliverWithin[wish.urgency], history),
    contact,
    snapshot: isInside ? null : snapshotFor(c, wish, contact, { promised, calendar }),
    ...times,
    visitsPerWeek: today.visitsPerWeek,
    wanted: wish.state === 'open' ? ((await wantedHere(c, community, [wish.id])).get(wish.id) ?? null) : null,
    inHand: actions.includes('claim') ? await claimsInHand(c, community, [wish.id]) : null,
    waits: await waitsOf(c, wish, { actions, history, rules: today, zone }),
    inside: row && isInside ? await insideFor(c, wish, row, { rules: today, withCode }) : null,
    ...(await photoFor(c, wish)),
    workOrder: isInside && wish.source === 'transfer' ? await workOrderOf(db, wish.id) : '',
    answered: isInside && wish.state === 'answered' ? await answerOf(db, wish.id) : null,
    publishedAnswer: wish.state === 'answered' && !title.isHidden ? await publishedAnswerOf(db, wish.id) : '',
    said,
  }
}

/** What staff see of a wish is never stored on a phone, even where they have claimed it. */
export function snapshotFor(
  c: C,
  wish: Wish,
  contact: Contact | null,
  { promised, calendar }: { readonly promised: Rules; readonly calendar: Calendar },
): WishView['snapshot'] {
  if (!contact) return null
  const { now } = c.get('services')
  const until = snapshotUntil(wish, { contactUntil: contact.until, promised, calendar, now: now() })
  return until && { until, mark: readerMark(c) }
}

const noTimes = { slots: [], fullWeeks: 0 }

/** How the due date was counted and, if it was later moved, since when and why; null if there is none. */
function whyDueOf(wish: Wish, calendar: Calendar, days: number, history: readonly Passage[]): WishView['whyDue'] {
  const { claimedAt, dueAt } = wish
  if (!claimedAt || !dueAt) return null
  const [start, due] = [localDay(claimedAt, calendar.zone), localDay(dueAt, calendar.zone)]
  const counted = explainWorkdays(calendar, start, days)
  if (counted.due > due) return null
  const { until, reason } = history.findLast(({ action }) => action === 'postpone') ?? {}
  const isPostponed = until && localDay(until, calendar.zone) === due && counted.due < due
  return { start, days, due, counted, postponed: isPostponed ? (reason ?? null) : null }
}

/** Whom to call and where to go, for the claimant only. The look and its page are recorded first. */
export async function contactOf(
  c: C,
  wish: Wish,
  { resident, details }: InsideRow,
  page: 'wish' | 'mine' = 'wish',
): Promise<Contact | null> {
  const services = c.get('services')
  const { db } = services.store
  const actor = c.get('actor')
  if (actor.kind !== 'person') return null
  const round = await ownRound(c, wish)
  // Once the file has ended, there is no reason to call or to go there, not even on the day after a delivery.
  if (!round || resident.endedAt) return null

  const note = (await notesOf(db, wish.id)).claimer ?? ''
  const { specification } = details
  if (!(await consentsOf(db, resident.id)).includes('contact'))
    return {
      kind: 'through-staff',
      specification,
      note,
      staff: await gridWorkersOf(db, wish.gridId),
      until: round.contactUntil,
    }

  await recordLook(services, actor, { page, wishId: wish.id, residentId: resident.id, round: round.round })
  const { text } = pageOf(c)
  return {
    kind: 'given',
    name: resident.name,
    place: resident.place,
    building: resident.building,
    unit: resident.unit,
    door: resident.door,
    phones: resident.phones,
    hours: resident.callFrom ? `${resident.callFrom}–${resident.callUntil ?? ''}` : '',
    relative: resident.relativeName,
    relativePhone: resident.relativePhone,
    hearing: resident.hearing,
    specification,
    note,
    until: round.contactUntil,
    watermark: text.card.contactFor(actor.name, text.time.moment(services.now())),
  }
}

/** A person who no longer volunteers in the community sees no contact there, not even on the day after a delivery. */
async function ownRound(c: C, wish: Wish) {
  const { store, now } = c.get('services')
  const actor = c.get('actor')
  if (actor.kind !== 'person' || !isVolunteerOf(actor, wish.communityId)) return null
  return ownRoundOf(store.db, wish.id, actor.id, now())
}

/** By the rule of the community, counted from the posting. */
function checkBy({ postedAt }: Wish, calendar: Calendar, { checkWithin }: Rules, now: Date): Date {
  const [due, today] = [dueAt(calendar, postedAt, checkWithin), dueAt(calendar, now, 0)]
  return due > today ? due : today
}

type ForInside = {
  readonly rules: Rules
  readonly withCode: boolean
}

async function insideFor(c: C, wish: Wish, row: InsideRow, { rules, withCode }: ForInside): Promise<Inside> {
  const { store, config } = c.get('services')
  const { db } = store
  const actor = c.get('actor')
  const given = await consentsOf(db, row.resident.id)
  const place = await communityById(db, wish.communityId)
  const passTime = place && passTimeOf(wish, c.get('services').now(), place.zone)
  const said = await explanationsOf(db, wish.id)
  const names = await namesOf(db, [wish.postedBy, wish.claimantId ?? '', ...said.map(({ actorId }) => actorId)])
  const notes = await notesOf(db, wish.id)
  const mayPublish = wish.state === 'submitted' && isSecretaryOf(actor, wish.communityId)
  const oddities = mayPublish ? await odditiesOfWish(c, wish, row) : []
  const isHeld = wish.state === 'claimed' && !isOwn(c, wish)
  const mayShowCode = wish.state === 'claimed' && wish.claimantId !== null && !isOwn(c, wish)
  return {
    residentId: row.resident.id,
    residentName: row.resident.name,
    words: row.details.words,
    specification: row.details.specification,
    note: notes.claimer ?? '',
    checkedBy: place ? checkBy(wish, await calendarFor(db, place), rules, c.get('services').now()) : wish.postedAt,
    street: notes.street ?? '',
    oddities,
    isUnexplained:
      unexplained(
        oddities,
        said.flatMap(({ keys }) => keys),
      ).length > 0,
    explanations: said.map(({ actorId, text }) => ({ name: names.get(actorId) ?? '', text })),
    missing: (['posting', 'card'] as const).filter((purpose) => !given.includes(purpose)),
    valueLimitFen: rules.valueLimitFen,
    postedByName: names.get(wish.postedBy) ?? '',
    claimantPhone:
      isHeld && wish.claimantId ? ((await reachOf(db, [wish.claimantId])).get(wish.claimantId)?.phone ?? null) : null,
    claimantName: (wish.claimantId && names.get(wish.claimantId)) || null,
    tries: wish.state === 'delivered' ? await triesOf(db, wish.id, wish.round) : 0,
    mayShowCode,
    isSecretary: isSecretaryOf(actor, wish.communityId),
    requesters: wish.state === 'open' && isSecretaryOf(actor, wish.communityId) ? await requestersOf(db, wish.id) : [],
    slip: mayPrintSlip(actor, wish) ? { valid: await validReceiptOf(db, wish.id) } : null,
    passWords: passTime && passWords(config.secret, wish.claimId ?? '', passTime.day),
    receiptCode: withCode && mayShowCode ? receiptCode(config.secret, wish.id, wish.round) : null,
  }
}

const mayPrintSlip = (actor: Actor, { state, claimantId, enteredBy }: Wish): boolean =>
  slipStates.some((one) => one === state) && actor.kind === 'person' && ![claimantId, enteredBy].includes(actor.id)

async function odditiesOfWish(c: C, wish: Wish, { resident, details }: InsideRow) {
  const situation = await situationOf(c.get('services'), wish.communityId, wish)
  const { words, specification } = details
  return odditiesFor(c.get('services'), resident.id, { ...wish, words, specification, title: '' }, situation, {
    ...wish,
    isOld: true,
  })
}

const isOwn = (c: C, wish: Wish) => {
  const actor = c.get('actor')
  return actor.kind === 'person' && actor.id === wish.claimantId
}
