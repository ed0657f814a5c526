import type { OpenJoint } from '#db/wishes/joint-claims.ts'
import type { Measure } from '#domain/catalogue/catalogue-codes.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'

/** Below the open wishes: claims that other volunteers may join. */
export const Joints = ({ page, joints }: { readonly page: Page; readonly joints: readonly OpenJoint[] }) => {
  const { joint } = page.text.waits
  if (!joints.length) return null
  return (
    <Panel title={joint.board} id="joints">
      <ul class="work">
        {joints.map((row) => (
          <li>
            <div>
              <a href={`/wishes/${row.code}`}>{titleOf(row, page.text)}</a>
              <small>{joint.left(page.text.catalogue.amount(row.left, row.measure as Measure))}</small>
            </div>
            <LinkButton kind="second" href={`/wishes/${row.code}#joint`}>
              {joint.join}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
