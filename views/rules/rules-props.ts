import type { Community } from '#db/community/area-rows.ts'
import type { RuleVersion } from '#domain/rules.ts'
import type { Page } from '#views/page.ts'

export type RulesProps = {
  readonly page: Page
  readonly community: Community
  /** Every version, oldest first. */
  readonly versions: readonly RuleVersion[]
  readonly current: RuleVersion
  readonly today: string
}
