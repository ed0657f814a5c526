import { statementsOf } from '#actions/wishes/write-wish.ts'
import { wishDetails } from '#db/schema/tables.ts'
import type { Statement, Store } from '#db/store/store.ts'
import type { Category } from '#domain/catalogue/catalogue-codes.ts'
import type { Door } from '#domain/doors/door.ts'
import { nobody } from '#domain/notifications.ts'
import type { Actor, Person } from '#domain/people/actor.ts'
import { clock } from '#domain/people/actor.ts'
import { rulesSchema } from '#domain/rules.ts'
import { calendarOf } from '#domain/time/holiday-layers.ts'
import type { Calendar } from '#domain/time/workdays.ts'
import type { Repeat, RoleName, Source } from '#domain/vocabulary.ts'
import { isReminder } from '#domain/wish/clock/clock-steps.ts'
import { decide } from '#domain/wish/decide.ts'
import type { Order } from '#domain/wish/orders.ts'
import { nothingKnown } from '#domain/wish/situation.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { wishCode } from '#domain/wish/wish-code.ts'
import type { WishEvent } from '#domain/wish/wish-events.ts'
import { zone } from './month-place.ts'

const rules = rulesSchema.parse({
  checkBeforePublishing: true,
  deliverWithin: { red: 1, yellow: 3, blue: 7 },
  valueLimitFen: 20000,
  openClaimsPerVolunteer: 2,
  claimsPerUnitMonth: 200,
  lapseAfter: 1,
  callbackWithin: 3,
  callbackTries: 3,
  repeatDays: 60,
  undoMinutes: 30,
  contactHours: 24,
  codeTries: 5,
  minimumAge: 14,
})
const calendar: Calendar = calendarOf({ zone, region: 'xinjiang' })

const role = (role: RoleName, areaId: string, communityId: string | null, path: string) => ({
  role,
  areaId,
  communityId,
  path,
})
const person = (id: string, ...held: Person['roles']): Person => ({ kind: 'person', id, name: id, roles: held })

const held = (what: RoleName, place: string) => role(what, place, place, `pref/town/${place}/`)
const both = (what: RoleName) => [held(what, 'hongqi'), held(what, 'lvyuan')]
export const poster = person('poster', ...both('secretary'))
export const secretary = person('dora', ...both('secretary'))
const volunteer = (id: string) => person(id, ...both('volunteer'))

type Told = {
  readonly communityId?: 'hongqi' | 'lvyuan'
  readonly gridId?: string
  readonly publicText?: string
  readonly itemId?: string | null
  readonly category?: Category
  readonly source?: Source
  readonly residentId?: string
  readonly every?: Repeat | null
}

/** How many wishes a store has been given, and how many claims of its unit: their codes and slots count from these. */
const given = new WeakMap<Store, { wishes: number; unitClaims: number }>()
function givenTo(store: Store) {
  const counts = given.get(store) ?? { wishes: 0, unitClaims: 0 }
  given.set(store, counts)
  return counts
}

/** One wish lived through the lifecycle, act by act, and written as the actions write it. */
export function lifeOf(store: Store, told: Told = {}) {
  const {
    communityId = 'hongqi',
    gridId = 'g1',
    publicText = '',
    itemId = 'milk',
    category = 'goods',
    source = 'visit',
    residentId = 'r',
    every = null,
  } = told
  const counts = givenTo(store)
  const n = counts.wishes++
  const id = `w${String(n).padStart(5, '0')}`
  const commit = (list: readonly Statement[]) => store.commit(list)
  let wish: Wish | null = null
  const events: WishEvent[] = []
  let claims = 0

  /** Says whether it was done; a refusal changes nothing. Who asks something has not always a file. */
  async function act(order: Order, actor: Actor, now: Date, hasFile = true): Promise<boolean> {
    const consents = ['posting', 'card'] as const
    const known = {
      ...nothingKnown,
      consents,
      codeIsRight: true,
      codeTriesLeft: 5,
      unitSlots: order.action === 'claim' && order.volunteer.unitId ? taken() : [],
    }
    const setting = { now, rules, promised: rules, ruleVersion: 'rules-1', opens: '10:00', calendar, known }
    const verdict = decide(id, wish, order, actor, setting)
    if (!verdict.ok) return false
    const written = {
      before: wish,
      after: verdict.wish,
      event: verdict.event,
      notes: order.notes ?? [],
      circle: nobody,
    }
    const details = { wishId: id, residentId, publicText }
    await commit([
      ...statementsOf(store, written),
      ...(wish || !hasFile ? [] : [store.db.insert(wishDetails).values(details)]),
    ])
    wish = verdict.wish
    events.push(verdict.event)
    return true
  }
  // Each claim for the unit gets a slot of its own in the month.
  const taken = () => Array.from({ length: counts.unitClaims++ }, (_, slot) => slot + 1)
  const now = () => wish as Wish | null
  const claimant = () => volunteer(now()?.claimantId ?? 'nobody')
  const content = {
    itemId,
    category,
    quantity: 2,
    measure: 'carton',
    valueFen: 6000,
    urgency: 'yellow',
    source,
    gridId,
    ageBand: '80+',
    every,
  } as const
  const code = wishCode(String(1_000_000 + n))
  const post = { action: 'post', code, communityId, content, hasRepeatReason: true, isImport: false } as const
  /** Answered at once, by the knowledge base or in a call with the office. */
  const atOnce: Order = {
    action: 'answer',
    how: n % 2 ? 'knowledge' : 'office-call',
    ...{ code, communityId, knowledgeId: n % 2 ? 'entry' : null },
    content: { ...content, itemId: null, category: 'errand', quantity: 1, measure: 'time', valueFen: null },
  }
  const word = { speaker: 'resident', satisfaction: 'satisfied' } as const
  const noLevel = { speaker: 'resident', satisfaction: null } as const
  const receiver = { kind: 'receiver', wishIds: [id], speaker: 'resident', signedInId: null } as const
  const note = (kind: 'handover' | 'reason') => [{ kind, text: 'a reason' }] as const

  return {
    events,
    code,
    id,
    now,
    post: (when: Date) => act(post, poster, when),
    publish: (when: Date) => act({ action: 'publish', publicText, approvesValue: true }, secretary, when),
    claim: (when: Date, who = `${id}-${claims++}`, unitId: string | null = null, door?: Door) =>
      act(
        {
          action: 'claim',
          claimId: `${id}-c${claims++}`,
          volunteer: { id: who, unitId, isActive: true },
          ...(door ? { door } : {}),
          isExtra: true,
        },
        volunteer(who),
        when,
      ),
    deliver: (when: Date) => act({ action: 'deliver' }, claimant(), when),
    undo: (when: Date) => act({ action: 'undo' }, secretary, when),
    release: (when: Date) => act({ action: 'release', notes: note('handover') }, claimant(), when),
    /** The clock calls to mind what it has announced, then takes the claim back. */
    lapse: async (when: Date) => {
      // An office that was asked is asked again and again; of a claim each thing is called to mind once.
      for (let step = now()?.nextStep; now()?.state === 'claimed' && step && isReminder(step); step = now()?.nextStep)
        if (!(await act({ action: 'remind', step }, clock, now()?.nextAt ?? when))) return false
      return act({ action: 'lapse' }, clock, when)
    },
    readOut: (when: Date) => act({ action: 'confirm', how: 'code' }, claimant(), when),
    call: (when: Date, satisfaction: typeof word.satisfaction | 'dissatisfied' | null = 'satisfied') =>
      act({ action: 'confirm', how: 'call', speaker: 'resident', satisfaction }, secretary, when),
    /** Rated on the page of the slip, so that no one calls. */
    say: async (when: Date) =>
      (await act({ action: 'confirm', how: 'page', ...word }, receiver, when)) &&
      act({ action: 'spare', onPage: true }, receiver, when),
    sayNot: (when: Date) => act({ action: 'reopen', reason: 'not-received', ...noLevel, onPage: true }, receiver, when),
    try: (when: Date) => act({ action: 'try', outcome: 'no-answer' }, secretary, when),
    exhaust: (when: Date) => act({ action: 'exhaust' }, clock, when),
    rate: (when: Date) => act({ action: 'rate', ...word }, secretary, when),
    reopen: (when: Date) =>
      act({ action: 'reopen', reason: 'not-received', speaker: 'resident', satisfaction: null }, secretary, when),
    refer: (when: Date) => act({ action: 'refer', reason: 'policy' }, secretary, when),
    answer: (when: Date, hasFile = true) =>
      now()
        ? act({ action: 'answer', how: 'referral', told: 'phone' }, secretary, when)
        : act(atOnce, poster, when, hasFile),
    withdraw: (when: Date, reason: 'deceased' | 'moved' | 'entered-twice' = 'deceased') =>
      act({ action: 'withdraw', reason }, secretary, when),
  }
}
export type Living = ReturnType<typeof lifeOf>
