import type { State } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Neighbourhood } from '#src/demo/people/neighbourhood.ts'
import type { Seeking } from '#src/demo/stage/stage.ts'

/** Some hours of a community at work. usual-acts.ts says what its people do in them. */
export type Hour = Seeking &
  Neighbourhood & {
    readonly hour: number
    readonly isWorkday: boolean
    /** Random: true once in so many of these hours on average. */
    once(inHours: number): boolean
    /** One after the other, some minutes apart. A refused act is skipped, because the visitor may have acted first. */
    each<T>(list: readonly T[], act: (one: T) => Promise<unknown>): Promise<void>
    inState(...states: readonly State[]): Promise<readonly Wish[]>
  }
