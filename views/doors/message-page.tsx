import type { Edition } from '#domain/doors/edition.ts'
import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { TextArea } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { groupMessage, type Message } from './group-message.ts'
import { Picture } from './picture.tsx'
import { WithdrawnLines } from './withdrawn-lines.tsx'

type Props = {
  readonly page: Page
  readonly edition: Edition
  readonly message: Message
  /** The lines whose residents have withdrawn the consent since it was sent. */
  readonly withdrawn: readonly number[]
  /** The QR code of the board. */
  readonly code: { readonly size: number; readonly path: string }
}

/** A message to copy. Without scripts its text can be selected in the field. */
export const MessagePage = ({ page, edition, message, withdrawn, code }: Props) => {
  const { slug } = message.community
  const words = page.text.doors.message
  const here = `/doors/messages/${edition.number}`
  return (
    <div class="narrow">
      <p class="actions">
        <LinkButton kind="quiet" href={`/doors?c=${slug}`}>
          <Icon name="arrow-left" />
          {page.text.doors.title}
        </LinkButton>
      </p>
      <h1>{words.title(edition.number)}</h1>
      {edition.endedAt ? (
        <Banner tone="yellow">
          <p>{words.recalled}</p>
        </Banner>
      ) : (
        <p class="lead">{words.lead}</p>
      )}
      <WithdrawnLines page={page} door="group" positions={withdrawn} />
      <div data-copyable>
        <TextArea
          label={words.text}
          name="message"
          rows={16}
          value={groupMessage(message, page.text)}
          readonly
          data-copy-text
        />
        <Button type="button" wide hidden data-copy={words.copied} data-selected={words.selected}>
          {words.copy}
        </Button>
        <script src="/copy-text.js" type="module"></script>
      </div>
      <Picture page={page} message={message} code={code} />
      {!edition.endedAt && (
        <Fold summary={words.recall}>
          <p>{words.recallHint}</p>
          <form method="post" action={`${here}/recall?c=${slug}`}>
            <Button kind="second">{words.recall}</Button>
          </form>
        </Fold>
      )}
    </div>
  )
}
