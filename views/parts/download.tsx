import type { Page } from '#views/page.ts'
import { type ButtonKind, LinkButton } from './button.tsx'
import { Icon } from './icon.tsx'

type Props = { readonly page: Page; readonly href: string; readonly label: string; readonly kind?: ButtonKind }

/** A file to save. public/download.js counts on the button what has arrived; the page names it once, beside its links. */
export const Download = ({ page: { text }, href, label, kind = 'second' }: Props) => {
  const { making, again, arrived } = text.site
  const words = { 'data-making': making, 'data-again': again, 'data-arrived': arrived(0) }
  return (
    <LinkButton kind={kind} href={href} hx-boost="false" {...words}>
      <Icon name="download" />
      <span data-words="">{label}</span>
    </LinkButton>
  )
}

export const DownloadScript = () => <script type="module" src="/download.js"></script>
