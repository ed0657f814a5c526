import type { NoticeRow, Scope } from '#db/community/calendar-rows.ts'
import type { Page } from '#views/page.ts'
import type { Meanwhile } from '#views/parts/meanwhile-banner.tsx'

export type FormName = 'closure' | 'notice' | 'withdraw' | 'hours'
export type EditProps = {
  readonly page: Page
  readonly scope: Scope
  /** What stands in the fields of the form that was sent; of the others their first values. */
  readonly typed: Readonly<Record<string, string>>
  readonly sent: FormName | null
  readonly errors: Readonly<Record<string, string>>
  readonly keyOfForm: string
  /** The version of the office hours, and who has changed them since. */
  readonly hours: { readonly version: number; readonly meanwhile: Meanwhile | null }
  /** Entered in this scope, with the days that may still be withdrawn. */
  readonly notices: readonly NoticeRow[]
  readonly saved: string | null
}

/** Where the forms of a scope are sent to. */
export const pathOf = (scope: Scope, end = ''): string =>
  `/calendar/edit${end}?${scope ? `c=${scope.slug}` : 'for=all'}`
