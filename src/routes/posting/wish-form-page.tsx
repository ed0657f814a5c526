import { deviceMark } from '#auth/device-mark.ts'
import { newId } from '#auth/hashing.ts'
import type { Community } from '#db/community/area-rows.ts'
import { rulesToday } from '#db/community/rule-rows.ts'
import type { FoundResident } from '#db/residents/resident-search.ts'
import { askedThings } from '#db/wishes/asked-things.ts'
import { actorId, anyone } from '#domain/people/actor.ts'
import type { Faults } from '#domain/reading/checked.ts'
import { day } from '#domain/time/durations.ts'
import { localDay } from '#domain/time/workdays.ts'
import type { ReferReason } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { C } from '#http/context.ts'
import { pageOf, show } from '#http/respond.tsx'
import { blankResident } from '#routes/residents/resident-form.ts'
import type { Offers } from '#views/knowledge/known-answers.tsx'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'
import { faultAt } from '#views/people/faults.ts'
import { type NewResident, WishForm } from '#views/posting/posting-form.tsx'

export type Shown = {
  readonly typed: Readonly<Record<string, string>>
  readonly faults?: Faults
  /** A refusal of the whole form. */
  readonly sentence?: string
  /** The household had the same item recently: asks for a reason. */
  readonly repeat?: string
  /** Something is odd or expensive: asks for a reason. */
  readonly odd?: string
  /** Ready-made sentences, by field. */
  readonly sentences?: Readonly<Record<string, string>>
  /** Private words that the form may confirm as needed. */
  readonly needed?: readonly string[]
  /** What was typed cannot be a wish: the office to which the form offers to refer it. */
  readonly office?: ReferReason
  readonly offers?: Offers
  readonly status?: 200 | 403 | 409 | 422 | 429
  readonly meanwhile?: Meanwhile
}
type Whose = {
  readonly community: Community
  /** For a posting: the residents found, and what a new file needs. For an amendment: whose wish it is, in words. */
  readonly whose:
    | { readonly found: readonly FoundResident[]; readonly fresh: Omit<NewResident, 'today'> }
    | { readonly wish: Wish; readonly version: number; readonly name: string; readonly place: string }
}

const askedWithin = 180 * day

/** The form of a posting or an amendment, with what was typed and what has to be corrected. */
export async function showWishForm(c: C, { community, whose }: Whose, shown: Shown) {
  const { store, now, config } = c.get('services')
  const here = pageOf(c, community)
  const { form } = here.text
  const { rules } = await rulesToday(store.db, community, now())
  const faults = shown.faults ?? {}
  const errors = {
    ...Object.fromEntries(
      Object.keys(faults).map((name) => [
        name,
        form.faults[faults[name] ?? ''] ??
          here.text.intake.faults[faults[name] ?? ''] ??
          faultAt(here.text, faults, name) ??
          '',
      ]),
    ),
    ...shown.sentences,
    ...(shown.repeat ? { repeat: shown.repeat } : {}),
    ...(shown.odd ? { odd: shown.odd } : {}),
    ...(shown.sentence ? { item: shown.sentence } : {}),
  }
  const wish = 'wish' in whose ? whose.wish : null
  const title = wish ? form.editTitle : form.title
  const common = await askedThings(store.db, community.id, new Date(now().getTime() - askedWithin), 12)
  const today = localDay(now(), community.zone)
  return show(
    c,
    here,
    title,
    <WishForm
      page={here}
      action={wish ? `/wishes/${wish.code}/edit` : `/wishes/new?c=${community.slug}`}
      title={title}
      button={wish ? form.saveChanges : form.submit}
      whose={
        'fresh' in whose
          ? { found: whose.found, fresh: { ...whose.fresh, today } }
          : { ...whose, code: whose.wish.code }
      }
      mark={deviceMark(config.secret, actorId(c.get('actor')))}
      keyOfForm={shown.typed.key || newId()}
      meanwhile={shown.meanwhile ?? null}
      typed={shown.typed}
      errors={errors}
      office={shown.office ?? null}
      needed={shown.needed}
      asks={{ repeat: Boolean(shown.repeat ?? shown.typed.repeat), odd: Boolean(shown.odd ?? shown.typed.odd) }}
      limitYuan={String(rules.valueLimitFen / 100)}
      within={rules.deliverWithin}
      common={common}
      offers={wish ? null : (shown.offers ?? { entries: [], isAsked: false, today })}
      isThingFixed={Boolean(wish?.publishedAt)}
    />,
    shown.status ?? (Object.keys(errors).length ? 422 : 200),
  )
}

/** Without a person, a community, a key or a resident. The phone makes the key, and knows whose drafts it stores. */
export function showBlankForm(c: C) {
  const nobody = { actor: anyone, unread: 0, community: null, path: '/wishes/new', address: '/wishes/new' }
  const here = { ...pageOf(c), ...nobody, isKept: true }
  const title = here.text.form.title
  const consent = { agreed: [], method: '', day: '' }
  const fresh = { typed: blankResident, consent, listed: '', grids: [], today: '' }
  const answer = show(
    c,
    here,
    title,
    <WishForm
      page={here}
      action="/wishes/new"
      title={title}
      button={here.text.form.submit}
      whose={{ found: [], fresh }}
      mark=""
      keyOfForm=""
      meanwhile={null}
      typed={{ resident: 'new' }}
      errors={{}}
      office={null}
      needed={undefined}
      asks={{ repeat: false, odd: false }}
      limitYuan={null}
      within={null}
      common={[]}
      offers={null}
      isThingFixed={false}
    />,
  )
  answer.headers.set('cache-control', 'no-cache')
  return answer
}
