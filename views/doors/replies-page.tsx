import type { PublicCard } from '#db/wishes/board-rows.ts'
import type { Edition } from '#domain/doors/edition.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Hidden, Select, TextArea } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { wishLine } from './group-message.ts'

type Candidate = { readonly id: string; readonly name: string; readonly unit: string }

type Asked = {
  /** The name of its field, and of its button. */
  readonly key: string
  /** The number as it was typed. */
  readonly said: string
}
/** What one number in a line would claim. */
export type Proposal = Asked &
  (
    | { readonly kind: 'no-wish' }
    | { readonly kind: 'done' | 'taken'; readonly card: PublicCard }
    | {
        readonly kind: 'open'
        readonly card: PublicCard
        readonly name: string
        readonly isOnRoll: boolean
        /** People who may be meant; only one if the name is unique on the list of volunteers. */
        readonly candidates: readonly Candidate[]
        readonly volunteerId: string
      }
  )
/** A line as it was typed; without proposals it could not be read. */
export type ReplyLine = { readonly line: string; readonly proposals: readonly Proposal[] }

type Props = {
  readonly page: Page
  readonly slug: string
  readonly zone: string
  readonly messages: readonly Edition[]
  readonly message: number
  readonly text: string
  readonly lines: readonly ReplyLine[]
  readonly refused: ReadonlyMap<string, string>
  /** Why the pasted text was not read. */
  readonly error?: string | undefined
}

/** Turns the group's replies into proposed claims; nothing is claimed before staff press a button. */
export const RepliesPage = (props: Props) => {
  const { page, slug, messages, lines } = props
  const { doors } = page.text
  return (
    <div class="narrow">
      <p class="actions">
        <LinkButton kind="quiet" href={`/doors?c=${slug}`}>
          <Icon name="arrow-left" />
          {doors.title}
        </LinkButton>
      </p>
      <h1>{doors.replies.title}</h1>
      <p class="lead">{doors.replies.lead}</p>
      {messages.length === 0 ? (
        <p>{doors.replies.noMessage}</p>
      ) : (
        <>
          <PasteForm {...props} />
          {lines.length > 0 && <Proposals {...props} />}
        </>
      )}
    </div>
  )
}

const PasteForm = ({ page, slug, zone, messages, message, text, error }: Props) => {
  const { replies, message: words } = page.text.doors
  return (
    <form method="post" novalidate action={`/doors/replies?c=${slug}`}>
      <Select
        label={replies.which}
        name="message"
        value={String(message)}
        options={messages.map(({ number, madeAt }) => ({
          value: String(number),
          label: words.sent(number, page.text.time.moment(madeAt, zone)),
        }))}
      />
      <TextArea label={replies.paste} name="text" rows={6} value={text} hint={replies.hint} error={error} required />
      <Button kind="second" wide>
        {replies.read}
      </Button>
    </form>
  )
}

const Proposals = ({ page, slug, message, text, lines, refused }: Props) => {
  const { replies } = page.text.doors
  const ready = lines.flatMap(({ proposals }) => proposals).filter((one) => one.kind === 'open' && one.volunteerId)
  return (
    <Panel title={replies.proposals(message)} id="proposals">
      <form method="post" action={`/doors/replies?c=${slug}#proposals`}>
        <Hidden name="message" value={message} />
        <Hidden name="text" value={text} />
        <ul class="work">
          {lines.map(({ line, proposals }) => (
            <li>
              <div>
                <p>
                  <q>{line}</q>
                </p>
                {proposals.length === 0 && <p class="hint">{replies.unread}</p>}
                {proposals.map((proposal) => (
                  <ProposalPart page={page} proposal={proposal} refusal={refused.get(proposal.key)} />
                ))}
              </div>
            </li>
          ))}
        </ul>
        {ready.length > 1 && (
          <Button wide name="press" value="all">
            {replies.all(ready.length)}
          </Button>
        )}
      </form>
      <p class="hint">{replies.side}</p>
    </Panel>
  )
}

type PartProps = { readonly page: Page; readonly proposal: Proposal; readonly refusal: string | undefined }

const ProposalPart = ({ page, proposal, refusal }: PartProps) => {
  const { replies } = page.text.doors
  if (proposal.kind === 'no-wish') return <p class="hint">{replies.noWish(proposal.said)}</p>
  const { title, where } = wishLine(proposal.card, page.text)
  const thing = replies.thing(proposal.said, title, where)
  if (proposal.kind !== 'open')
    return (
      <p>
        {thing} {proposal.kind === 'done' ? <Tag tone="green">{replies.done}</Tag> : <Tag>{replies.taken}</Tag>}
      </p>
    )
  const { key, name, isOnRoll, candidates, volunteerId } = proposal
  const [only] = candidates
  const isCertain = candidates.length === 1 && isOnRoll
  return (
    <>
      {isCertain && only ? (
        <p>
          {thing} → <b>{only.name}</b> {only.unit}
        </p>
      ) : (
        <>
          <p>{thing}</p>
          <Select
            label={isOnRoll ? replies.twoOfName(name) : name ? replies.notOnRoll(name) : replies.noName}
            name={key}
            value={volunteerId}
            options={[
              { value: '', label: '—' },
              ...candidates.map(({ id, name: who, unit }) => ({ value: id, label: unit ? `${who} · ${unit}` : who })),
            ]}
          />
        </>
      )}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
      <Button kind="second" name="press" value={key}>
        {replies.claim}
      </Button>
    </>
  )
}
