import { htmlLang, langs, textOf } from '#text/text.ts'
import type { Page } from '#views/page.ts'
import { Hidden } from '#views/parts/form/field.tsx'
import { Icon, type IconName } from '#views/parts/icon.tsx'

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
        <Icon name="glasses" />
        <span>{text.site.toView[other]}</span>
      </button>
    </form>
  )
}

/** A button for each other language, in that language. */
export const LanguageSwitch = ({ page: { lang, address } }: { page: Page }) =>
  langs
    .filter((other) => other !== lang)
    .map((other) => {
      const { site } = textOf(other)
      return (
        <form method="post" action="/language">
          <Hidden name="lang" value={other} />
          <Hidden name="to" value={address} />
          <button class="plain" type="submit" lang={htmlLang(other)} aria-label={site.languageLabel}>
            <Brief icon="globe">{site.language}</Brief>
          </button>
        </form>
      )
    })
