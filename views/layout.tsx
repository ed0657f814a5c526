import type { Child } from 'hono/jsx'
import { htmlLang } from '#text/text.ts'
import { DemoBar } from './frame/demo-bar.tsx'
import { ElderCall } from './frame/elder-call.tsx'
import { Footer } from './frame/footer.tsx'
import { Header } from './frame/header.tsx'
import type { Page } from './page.ts'

export const Layout = ({ page, title, children }: { page: Page; title: string; children?: Child }) => {
  const { text, community } = page
  const name = community ? `${text.site.name} · ${community.name}` : text.site.name
  return (
    <html lang={htmlLang(page.lang)} data-view={page.view === 'elder' ? 'elder' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{`${title} · ${name}`}</title>
        {page.isSecret && <meta name="robots" content="noindex, nofollow" />}
        {page.actor.kind === 'anyone' && !page.isSecret && <LinkPreview page={page} title={title} name={name} />}
        <meta name="theme-color" content="#b5321e" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#181310" media="(prefers-color-scheme: dark)" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="htmx-config" content={htmxConfig} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon.png" />
        <link rel="stylesheet" href="/app.css" />
        {page.links?.map((link) => (
          <link {...link} />
        ))}
        <script src="/htmx.min.js" defer></script>
        <script src="/busy.js" defer></script>
        {page.actor.kind === 'person' && <script src="/swapped.js" defer></script>}
      </head>
      <body data-no-signal={text.site.noSignal} data-no-answer={text.site.noAnswer}>
        <a class="skip hide" href="#main">
          {text.site.skip}
        </a>
        <Header page={page} />
        <main id="main" tabindex={-1}>
          {page.isDemo && <DemoBar page={page} />}
          {children}
        </main>
        <Footer page={page} />
        <ElderCall page={page} />
      </body>
    </html>
  )
}

/** The preview of a link in a group chat, which is fetched without signing in. */
const LinkPreview = ({ page, title, name }: { readonly page: Page; readonly title: string; readonly name: string }) => {
  const about = page.about ?? page.text.site.about(page.community?.name ?? '')
  return (
    <>
      <meta name="description" content={about} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={name} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={`${page.publicUrl}${page.path}`} />
      <meta property="og:image" content={`${page.publicUrl}/icon.png`} />
    </>
  )
}

// No injected styles (strict CSP), no copies of pages in the browser's storage, and no proxy's error page inside a
// page.
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: 'reload', noSwap: [204, 304, '5xx'] })
