import { acts } from '#domain/wish/acts.ts'
import { isPublic } from '#domain/wish/lifecycle.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import type { WishView } from './wish-view-data.ts'

/**
 * The proof of what the page says of the steps, and its check in the reader's own browser (public/check-proof.js). Without
 * scripts the file can be taken along.
 */
export const ProofPart = ({
  page: { text },
  view: { wish, history },
}: {
  readonly page: Page
  readonly view: WishView
}) => {
  const { log } = text
  const shown = history.filter(({ action }) => acts[action].isPublic)
  if (!isPublic(wish) || !shown.length) return null
  const address = `/log/proof/wishes/${wish.code}`
  const steps = shown.map(({ seq, action, at }) => ({ seq, action, at: at.getTime() / 1000 }))
  return (
    <Fold summary={log.proofTitle}>
      <p>{log.proofLead}</p>
      <p class="actions">
        <Button
          type="button"
          kind="second"
          hidden
          data-proofs={address}
          data-steps={JSON.stringify(steps)}
          data-running={log.proofRunning}
          data-good={log.proofGood}
          data-bad={log.proofBad}
          data-unable={log.proofUnable}
        >
          {log.proofButton}
        </Button>
      </p>
      <p role="status" data-proof-says=""></p>
      <p>
        <a href={address} download={`${wish.code}.tlog-proof`}>
          {log.proofFile}
        </a>
      </p>
    </Fold>
  )
}
