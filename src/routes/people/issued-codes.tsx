import type { Issue } from '#actions/people/access-codes.ts'
import type { Community } from '#db/community/area-rows.ts'
import type { C } from '#http/context.ts'
import { qrPathOf } from '#http/qr-path.ts'
import { pageOf, show } from '#http/respond.tsx'
import { CodesPage } from '#views/people/codes-page.tsx'

/** The slips with codes and links. They are part of this response only: neither can be looked up later. */
export function showCodes(c: C, community: Community | null, issues: readonly Issue[]) {
  const here = pageOf(c, community)
  const issued = issues.flatMap((issue) =>
    issue.ok ? [{ ...issue.issued, qr: qrPathOf(`${here.publicUrl}/a/${issue.issued.token}`) }] : [],
  )
  const refused = issues.flatMap((issue) => (issue.ok ? [] : [issue.name]))
  c.header('referrer-policy', 'no-referrer')
  const body = <CodesPage page={here} issued={issued} refused={refused} />
  return show(c, here, here.text.people.codes.title, body, issued.length ? 200 : 409)
}
