import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import type { Tone } from '#views/parts/form/error-summary.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Pager } from '#views/parts/pager.tsx'
import { Tag } from '#views/parts/tag.tsx'

const here = '/styleguide'
const tones = ['red', 'yellow', 'blue', 'green'] as const satisfies readonly Tone[]

/** Buttons, filters and tags. */
export const Small = ({ page }: { readonly page: Page }) => {
  const { site } = page.text
  const { styleguide } = site
  return (
    <>
      <h2>{styleguide.buttons}</h2>
      <div class="actions">
        <Button type="button">{styleguide.primary}</Button>
        <Button type="button" kind="second">
          {styleguide.second}
        </Button>
        <Button type="button" kind="quiet">
          {styleguide.quiet}
        </Button>
        <Button type="button" kind="danger">
          {styleguide.danger}
        </Button>
        <Button type="button" disabled>
          {styleguide.disabled}
        </Button>
        <span class="busy">
          <Button type="button" kind="second" aria-label={styleguide.waiting}>
            {styleguide.waiting}
          </Button>
        </span>
        <LinkButton kind="second" href={here}>
          <Icon name="plus" />
          {styleguide.second}
        </LinkButton>
      </div>
      <Pager labels={page.text.site} next={here} first={here} />
      <h2>{styleguide.chips}</h2>
      <Chips
        label={styleguide.chips}
        items={[
          { href: here, label: page.text.board.all, count: 14, current: true },
          ...tones.map((tone, n) => ({ href: here, label: styleguide.tones[tone], count: n })),
        ]}
      />
      <h2>{styleguide.tags}</h2>
      <p class="tags">
        {tones.map((tone) => (
          <Tag tone={tone}>{styleguide.tones[tone]}</Tag>
        ))}
        <Tag>{styleguide.plainTag}</Tag>
      </p>
    </>
  )
}
