import type { Page } from '#views/page.ts'
import { type ButtonKind, LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from './icon.tsx'

type Props = { readonly page: Page; readonly href: string; readonly label: string; readonly kind?: ButtonKind }

/** A file to save. public/download.js shows on the button how much has arrived; the page loads it once. */
export const Download = ({ page: { text }, href, label, kind = 'second' }: Props) => {
  const { making, again, arrived } = text.site
  const words = { 'data-making': making, 'data-again': again, 'data-arrived': arrived(0) }
  return (
    <LinkButton kind={kind} href={href} {...words}>
      <Icon name="download" />
      <span data-words="">{label}</span>
    </LinkButton>
  )
}

export const DownloadScript = () => <script type="module" src="/download.js"></script>
