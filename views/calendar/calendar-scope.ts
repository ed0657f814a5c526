import type { HolidayNoticeRow, Scope } from '#db/community/calendar-rows.ts'
import type { Page } from '#views/page.ts'
import type { Meanwhile } from '#views/parts/form/meanwhile-banner.tsx'

export type FormName = 'closure' | 'notice' | 'withdraw' | 'hours'
export type EditProps = {
  readonly page: Page
  readonly scope: Scope
  /** The values of the form that was sent; other forms show their initial values. */
  readonly typed: Readonly<Record<string, string>>
  readonly sent: FormName | null
  readonly errors: Readonly<Record<string, string>>
  /** Private words that the form which was sent may confirm as about no person. */
  readonly needed: readonly string[] | undefined
  readonly keyOfForm: string
  /** The version of the office hours, and who has changed them since the form was made. */
  readonly hours: { readonly version: number; readonly meanwhile: Meanwhile | null }
  /** Notices entered in this scope, with the days that may still be withdrawn. */
  readonly notices: readonly HolidayNoticeRow[]
  readonly saved: string | null
}

/** The address to which the forms of a scope are sent. */
export const pathOf = (scope: Scope, end = ''): string =>
  `/calendar/edit${end}?${scope ? `c=${scope.slug}` : 'for=all'}`
