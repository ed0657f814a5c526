import { Hono } from 'hono'
import { readNotices } from '#actions/notices.ts'
import { type Community, communityById } from '#db/areas.ts'
import { feedOf } from '#db/feeds.ts'
import { invitationsOf } from '#db/invitations.ts'
import { joinedWishes, ownWishes } from '#db/mine.ts'
import { noticesOf } from '#db/notices.ts'
import { rulesToday } from '#db/rules.ts'
import { accountOf } from '#db/volunteers.ts'
import { insideOf } from '#db/wish-page.ts'
import { holds, isVolunteerOf, type Person } from '#domain/actor.ts'
import type { Wish } from '#domain/wish.ts'
import { pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { signedIn } from '#http/guard.ts'
import { readersPlace, workPlace } from '#http/place.ts'
import { FeedPanel } from '#views/mine/feed.tsx'
import { type Invited, Mine } from '#views/mine/index.tsx'
import type { JoinedWish } from '#views/mine/joined.tsx'
import type { OwnWish } from '#views/mine/own-wish.tsx'
import { NameChoice } from '#views/people/name-choice.tsx'
import { helpersOf } from './wait-view.ts'
import { contactOf } from './wish-view.tsx'

export const mine = new Hono<Env>()

mine.get('/mine', signedIn, async (c) => {
  const services = c.get('services')
  const { db } = services.store
  const person = c.get('actor') as Person
  const { open, delivered } = await ownWishes(db, person.id, services.now())
  const notices = await noticesOf(db, person.id)
  await readNotices(services, person.id)
  const isVolunteer = holds(person, 'volunteer')
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  return show(
    c,
    here,
    isVolunteer ? here.text.mine.title : here.text.mine.news,
    <Mine
      page={here}
      open={await ownList(c, open)}
      delivered={await ownList(c, delivered)}
      notices={notices}
      joined={await joinedList(c, person.id)}
      invited={await invitedTo(c, here.community)}
      isVolunteer={isVolunteer}
    >
      {isVolunteer && (
        <p>
          <a href="/mine/record">{here.text.sheets.record.link}</a>
        </p>
      )}
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

/** With the community's days, as the board shows them; only where the reader volunteers there. */
async function invitedTo(c: C, community: Community | null): Promise<Invited | null> {
  const { store, now } = c.get('services')
  const person = c.get('actor') as Person
  if (!community || !isVolunteerOf(person, community.id)) return null
  const cards = await invitationsOf(store.db, person.id, community.id)
  if (!cards.length) return null
  const { rules } = await rulesToday(store.db, community, now())
  return { cards, within: rules.deliverWithin }
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

/** At most as many as one person may claim at a time, so reading them one by one is cheap. */
async function ownList(c: C, wishes: readonly Wish[]): Promise<readonly OwnWish[]> {
  const { db } = c.get('services').store
  const own: OwnWish[] = []
  for (const wish of wishes) {
    const row = await insideOf(db, wish.id)
    const community = await communityById(db, wish.communityId)
    const contact = row && wish.state === 'claimed' ? await contactOf(c, wish, row, 'mine') : null
    const place = { name: community?.name ?? '', zone: community?.zone ?? 'Asia/Shanghai' }
    own.push({ wish, publicText: row?.details.publicText ?? '', contact, place })
  }
  return own
}
