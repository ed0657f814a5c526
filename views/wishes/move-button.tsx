import type { Child } from 'hono/jsx'
import type { Action } from '#domain/wish/lifecycle.ts'
import { Button, type ButtonKind } from '#views/parts/form/button.tsx'

type Props = {
  readonly code: string
  readonly action: Action
  readonly button: string
  readonly kind?: ButtonKind
  /** Whether the form may contain a file. */
  readonly hasFile?: boolean
  readonly children?: Child
}

/** A form for one step of a wish: a plain POST; with htmx the wish changes in place. */
export const Move = ({ code, action, button, kind = 'primary', hasFile, children }: Props) => {
  const address = `/wishes/${code}/${action}`
  return (
    <form
      class="move"
      novalidate
      method="post"
      action={address}
      enctype={hasFile ? 'multipart/form-data' : undefined}
      hx-post={address}
      hx-target="#wish"
      hx-swap="outerHTML show:top"
    >
      {children}
      <Button kind={kind} wide>
        {button}
      </Button>
    </form>
  )
}
