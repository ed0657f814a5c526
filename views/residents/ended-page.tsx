import type { ErasureKind } from '#domain/people/retention.ts'
import type { EndReason } from '#domain/vocabulary.ts'
import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { Panel } from '#views/parts/panel.tsx'

type Props = {
  readonly page: Page
  readonly zone: string
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly gridName: string
    readonly endedAt: Date | null
    readonly endReason: string | null
  }[]
  /** Null for anyone but the secretary. */
  readonly certificates:
    | readonly { readonly kind: ErasureKind; readonly count: number; readonly days: number; readonly at: Date }[]
    | null
}

/** Files that wait to be erased, and the certificates of those that were. */
export const EndedPage = ({ page, zone, files, certificates }: Props) => {
  const { text, community } = page
  const words = text.endings
  const { name, grid, reason, day } = words.head
  const certificate = words.certificateHead
  return (
    <>
      <p>
        <a href={`/residents?c=${community?.slug ?? ''}`}>{text.people.residents.title}</a>
      </p>
      <h1>{words.list}</h1>
      <p class="lead">{words.listLead}</p>
      {files.length === 0 ? (
        <p>{words.listEmpty}</p>
      ) : (
        <Table
          caption={words.list}
          head={[name, grid, reason, day]}
          rows={files.map((file) => [
            <a href={`/residents/${file.id}`}>{file.name}</a>,
            file.gridName,
            words.reasonOf[file.endReason as EndReason],
            text.time.day(file.endedAt as Date, zone),
          ])}
        />
      )}
      {certificates && (
        <Panel title={words.certificates}>
          {certificates.length === 0 ? (
            <p>{words.certificatesEmpty}</p>
          ) : (
            <Table
              caption={words.certificates}
              head={[certificate.day, certificate.kind, certificate.count, certificate.days]}
              rows={certificates.map((row) => [
                text.time.day(row.at, zone),
                words.kindOf[row.kind],
                String(row.count),
                String(row.days),
              ])}
            />
          )}
        </Panel>
      )}
    </>
  )
}
