import type { ShownLook } from '#db/supervision/case-rows.ts'
import type { Page } from '#views/page.ts'
import { Facts, Panel } from '#views/parts/panel.tsx'

type Props = { readonly page: Page; readonly looks: readonly ShownLook[]; readonly zone: string }

/** Which cases supervisors opened, for the community whose they are. */
export const CaseLooks = ({ page, looks, zone }: Props) => {
  const { supervision: words, time } = page.text
  return (
    <Panel title={words.case.looks} id="looks">
      <p class="hint">{words.case.looksLead}</p>
      {looks.length === 0 && <p>{words.case.noLooks}</p>}
      <Facts
        rows={looks.map(({ kind, code, at, by, reason }) => ({
          term: time.moment(at, zone),
          value: (
            <>
              {words.case.kind[kind]} <a href={kind === 'wish' ? `/wishes/${code}` : `/letters/${code}`}>{code}</a>
              {by && ` · ${by}`}
              <p class="lines">{reason || words.inquiry.erased}</p>
            </>
          ),
        }))}
      />
    </Panel>
  )
}
