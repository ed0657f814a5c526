import type { Page } from '#views/page.ts'
import { Icon } from '#views/parts/icon.tsx'
import { hotline } from './header.tsx'

/** In the elder view: the telephone over the full width, always in sight above the tabs. */
export const ElderCall = ({ page: { view, text, community } }: { readonly page: Page }) => {
  if (view !== 'elder') return null
  const phone = community?.phone
  return (
    <nav class="elder-call" aria-label={text.site.call}>
      <a class="button wide" href={`tel:${phone || hotline}`}>
        <Icon name="phone-call" />
        {phone ? text.site.callOurs : text.site.callHotline(hotline)}
      </a>
    </nav>
  )
}
