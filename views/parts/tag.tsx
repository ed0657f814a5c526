import type { Child } from 'hono/jsx'
import type { Tone } from '#views/parts/form/error-summary.tsx'

/** Each tone has its own shape, so that colour is never the only sign: circle, triangle, square, tick. */
const shapes = {
  red: <circle cx="5" cy="5" r="4.500" />,
  yellow: <path d="M5 .8 9.800 9.200H.2Z" />,
  blue: <rect x="1" y="1" width="8" height="8" rx="1" />,
  green: <path d="m1.200 5.200 2.600 2.700 5-5.800" fill="none" stroke="currentColor" stroke-width="2" />,
} satisfies Record<Tone, unknown>

export const Tag = ({ tone = 'plain', children }: { readonly tone?: Tone | 'plain'; readonly children?: Child }) => (
  <span class={tone === 'plain' ? 'hint' : `tag ${tone}`}>
    {tone !== 'plain' && (
      <svg viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
        {shapes[tone]}
      </svg>
    )}
    {children}
  </span>
)
