import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button } from '#views/parts/form/button.tsx'
import { PhotoField } from '#views/parts/form/photo-field.tsx'
import { Panel } from '#views/parts/panel.tsx'
import type { WishView } from './wish-view-data.ts'

type Props = { readonly page: Page; readonly view: WishView }

/** The photo of what was delivered, for people who may see it; the claimant can add, change or remove it. */
export const PhotoPanel = ({ page, view }: Props) => {
  const { photos } = page.text
  const { wish, photo, mayAddPhoto } = view
  const address = `/wishes/${wish.code}/photo`
  if (!photo && !mayAddPhoto) return null
  return (
    <Panel title={photos.title} id="photo">
      {photo && (
        <>
          <img class="photo" src={`/photos/${photo.id}`} alt={photos.alt} />
          <p class="hint">{photo.isShownToAll ? photos.shown : photos.inside}</p>
        </>
      )}
      {photo?.mayRemove && (
        <form method="post" action={`${address}/remove`}>
          <Button kind="second">{photos.remove}</Button>
        </form>
      )}
      {mayAddPhoto && (
        <Fold summary={photo ? photos.replace : photos.add}>
          <form method="post" action={address} enctype="multipart/form-data">
            <PhotoField page={page} prefix="later" />
            <Button kind="second">{photos.send}</Button>
          </form>
        </Fold>
      )}
    </Panel>
  )
}
