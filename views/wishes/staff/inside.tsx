import type { Page } from '#views/page.ts'
import { Fold } from '#views/parts/details.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Checkbox, Field, Hidden, TextArea } from '#views/parts/form/field.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { PhoneLink } from '#views/parts/phone-link.tsx'
import { Move } from '#views/wishes/move-button.tsx'
import { nameOf } from '#views/wishes/wish-title.ts'
import { type Inside, typedIn, type WishView, wrongIn } from '#views/wishes/wish-view-data.ts'
import { NudgePanel } from './nudge.tsx'

type Props = { readonly page: Page; readonly view: WishView; readonly inside: Inside }

/** For the grid worker and the secretary: what is not public, and their own steps. */
export const InsideParts = (props: Props) => {
  const { page, view, inside } = props
  const { text } = page
  const { wish, actions } = view
  const yuan = (fen: number) => String(fen / 100)
  return (
    <>
      {actions.includes('publish') && <PublishPanel {...props} />}
      <PostedPart {...props} />
      <Requesters {...props} />
      <CallPart {...props} />
      <NudgePanel {...props} />
      <Panel title={text.card.inside} id="inside">
        <Facts
          rows={[
            { term: text.card.resident, value: <a href={`/residents/${inside.residentId}`}>{inside.residentName}</a> },
            ...(inside.words ? [{ term: text.card.words, value: inside.words }] : []),
            ...(inside.specification ? [{ term: text.card.specification, value: inside.specification }] : []),
            ...(wish.valueFen === null ? [] : [{ term: text.card.value, value: text.card.yuan(yuan(wish.valueFen)) }]),
            { term: text.card.source, value: text.words.source[wish.source] },
            ...(view.workOrder ? [{ term: text.intake.workOrder, value: view.workOrder }] : []),
            { term: text.card.postedBy, value: inside.postedByName },
            ...(inside.claimantName ? [{ term: text.card.claimant, value: inside.claimantName }] : []),
            ...(inside.passWords
              ? [
                  {
                    term: text.receipts.pass.onWish,
                    value: (
                      <>
                        <b lang="zh-CN">{inside.passWords.join(' ')}</b>
                        <small class="hint">{text.receipts.pass.onWishHint}</small>
                      </>
                    ),
                  },
                ]
              : []),
            ...inside.explanations.map(({ name, text: said }) => ({
              term: text.oddities.field,
              value: said ? text.oddities.said(name, said) : text.oddities.saidErased(name),
            })),
            ...(inside.note ? [{ term: text.card.noteForClaimer, value: inside.note }] : []),
            ...(inside.street ? [{ term: text.moves.forms.advise.title, value: inside.street }] : []),
          ]}
        />
        {(actions.includes('amend') || wish.state === 'draft') && (
          <LinkButton kind="second" href={`/wishes/${wish.code}/edit`}>
            {wish.state === 'draft' ? text.card.completeDraft : text.words.action.amend}
          </LinkButton>
        )}
      </Panel>
      {inside.slip && <SlipPart {...props} slip={inside.slip} />}
      {inside.mayShowCode && <CodePart {...props} />}
      {actions.includes('claim') && (
        <LinkButton kind="second" wide href={`/wishes/${wish.code}/candidates`}>
          {text.moves.candidates.open}
        </LinkButton>
      )}
    </>
  )
}

/** Volunteers at the limit who would take this wish: the approval is a claim for them. */
const Requesters = ({ page, view: { wish }, inside: { requesters } }: Props) => {
  const { limit } = page.text.moves
  if (!requesters.length) return null
  return (
    <Panel title={limit.requesters} id="requesters" tone="blue">
      <p>{limit.requestersLead}</p>
      <ul class="work">
        {requesters.map(({ id, name, phone }) => (
          <li>
            <div>
              <b>{name}</b> <PhoneLink phone={phone} />
            </div>
            <form method="post" action={`/wishes/${wish.code}/claim`}>
              <Hidden name="volunteer" value={id} />
              <Hidden name="door" value="web" />
              <Hidden name="extra" value="yes" />
              <Button>{limit.approve(name)}</Button>
            </form>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** For the person who posted it, until it is checked: what happens next, and the next posting one tap away. */
const PostedPart = ({ page, view: { wish, zone }, inside }: Props) => {
  const { posted } = page.text.moves
  const isPoster = page.actor.kind === 'person' && page.actor.id === wish.postedBy
  if (wish.state !== 'submitted' || !isPoster) return null
  return (
    <Panel title={posted.title} id="posted" tone="green">
      {!inside.isSecretary && (
        <p>{posted.next(page.text.time.deadline(inside.checkedBy, zone), page.community?.closes ?? '')}</p>
      )}
      <p class="actions">
        <LinkButton kind="second" href={`/wishes/new?resident=${inside.residentId}`}>
          {posted.sameResident}
        </LinkButton>
        <LinkButton kind="second" href="/wishes/new">
          {posted.another}
        </LinkButton>
      </p>
    </Panel>
  )
}

/** The call-back. Afterwards the same page records what a resident says later, which may reopen the wish. */
const CallPart = ({ page, view, inside }: Props) => {
  const { call } = page.text.moves
  const { wish, actions } = view
  const isOver = wish.state === 'fulfilled'
  if (!isOver && wish.state !== 'delivered' && wish.state !== 'unconfirmed') return null
  return (
    <Panel title={call.title} id="call" {...(isOver ? {} : { tone: 'blue' as const })}>
      {isOver && <p>{call.later}</p>}
      {actions.includes('try') ? (
        <LinkButton kind={isOver ? 'second' : 'primary'} wide href={`/wishes/${wish.code}/confirm`}>
          {isOver ? call.openLater : call.open}
        </LinkButton>
      ) : (
        <p>{call.notYours}</p>
      )}
      {inside.tries > 0 && <p>{call.tried(inside.tries)}</p>}
    </Panel>
  )
}

const PublishPanel = (props: Props) => {
  const { page, view, inside } = props
  const { text } = page
  const { wish, said } = view
  const { publish } = text.moves
  const valueFen = wish.valueFen ?? 0
  const typed = typedIn('publish', said)
  return (
    <Panel title={publish.title} id="publish" tone="blue">
      {inside.missing.length > 0 && (
        <>
          <p>
            {publish.consentMissing(
              text.list(inside.missing.map((purpose) => text.words.consentPurpose[purpose as 'card'])),
            )}
          </p>
          <p>
            <a href={`/residents/${inside.residentId}`}>{publish.recordConsent}</a>
          </p>
        </>
      )}
      <Move code={wish.code} action="publish" button={publish.button}>
        {wish.itemId ? (
          <p>
            {publish.preview} <b>{nameOf({ ...wish, publicText: '' }, text)}</b>
          </p>
        ) : (
          <Field
            label={publish.publicText}
            name="publicText"
            hint={publish.publicHint}
            value={typed.publicText ?? inside.words}
            {...wrongIn('publish', said, 'publicText')}
            required
            maxlength={60}
          />
        )}
        <Odd {...props} />
        {valueFen > inside.valueLimitFen && (
          <Checkbox
            name="approve"
            label={publish.approve(String(valueFen / 100), String(inside.valueLimitFen / 100))}
            checked={typed.approve === 'yes'}
          />
        )}
      </Move>
      <Fold summary={text.moves.return.title} open={said?.action === 'return' && said.isRefusal}>
        <Move code={wish.code} action="return" button={text.moves.return.button} kind="second">
          <TextArea
            label={text.moves.return.reason}
            name="reason"
            prefix="return"
            rows={2}
            value={typedIn('return', said).reason ?? ''}
            {...wrongIn('return', said, 'reason')}
            required
          />
        </Move>
      </Fold>
    </Panel>
  )
}

/** What is unusual about the wish, and its explanation; if there is none, the publisher has to give one. */
const Odd = ({ page, view, inside }: Props) => {
  const { oddities } = page.text
  const { said } = view
  const typed = typedIn('publish', said).odd ?? ''
  const wrong = wrongIn('publish', said, 'odd')
  const asks = inside.isUnexplained || typed !== '' || 'error' in wrong
  return (
    <>
      {inside.oddities.length > 0 && (
        <Banner tone="yellow" title={oddities.title}>
          <ul>
            {inside.oddities.map((oddity) => (
              <li>{oddities.say(oddity)}</li>
            ))}
          </ul>
          {inside.explanations.map(({ name, text }) => (
            <p>{text ? oddities.said(name, text) : oddities.saidErased(name)}</p>
          ))}
          {inside.isUnexplained && <p>{oddities.unsaid}</p>}
        </Banner>
      )}
      {asks && (
        <TextArea
          label={oddities.ask}
          name="odd"
          prefix="publish"
          rows={2}
          hint={oddities.hintPublish}
          value={typed}
          {...wrong}
          required
        />
      )}
    </>
  )
}

/**
 * Showing the code excludes the viewer from handling this wish, so it needs a press of its own and is never part of the
 * page.
 */
const CodePart = ({ page, view, inside }: Props) => {
  const { code } = page.text.moves
  return inside.receiptCode ? (
    <Panel title={code.title} id="code">
      <p class="code">{inside.receiptCode}</p>
      <p>{code.shownTo}</p>
    </Panel>
  ) : (
    <Fold summary={code.title}>
      <p>{code.shownTo}</p>
      <form method="post" action={`/wishes/${view.wish.code}/code`}>
        <Button kind="second" wide>
          {code.show}
        </Button>
      </form>
    </Fold>
  )
}

/** The slip for the resident. Like showing the code, printing it excludes the person from handling this wish. */
const SlipPart = ({ page, view: { wish, zone }, slip }: Props & { readonly slip: NonNullable<Inside['slip']> }) => {
  const { text } = page
  const words = text.receipts.slips
  return (
    <Fold summary={words.title}>
      <p>{words.bars}</p>
      {slip.valid && (
        <p>
          {words.printed(text.time.day(slip.valid.madeAt, zone), slip.valid.madeBy)} {words.void}
        </p>
      )}
      <form method="post" action={`/slips?c=${page.community?.slug ?? ''}`}>
        <input type="hidden" name="wish" value={wish.code} />
        <Button kind="second" wide>
          {words.onWish}
        </Button>
      </form>
      {slip.valid && (
        <form method="post" action={`/wishes/${wish.code}/slip/end`}>
          <Button kind="quiet" wide>
            {words.end}
          </Button>
        </form>
      )}
    </Fold>
  )
}
