import type { Page } from '#views/page.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Watermark } from '#views/parts/paper/watermark.tsx'
import { Fold } from '../parts/details.tsx'
import { Bars, Empty, Figure } from '../parts/empty.tsx'
import { Facts, Panel } from '../parts/panel.tsx'

const tones = ['red', 'yellow', 'blue', 'green'] as const

/** Banners, boxes, empty pages, figures and tables. */
export const Boxes = ({ page }: { readonly page: Page }) => {
  const { styleguide } = page.text.site
  return (
    <>
      <h2>{styleguide.notices}</h2>
      {tones.map((tone) => (
        <Banner tone={tone} title={styleguide.tones[tone]}>
          <p>{styleguide.noticeBody}</p>
        </Banner>
      ))}
      <h2>{styleguide.panels}</h2>
      <Panel title={styleguide.facts} id="facts">
        <Watermark text={styleguide.watermark} />
        <Facts
          rows={[
            { term: styleguide.factTerm, value: styleguide.fact },
            { term: styleguide.field, value: styleguide.typed },
          ]}
        />
      </Panel>
      {tones.map((tone) => (
        <Panel title={styleguide.tones[tone]} id={`panel-${tone}`} tone={tone}>
          <p>{styleguide.panelBody}</p>
        </Panel>
      ))}
      <Fold summary={styleguide.fold}>
        <p>{styleguide.panelBody}</p>
      </Fold>
      <h2>{styleguide.empty}</h2>
      <Empty icon="heart" title={styleguide.emptyTitle}>
        <p>{styleguide.emptyHelp}</p>
        <LinkButton href="/styleguide">{styleguide.primary}</LinkButton>
      </Empty>
      <h2>{styleguide.figures}</h2>
      <div class="figures">
        <Figure label={styleguide.figure} value="50.0%" note="17 / 34" href="/styleguide" />
        <Figure label={styleguide.figure} value="4 / 6" />
        <Figure label={styleguide.figure} value={styleguide.noneDue} />
      </div>
      <div class="panel">
        <Bars
          caption={styleguide.bars}
          rows={styleguide.options.map((label, n) => ({ label, value: n + 2, of: 4, text: `${n + 2} / 4` }))}
        />
      </div>
      <h2>{styleguide.table}</h2>
      <Table
        caption={styleguide.table}
        head={styleguide.tableHead}
        rows={styleguide.tableRows.map((what, n) => [what, String(2 + 3 * n)])}
        numeric={[1]}
      />
    </>
  )
}
