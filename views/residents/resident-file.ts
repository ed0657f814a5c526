import type { Faults } from '#domain/reading/checked.ts'
import type { FamilyLink } from '#domain/receipts/family-link.ts'
import type { AgeBand, ConsentMethod, ConsentPurpose, State } from '#domain/vocabulary.ts'

export type ResidentFile = {
  readonly id: string
  readonly name: string
  readonly sex: 'female' | 'male' | null
  readonly ageBand: AgeBand | null
  readonly grid: string
  /** The grid that lists the building, if it is another one. */
  readonly otherGrid: string | null
  readonly place: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly phones: readonly string[]
  readonly callFrom: string | null
  readonly callUntil: string | null
  readonly relativeName: string
  readonly relativePhone: string
  readonly hearing: string
  readonly renewedOn: string | null
  readonly renewalDueAt: Date | null
  readonly endedAt: Date | null
  readonly endReason: string | null
  readonly consents: readonly {
    readonly purpose: ConsentPurpose
    readonly given: boolean
    readonly method: ConsentMethod
    readonly day: string
    readonly witness: string
  }[]
  readonly links: readonly FamilyLink[]
  readonly wishes: readonly {
    readonly code: string
    readonly itemId: string | null
    readonly words: string
    readonly state: State
    readonly postedAt: Date
  }[]
}

export type Answering = {
  readonly key: string
  readonly typed: { readonly purpose: string; readonly given: string; readonly method: string; readonly day: string }
  readonly faults: Faults
  readonly today: string
}
