import type { Community } from '#db/community/area-rows.ts'
import type { PageView } from '#domain/page-view.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Lang, Text } from '#text/text.ts'

/** What every view receives. Views do not load or await anything. */
export type Page = {
  readonly text: Text
  readonly lang: Lang
  readonly view: PageView
  readonly actor: Actor
  readonly unread: number
  readonly now: Date
  readonly community: Community | null
  readonly path: string
  /** Path and query: the language switch returns here. */
  readonly address: string
  readonly isDemo: boolean
  /** Only if the demo's clock can be moved. */
  readonly rehearsal?: { readonly isSimulated: boolean } | undefined
  readonly publicUrl: string
  /** The phone stores this page for use without a signal, so it contains nothing that needs one. */
  readonly isKept?: boolean
  /** The address is a secret: the page has no links that would pass it on, and no preview. */
  readonly isSecret?: boolean
  /**
   * What the preview of a link says about this page, in public words; without it, the preview describes the community.
   */
  readonly about?: string
  /** Other forms of this page, such as a feed. */
  readonly links?: readonly {
    readonly rel: string
    readonly type: string
    readonly href: string
    readonly title: string
  }[]
}
