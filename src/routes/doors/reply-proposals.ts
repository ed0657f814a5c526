import type { Community } from '#db/community/area-rows.ts'
import { wishesOfEdition } from '#db/doors/edition-rows.ts'
import { claimedSince } from '#db/doors/reply-rows.ts'
import { volunteersOf } from '#db/people/people-rows.ts'
import { cardsById, type PublicCard } from '#db/wishes/board-rows.ts'
import { unitNames } from '#db/wishes/unit-names.ts'
import { loadWishes } from '#db/wishes/wish-rows.ts'
import { availabilityOf, type Edition } from '#domain/doors/edition.ts'
import { type Pointer, readReplies } from '#domain/doors/replies.ts'
import { isSameName } from '#domain/reading/names.ts'
import type { C } from '#http/context.ts'
import type { Proposal, ReplyLine } from '#views/doors/replies-page.tsx'

/** What each line would claim, and for whom; people are recognised by this community's list of volunteers. */
export async function proposalsOf(
  c: C,
  community: Community,
  edition: Edition,
  text: string,
  chosen: Readonly<Record<string, string>>,
): Promise<readonly ReplyLine[]> {
  const { db } = c.get('services').store
  const replies = readReplies(text)
  const cards = await wishesOfEdition(db, edition.id)
  const byCode = await cardsNamed(
    c,
    community,
    replies.flatMap(({ asks }) => asks),
  )
  const all = await volunteersOf(db, community.id)
  const units = new Map((await unitNames(db, community.id)).map(({ id, name }) => [id, name]))
  const roll = all.map(({ id, name, unitId }) => ({ id, name, unit: (unitId && units.get(unitId)) || '' }))
  const claimed = await claimedSince(
    db,
    [...cards, ...byCode.values()].map(({ code }) => code),
    edition.madeAt,
  )

  let index = 0
  return replies.map(({ line, asks, name }) => {
    const named = name ? roll.filter((one) => isSameName(one.name, name)) : []
    const proposals = asks.map((pointer): Proposal => {
      const key = `volunteer-${index++}`
      const card = 'code' in pointer ? byCode.get(pointer.code) : cards[pointer.position - 1]
      const said = 'code' in pointer ? pointer.code : String(pointer.position)
      if (!card) return { key, said, kind: 'no-wish' }
      const candidates = named.length ? named : roll
      const volunteerId = named.length === 1 ? (named[0]?.id ?? '') : pick(chosen[key], candidates)
      if (claimed.has(`${card.code} ${volunteerId}`)) return { key, said, kind: 'done', card }
      if (availabilityOf(card.state) !== 'open') return { key, said, kind: 'taken', card }
      return { key, said, kind: 'open', card, name, isOnRoll: named.length > 0, candidates, volunteerId }
    })
    return { line, proposals }
  })
}

/** Only a person from the list that was offered. */
const pick = (id: string | undefined, candidates: readonly { readonly id: string }[]): string =>
  candidates.find((one) => one.id === id)?.id ?? ''

/** Wishes of this community that a reply names by their number. */
async function cardsNamed(
  c: C,
  community: Community,
  asks: readonly Pointer[],
): Promise<ReadonlyMap<string, PublicCard>> {
  const { db } = c.get('services').store
  const codes = asks.flatMap((ask) => ('code' in ask ? [ask.code] : []))
  const found = codes.length ? await loadWishes(db, codes) : []
  const own = found.filter(({ communityId }) => communityId === community.id)
  const cards = await cardsById(
    db,
    own.map(({ id }) => id),
  )
  return new Map(cards.map((card) => [card.code, card]))
}
