import type { PublishingDoor } from '#domain/doors/door.ts'
import type { Page } from '#views/page.ts'
import { Banner } from '#views/parts/form/error-summary.tsx'

type Props = { readonly page: Page; readonly door: PublishingDoor; readonly positions: readonly number[] }

/** Which lines of a message or a sheet have to go, because their residents have withdrawn the consent, and how. */
export const WithdrawnLines = ({ page: { text }, door, positions }: Props) => {
  const { recall } = text.doors
  if (!positions.length) return null
  return (
    <Banner tone="red" role="alert">
      <p>{recall.lines(text.list(positions.map(String)))}</p>
      <p>{recall.how[door]}</p>
    </Banner>
  )
}
