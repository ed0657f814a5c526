import { Hono } from 'hono'
import { readNotifications } from '#actions/people/read-notifications.ts'
import { situationOf } from '#actions/wishes/situation-of.ts'
import { type Community, communityById, gridsOf } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import { timesAsked } from '#db/matching/askable-rows.ts'
import { invitationsOf } from '#db/matching/invitations-seen.ts'
import { feedOf } from '#db/people/feed-rows.ts'
import { notificationsOf } from '#db/people/notification-rows.ts'
import { accountOf } from '#db/people/volunteer-rows.ts'
import { thanksFor } from '#db/receipts/receipt-rows.ts'
import { ownUnits } from '#db/units/unit-rows.ts'
import { joinedWishes, ownWishes } from '#db/wishes/own-wishes.ts'
import { insideOf } from '#db/wishes/wish-history.ts'
import { holds, isVolunteerOf } from '#domain/people/actor.ts'
import { day } from '#domain/time/durations.ts'
import type { Wish } from '#domain/wish/wish.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { C, CWith, Env } from '#http/context.ts'
import { signedIn } from '#http/guards.ts'
import { pageOf, readerMark, show } from '#http/respond.tsx'
import { claimsInHand } from '#routes/wishes/claims-counted.ts'
import { helpersOf } from '#routes/wishes/wait-view.ts'
import { wantedHere } from '#routes/wishes/wanted-here.ts'
import { contactOf, snapshotFor } from '#routes/wishes/wish-view.tsx'
import { FeedPanel } from '#views/account/feed-page.tsx'
import type { JoinedWish } from '#views/account/joined.tsx'
import { Mine } from '#views/account/mine-page.tsx'
import type { OwnWish } from '#views/account/own-wish.tsx'
import { ThanksPanel } from '#views/account/thanks-panel.tsx'
import type { Invited } from '#views/matching/invited-wishes.tsx'
import { NameChoice } from '#views/people/name-choice.tsx'
import type { ClaimsInHand } from '#views/wishes/claim/claims-in-hand.ts'

export const mine = new Hono<Env>()

mine.get('/mine', signedIn, async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const person = c.get('person')
  const { open, delivered } = await ownWishes(db, person.id, services.now())
  const notifications = await notificationsOf(db, person.id, services.now())
  await readNotifications(services, person.id, c.get('unread'))
  const isVolunteer = holds(person, 'volunteer')
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const cards = here.community ? await invitationsOf(db, person.id, here.community.id) : []
  const invitedIds = cards.map(({ card }) => card.id)
  const inHand = here.community && (await claimsInHand(c, here.community, invitedIds))
  return show(
    c,
    here,
    isVolunteer ? here.text.mine.title : here.text.mine.news,
    <Mine
      page={here}
      open={await ownList(c, open)}
      delivered={await ownList(c, delivered)}
      // An invitation that has its card on this page is not named a second time.
      notifications={notifications.filter(({ wish }) => !cards.some(({ card }) => card.code === wish?.code))}
      joined={await joinedList(c, person.id)}
      invited={await invitedTo(c, here.community, cards, inHand)}
      inHand={inHand}
      isVolunteer={isVolunteer}
      mark={isVolunteer ? readerMark(c) : null}
    >
      <p>
        <a href="/account">{here.text.account.link}</a>
      </p>
      <ThanksPanel page={here} rows={await thanksFor(db, person.id)} />
      {isVolunteer && (
        <p>
          <a href="/mine/invitations">{here.text.invitations.choice.title}</a>
        </p>
      )}
      {(await ownUnits(db, person.id)).map(({ id, name }) => (
        <p>
          <a href={`/units/${id}`}>{here.text.units.own(name)}</a>
        </p>
      ))}
      {isVolunteer && (
        <p>
          <a href="/mine/record">{here.text.sheets.record.link}</a>
        </p>
      )}
      {isVolunteer && (
        <p>
          <a href="/mine/details">{here.text.people.person.own}</a>
        </p>
      )}
      <p>
        <a href="/mine/phone">{here.text.people.phone.own}</a>
      </p>
      {isVolunteer && (
        <p>
          <a href="/mine/leave">{here.text.endings.leave.link}</a>
        </p>
      )}
      {isVolunteer && <FeedPanel page={here} isOn={(await feedOf(db, person.id)) !== null} />}
      {isVolunteer && <NameChoice page={here} isPublic={(await accountOf(db, person.id))?.nameIsPublic ?? false} />}
    </Mine>,
  )
})

/** Uses the community's calendar, as the board does; only if the reader volunteers there. */
async function invitedTo(
  c: CWith<'person'>,
  community: Community | null,
  cards: Invited['cards'],
  inHand: ClaimsInHand | null,
): Promise<Invited | null> {
  const { store, now } = c.get('services')
  const person = c.get('person')
  if (!community || !isVolunteerOf(person, community.id)) return null
  if (!cards.length) return null
  const { rules } = await rulesToday(store.db, community, now())
  const grids = new Map((await gridsOf(store.db, community.id)).map(({ id, name }) => [id, name]))
  const wanted = await wantedHere(
    c,
    community,
    cards.map(({ card }) => card.id),
  )
  const times = await timesAsked(store.db, person.id, new Date(now().getTime() - 28 * day))
  return { cards, within: rules.deliverWithin, grids, timesAsked: times, inHand, wanted }
}

async function joinedList(c: C, personId: string): Promise<readonly JoinedWish[]> {
  const { db } = c.get('services').store
  const joined: JoinedWish[] = []
  for (const row of await joinedWishes(db, personId)) {
    const lead = (await helpersOf(c, row.wish)).find(({ isLead }) => isLead) ?? null
    const zone = (await communityById(db, row.wish.communityId))?.zone ?? 'Asia/Shanghai'
    joined.push({ ...row, lead, zone })
  }
  return joined
}

/** No longer than the number of claims a person may have at a time, so reading them one by one is cheap. */
async function ownList(c: C, wishes: readonly Wish[]): Promise<readonly OwnWish[]> {
  const { db } = c.get('services').store
  const own: OwnWish[] = []
  for (const wish of wishes) {
    const row = await insideOf(db, wish.id)
    const community = await communityById(db, wish.communityId)
    const contact = row && wish.state === 'claimed' ? await contactOf(c, wish, row, 'mine') : null
    const place = { name: community?.name ?? '', zone: community?.zone ?? 'Asia/Shanghai' }
    const snapshot =
      contact && snapshotFor(c, wish, contact, await situationOf(c.get('services'), wish.communityId, wish))
    const publicText = row?.details.publicText ?? ''
    own.push({ wish, publicText, contact, place, snapshotUntil: snapshot?.until ?? null })
  }
  return own
}
