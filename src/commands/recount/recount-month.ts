import { sessionsOf } from '#auth/sessions.ts'
import type { SqliteStore } from '#db/store/sqlite.ts'
import { createApp } from '#src/app.tsx'
import type { Services } from '#src/services.ts'
import { inBothPlaces } from './both-places.ts'
import { compareCards } from './compare-cards.ts'
import { compare, type Fault, tableOf } from './compare-cells.ts'
import { compareLedger } from './compare-ledger.ts'
import { compareLetters } from './compare-letters.ts'
import { compareOtherPages } from './compare-other-pages.ts'
import { counted, countLives, type Found, monthIn } from './recompute.ts'
import { livesOf, namesOf, type Place, secretaryOf, signatureOf, supervisorOf } from './recount-place.ts'
import { type Get, type NameOf, readSurfaces } from './surfaces.ts'

export type Recount = {
  readonly place: Pick<Place, 'name'>
  /** A signed month is recounted as of its signature. */
  readonly signed: boolean
  /** The month is not over, so it is recounted as of now. */
  readonly isRunning: boolean
  readonly table: readonly (readonly string[])[]
  readonly faults: readonly Fault[]
}
/** Why a place cannot be compared: it has no one who may read its report, or the month has not begun there. */
export type NoRecount = { readonly place: Pick<Place, 'name'>; readonly why: 'no-secretary' | 'future' }

export type Asked = {
  readonly store: SqliteStore
  readonly services: Services
  readonly month: string
  readonly nameOf: NameOf
  readonly stateName: (state: string) => string
}

/**
 * Computes a month of one place from its events and compares it with every page and file that shows it, requested
 * through the program itself. Changes nothing: the reader's session is in a temporary table of this connection
 * (`readOnly`).
 */
export async function recount(asked: Asked, place: Place): Promise<Recount | NoRecount> {
  const { store, services, month } = asked
  const now = services.now()
  const thisMonth = monthIn(place.zone)(now.getTime() / 1000)
  if (month > thisMonth) return { place, why: 'future' }
  const personId = await secretaryOf(store, place, now)
  if (personId === null) return { place, why: 'no-secretary' }

  const signature = await signatureOf(store, place, month)
  const [until, at] = signature ? [signature.lastEvent, signature.at] : [Number.MAX_SAFE_INTEGER, now]
  const recounted = countLives(livesOf(store, place, until), {
    month,
    zone: place.zone,
    now: at.getTime() / 1000,
    inBothPlaces: inBothPlaces(store, place, until),
  })
  const nowIn = {
    zone: place.zone,
    now: now.getTime() / 1000,
    inBothPlaces: inBothPlaces(store, place, Number.MAX_SAFE_INTEGER),
  }

  const get = await readAs(services, personId)
  const supervisorId = await supervisorOf(store, place, now)
  const shown = await readSurfaces(get, month, `c=${place.slug}`, counted, asked.nameOf)
  const ledgerPlace = { ...place, ...(await namesOf(store, place)), month, stateName: asked.stateName }
  const lives = [...livesOf(store, place, Number.MAX_SAFE_INTEGER)]
  const figuresOf = async (of: string): Promise<Found> => {
    if (of === month) return recounted
    const signed = await signatureOf(store, place, of)
    return signed
      ? countLives(livesOf(store, place, signed.lastEvent), {
          month: of,
          zone: place.zone,
          now: signed.at.getTime() / 1000,
          inBothPlaces: inBothPlaces(store, place, signed.lastEvent),
        })
      : countLives(lives, { ...nowIn, month: of })
  }
  const faults = [
    ...compare(recounted, shown),
    ...(await compareLedger(get, lives, ledgerPlace)),
    ...(await compareCards(get, store, ledgerPlace)),
    ...(await compareLetters(get, recounted, lives, ledgerPlace, asked.nameOf)),
    ...(await compareOtherPages({
      store,
      place,
      month,
      recounted,
      figuresOf,
      nameOf: asked.nameOf,
      secretary: get,
      today: countLives(lives, { ...nowIn, month }),
      supervisor: supervisorId === null ? null : await readAs(services, supervisorId),
    })),
  ]
  const isRunning = month === thisMonth
  return { place, signed: signature !== null, isRunning, table: tableOf(recounted, shown), faults }
}

/** Requests the program's pages as that person; each page only once, however often it is used. */
export async function readAs(services: Services, personId: string): Promise<Get> {
  const app = createApp(services)
  const cookie = (await sessionsOf(services).begin(personId)).split(';')[0] ?? ''
  const answers = new Map<string, Promise<Response>>()
  return async (path) => {
    const answer = answers.get(path) ?? Promise.resolve(app.request(path, { headers: { cookie } }))
    answers.set(path, answer)
    return (await answer).clone()
  }
}

/**
 * All following reads see the same state of the database, and no row is changed: sessions go to a temporary table of
 * this connection.
 */
export function readOnly({ raw }: SqliteStore): void {
  raw.exec('create temp table if not exists sessions as select * from main.sessions where 0')
}
