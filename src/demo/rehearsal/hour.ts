import type { State } from '#domain/vocabulary.ts'
import type { Wish } from '#domain/wish/wish.ts'
import type { Neighbourhood } from '#src/demo/people/neighbourhood.ts'
import type { Seeking } from '#src/demo/stage/stage.ts'

/** A few hours of a community at work. What a hand does in them is told in usual-acts.ts. */
export type Hour = Seeking &
  Neighbourhood & {
    readonly hour: number
    readonly isWorkday: boolean
    /** Whether something happens now that happens once in so many of these hours. */
    once(inHours: number): boolean
    /** One after the other, some minutes apart; what is refused is left, for somebody else may have been there before. */
    each<T>(list: readonly T[], act: (one: T) => Promise<unknown>): Promise<void>
    inState(...states: readonly State[]): Promise<readonly Wish[]>
  }
