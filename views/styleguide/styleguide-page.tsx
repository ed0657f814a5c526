import { hour } from '#domain/time/durations.ts'
import type { Page } from '#views/page.ts'
import { Icon, iconNames } from '#views/parts/icon.tsx'
import { Due, Said } from '#views/parts/when.tsx'
import { Boxes } from './boxes.tsx'
import { Forms } from './form-samples.tsx'
import { Small } from './small-parts.tsx'
import { Wishes } from './wish-samples.tsx'

/** Every component in every state, for designers and developers; only the demo shows this page. */
export const Styleguide = ({ page }: { readonly page: Page }) => {
  const { styleguide } = page.text.site
  return (
    <>
      <h1>{styleguide.title}</h1>
      <p class="lead">{styleguide.lead}</p>
      <h2>{styleguide.type}</h2>
      <div class="panel">
        <h2>{styleguide.typeSample}</h2>
        <h3>{styleguide.typeSample}</h3>
        <p>{styleguide.typeSample}</p>
        <small>{styleguide.typeSample}</small>
      </div>
      <Small page={page} />
      <Wishes page={page} />
      <h2>{styleguide.times}</h2>
      <ul class="tags">
        {[-50, 5, 50].map((hours) => (
          <li>
            <Due at={from(page.now, hours)} page={page} />
          </li>
        ))}
        {[3, 26, 74, 240].map((hours) => (
          <li>
            <Said at={from(page.now, hours)} page={page} />
          </li>
        ))}
      </ul>
      <Forms page={page} />
      <Boxes page={page} />
      <h2>{styleguide.icons}</h2>
      <ul class="tags">
        {iconNames.map((name) => (
          <li>
            <span class="thing">
              <Icon name={name} />
            </span>
            <small lang="en">{name}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

const from = (now: Date, hours: number): Date => new Date(now.getTime() + hours * hour)
