import type { Community } from '#db/community/area-rows.ts'
import type { PageView } from '#domain/page-view.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Lang, Text } from '#text/text.ts'

/** What every view is given. Views await nothing and ask nobody. */
export type Page = {
  readonly text: Text
  readonly lang: Lang
  readonly view: PageView
  readonly actor: Actor
  readonly unread: number
  readonly now: Date
  readonly community: Community | null
  readonly path: string
  /** Path and query: where the language switch returns to. */
  readonly address: string
  readonly isDemo: boolean
  /** Only where the demo's clock can be put forward. */
  readonly rehearsal?: { readonly isSimulated: boolean } | undefined
  readonly publicUrl: string
  /** The phone keeps this page for use without a signal, so it shows nothing that needs one. */
  readonly isKept?: boolean
  /** Its address is a secret: nothing on the page leads away with it, and no preview of it is made. */
  readonly isSecret?: boolean
  /** What the preview of a link says of this page, in public words; without it what the place is says so. */
  readonly about?: string
  /** Other forms of this page, such as a feed. */
  readonly links?: readonly {
    readonly rel: string
    readonly type: string
    readonly href: string
    readonly title: string
  }[]
}
