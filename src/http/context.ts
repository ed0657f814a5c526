import type { Context } from 'hono'
import type { Session } from '#auth/sessions.ts'
import type { AreaLine, Community } from '#db/community/area-rows.ts'
import type { PersonFile } from '#db/people/person-file.ts'
import type { Batch } from '#db/units/batch-rows.ts'
import type { Unit } from '#db/units/unit-rows.ts'
import type { PageView } from '#domain/page-view.ts'
import type { Actor, Person } from '#domain/people/actor.ts'
import type { OpenFamilyLink } from '#domain/receipts/family-link.ts'
import type { UnitTie } from '#domain/units/batch.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { WorkPlace } from '#http/community/work-place.ts'
import type { Services } from '#src/services.ts'
import type { Lang, Text } from '#text/text.ts'

/** What the middleware provides with every request. */
export type Env = {
  Variables: {
    services: Services
    actor: Actor
    session: Session | null
    lang: Lang
    text: Text
    view: PageView
    /** Unread notifications of the person signed in. */
    unread: number
    /** Requests one of the program's own pages, as a browser with that cookie would. */
    page: (path: string, cookie: string) => Promise<Response>
  }
}
export type C = Omit<Context<Env>, 'set'>

/** What the guards (guards.ts) and the loaders after them provide, by the name under which a handler reads it. */
type Loaded = {
  /** The person signed in. */
  person: Person
  /** Where the person works; on staff pages. */
  place: WorkPlace
  /** The community of a public page. */
  community: Community
  /** The wish in the address. */
  wish: Wish
  /** The person in the address, for the secretary or administrator who looks after them. */
  file: PersonFile
  /** The area in the address, for those who look after it. */
  area: AreaLine
  /** The work unit in the address, and what the reader is to it. */
  unit: Unit
  tie: UnitTie
  /** The batch in the address, of that unit. */
  batch: Batch
  /** The relative's link in the address. */
  familyLink: OpenFamilyLink
}

/**
 * The environment of a handler with these guards. A handler that reads one of these values without the guard does not
 * compile.
 */
export type With<Name extends keyof Loaded> = { Variables: Env['Variables'] & Pick<Loaded, Name> }
export type CWith<Name extends keyof Loaded> = Omit<Context<With<Name>>, 'set'>
