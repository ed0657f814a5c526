import { Hono } from 'hono'
import { newId } from '#auth/hashing.ts'
import { hasEver } from '#db/desk/first-days.ts'
import { hangingSheets, latestEditions, newAtDoor, newCount, oldOnSheets, openCards } from '#db/doors/edition-rows.ts'
import type { PublicCard } from '#db/wishes/board-rows.ts'
import type { PublishingDoor } from '#domain/doors/door.ts'
import { type PaperSize, wishesInMessage, wishesOnSheet } from '#domain/doors/edition.ts'
import { readWishCode } from '#domain/wish/wish-code.ts'
import type { CWith, Env } from '#http/context.ts'
import { staffHere } from '#http/guards.ts'
import { pageOf, show } from '#http/respond.tsx'
import { type Choice, DoorsPage } from '#views/doors/doors-page.tsx'
import { doorPlaceOf } from './door-place.ts'

export const doors = new Hono<Env>()

doors.get('/doors', staffHere, (c) => showDoors(c))

/** The most wishes offered on one page. */
const offered = 40
const recent = 5

/** The refused choice, for the form of that door. */
type Refused = {
  readonly door: PublishingDoor
  readonly paper: PaperSize | null
  readonly codes: readonly string[]
  readonly error: string
}

export async function showDoors(
  c: CWith<'person' | 'place'>,
  refused: Refused | null = null,
  status: 200 | 409 | 422 = 200,
) {
  const { db } = c.get('services').store
  const place = c.get('place')
  const { community } = place
  const of = doorPlaceOf(place)
  const only = readWishCode(c.req.query('w') ?? '')
  const open = await openCards(db, of, offered)
  const choice = (door: PublishingDoor, cards: readonly PublicCard[], first: readonly PublicCard[]): Choice => {
    const own = refused?.door === door ? refused : null
    const ticked = own?.codes ?? (only ? [only] : first.map(({ code }) => code))
    return { cards, ticked, key: newId(), error: own?.error ?? null }
  }
  const groupChoice = async () => {
    const fresh = await newAtDoor(db, of, 'group', offered)
    return choice('group', distinct([...fresh, ...open]).slice(0, offered), fresh.slice(0, wishesInMessage))
  }
  const paper = refused?.paper ?? 'a4'
  // A new sheet replaces the old one, so it offers all open wishes and not only the new ones.
  const boardChoice = () => choice('board', open, open.slice(0, wishesOnSheet[paper]))
  const here = pageOf(c, community)
  const body = (
    <DoorsPage
      page={here}
      slug={community.slug}
      zone={community.zone}
      isSecretary={place.isSecretary}
      isBegun={open.length > 0 || (await hasEver(db, community.id, 'published'))}
      group={{
        choice: await groupChoice(),
        newCount: await newCount(db, of, 'group'),
        recent: await latestEditions(db, community.id, 'group', recent),
      }}
      board={{
        choice: boardChoice(),
        newCount: await newCount(db, of, 'board'),
        old: await oldOnSheets(db, community.id),
        hanging: await hangingSheets(db, community.id),
        paper,
      }}
    />
  )
  return show(c, here, here.text.doors.title, body, status)
}

const distinct = (cards: readonly PublicCard[]): readonly PublicCard[] => [
  ...new Map(cards.map((card) => [card.id, card])).values(),
]
