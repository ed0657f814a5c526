import type { Page } from '#views/page.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

/**
 * Asks for a photo of the item. public/shrink-photo.js reduces and previews it; without scripts the original file is
 * sent.
 */
export const PhotoField = ({ page, prefix }: { readonly page: Page; readonly prefix?: string }) => {
  const { photos } = page.text
  return (
    <div class="photo-field" data-photo>
      <Field
        label={photos.label}
        name="photo"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        hint={photos.hint}
        {...(prefix ? { prefix } : {})}
      />
      <canvas class="photo" role="img" aria-label={photos.preview} hidden></canvas>
      <Button type="button" kind="second" data-photo-away hidden>
        {photos.away}
      </Button>
    </div>
  )
}
