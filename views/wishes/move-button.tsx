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
  /** Pressed without a signal, it may wait on the claimant's phone until there is one: outbox-steps.js. */
  readonly waits?: boolean
  readonly children?: Child
}

/** A form for one step of a wish: a plain POST; with htmx the wish changes in place. */
export const Move = ({ code, action, button, kind = 'primary', hasFile, waits, children }: Props) => {
  const address = `/wishes/${code}/${action}`
  return (
    <form
      class="move"
      novalidate
      data-waits={waits || undefined}
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
