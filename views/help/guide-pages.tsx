import { type GuideName, guideNames, isPictured } from '#domain/guides.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Icon } from '#views/parts/icon.tsx'

/** The list of guides; the reader's own role first would only move the others about, so the order is always the same. */
export const GuideList = ({ page: { text } }: { readonly page: Page }) => (
  <div class="narrow">
    <h1>{text.help.title}</h1>
    <p class="lead">{text.help.lead}</p>
    <ul class="links">
      {guideNames.map((name) => (
        <li>
          <a href={`/help/${name}`}>{text.help.guides[name].title}</a>
        </li>
      ))}
    </ul>
  </div>
)

type Props = {
  readonly page: Page
  readonly name: GuideName
}

/** One guide on one sheet of paper. */
export const GuidePage = ({ page: { text }, name }: Props) => {
  const guide = text.help.guides[name]
  return (
    <>
      <p class="actions">
        <LinkButton kind="quiet" href="/help">
          <Icon name="arrow-left" />
          {text.help.back}
        </LinkButton>
        <span class="hint">{text.help.print}</span>
      </p>
      <article class="paper guide">
        <h1>{guide.title}</h1>
        <p class="lead">{guide.lead}</p>
        {isPictured(name) && (
          <img src={`/guides/${name}.jpg`} alt={text.help.pictures[name]} width="300" height="420" />
        )}
        {guide.parts.map((part) => (
          <section>
            <h2>{part.title}</h2>
            <ol>
              {part.steps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
          </section>
        ))}
      </article>
    </>
  )
}
