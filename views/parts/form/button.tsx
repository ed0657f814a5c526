import type { Child, JSX } from 'hono/jsx'

export type ButtonKind = 'primary' | 'second' | 'quiet' | 'danger'

type Look = { readonly kind?: ButtonKind; readonly wide?: boolean; readonly children?: Child }

const look = (kind: ButtonKind, wide: boolean) => `button ${kind}${wide ? ' wide' : ''}`

/** A page has one primary button; all others are second, quiet or danger. */
export const Button = ({
  kind = 'primary',
  wide = false,
  type = 'submit',
  children,
  ...rest
}: Look & Omit<JSX.IntrinsicElements['button'], keyof Look | 'class'>) => (
  <button type={type} class={look(kind, wide)} {...rest}>
    {children}
  </button>
)

export const LinkButton = ({
  kind = 'primary',
  wide = false,
  href,
  children,
  ...rest
}: Look & { readonly href: string } & Omit<JSX.IntrinsicElements['a'], keyof Look | 'class' | 'href'>) => (
  <a href={href} class={look(kind, wide)} {...rest}>
    {children}
  </a>
)
