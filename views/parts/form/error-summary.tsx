import type { Child } from 'hono/jsx'
import { Icon } from '#views/parts/icon.tsx'
import { fieldId } from './field.tsx'

/** Everything that has to be corrected, at the top of a form; each line links to its field. The page may focus it. */
export const ErrorSummary = ({
  title,
  errors,
  prefix,
}: {
  readonly title: Child
  readonly errors: readonly { readonly name: string; readonly message: Child }[]
  readonly prefix?: string
}) =>
  errors.length > 0 && (
    <div class="notice red" id={fieldId('errors', prefix)} role="alert" tabindex={-1}>
      <Icon name="warning" />
      <div>
        <h2>{title}</h2>
        <ul>
          {errors.map((error) => (
            <li>
              <a href={`#${fieldId(error.name, prefix)}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )

export type Tone = 'red' | 'yellow' | 'green' | 'blue'

const signs = { red: 'warning', yellow: 'warning', green: 'check', blue: 'bell' } as const satisfies Record<
  Tone,
  string
>

export const Banner = ({
  tone,
  title,
  role,
  children,
}: {
  readonly tone: Tone
  readonly title?: Child
  readonly role?: 'alert' | 'status'
  readonly children?: Child
}) => (
  <div class={`notice ${tone}`} role={role}>
    <Icon name={signs[tone]} />
    <div>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  </div>
)
