import { Hono } from 'hono'
import { readNotices } from '#actions/notices.ts'
import { communityById } from '#db/areas.ts'
import { feedOf } from '#db/feeds.ts'
import { ownWishes } from '#db/mine.ts'
import { noticesOf } from '#db/notices.ts'
import { accountOf } from '#db/volunteers.ts'
import { insideOf } from '#db/wish-page.ts'
import { holds, type Person } from '#domain/actor.ts'
import type { Wish } from '#domain/wish.ts'
import { pageOf, show } from '#http/answers.tsx'
import type { C, Env } from '#http/context.ts'
import { signedIn } from '#http/guard.ts'
import { readersPlace, workPlace } from '#http/place.ts'
import { FeedPanel } from '#views/mine/feed.tsx'
import { Mine } from '#views/mine/index.tsx'
import type { OwnWish } from '#views/mine/own-wish.tsx'
import { NameChoice } from '#views/people/name-choice.tsx'
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
      isVolunteer={isVolunteer}
    >
      {isVolunteer && (
        <p>
          <a href="/mine/record">{here.text.sheets.record.link}</a>
        </p>
      )}
      {isVolunteer && <FeedPanel page={here} isOn={(await feedOf(db, person.id)) !== null} />}
      {isVolunteer && <NameChoice page={here} isPublic={(await accountOf(db, person.id))?.nameIsPublic ?? false} />}
    </Mine>,
  )
})

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
