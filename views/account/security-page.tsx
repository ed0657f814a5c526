import type { securityEventsSeen } from '#db/account/account-rows.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Exactly } from '#views/parts/when.tsx'

type Rows = Awaited<ReturnType<typeof securityEventsSeen>>

/** What happened to everyone's accounts, for the administrator. */
export const SecurityPage = ({ page, rows }: { readonly page: Page; readonly rows: Rows }) => {
  const { security, events } = page.text.account
  return (
    <>
      <h1>{security.title}</h1>
      <p class="lead">{security.lead}</p>
      {rows.length ? (
        <Table
          caption={security.title}
          head={[security.who, security.what, security.when, security.device]}
          rows={rows.map(({ name, kind, at, device }) => [name, events.kind[kind], <Exactly at={at} />, device || '—'])}
        />
      ) : (
        <p>{events.empty}</p>
      )}
    </>
  )
}
