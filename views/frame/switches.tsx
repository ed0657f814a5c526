import type { Page } from '#views/page.ts'
import { Icon, type IconName } from '#views/parts/icon.tsx'
import { Hidden } from '../parts/field.tsx'

/** The word if there is room, otherwise only its icon; the element around it is labelled with the word. */
export const Brief = ({ icon, children }: { readonly icon: IconName; readonly children: string }) => (
  <>
    <Icon name={icon} />
    <span class="word">{children}</span>
  </>
)

/** Switches between the elder view and the usual one. A form, so that it works without scripts and is never cached. */
export const ViewSwitch = ({ page: { view, text, address } }: { page: Page }) => {
  const other = view === 'elder' ? 'normal' : 'elder'
  return (
    <form method="post" action="/view">
      <Hidden name="view" value={other} />
      <Hidden name="to" value={address} />
      <button class="plain switch" type="submit">
        {text.site.toView[other]}
      </button>
    </form>
  )
}

export const LanguageSwitch = ({ page: { lang, text, address } }: { page: Page }) => (
  <form method="post" action="/language">
    <Hidden name="lang" value={lang === 'zh' ? 'en' : 'zh'} />
    <Hidden name="to" value={address} />
    <button class="plain" type="submit" lang={lang === 'zh' ? 'en' : 'zh-CN'} aria-label={text.site.languageLabel}>
      <Brief icon="globe">{text.site.language}</Brief>
    </button>
  </form>
)
