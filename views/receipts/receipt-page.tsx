import { hasArrived } from '#domain/receipts/receipt-word.ts'
import { transition } from '#domain/wish/lifecycle.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Facts, Panel } from '#views/parts/panel.tsx'
import { ReadAloud } from '#views/parts/read-aloud.tsx'
import { Said } from '#views/parts/when.tsx'
import { WishSteps } from '#views/wishes/wish-steps.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { OwnLinks } from './own-links.tsx'
import { ConsentForms, CorrectForm, FollowForm, ThanksForm, WithdrawForm, WordForm } from './receipt-forms.tsx'
import type { ReceiptView } from './receipt-view-data.ts'
import { stateWords } from './state-words.ts'

type Props = { readonly page: Page; readonly view: ReceiptView }

/** The resident's own page, reached from the slip: the wish, its progress, who comes, and what they want to say. */
export const ReceiptPage = ({ page, view }: Props) => {
  const { text } = page
  const words = text.receipts
  const { wish, base } = view
  const mayAnswer = !view.isOwnSide && !view.isReadOnly
  const mayWithdraw = transition('withdraw').from.includes(wish.state)
  return (
    <div class="narrow">
      <p class="lead">{view.isOwn ? words.title : words.family.title}</p>
      <h1>{titleOf({ ...wish, publicText: view.publicText }, text)}</h1>
      <p class="lead">{words.lead(wish.code)}</p>
      <ReadAloud page={page} />
      {view.isOwnSide && (
        <Banner tone="yellow" role="alert">
          <p>{words.ownSide}</p>
        </Banner>
      )}
      {view.refusal && (
        <Banner tone="yellow" role="alert">
          <p>{view.refusal}</p>
        </Banner>
      )}
      {view.done && (
        <Banner tone="green" role="status">
          <p>{words.done[view.done]}</p>
        </Banner>
      )}
      {hasArrived(wish) && view.isShared && mayAnswer && <p>{words.shared}</p>}
      {hasArrived(wish) && mayAnswer && <WordForm page={page} view={view} />}
      <Visitor page={page} view={view} />
      <Panel title={words.steps} id="steps">
        <p>{stateWords(text, wish.state, view.isOwn)}</p>
        <WhenDue page={page} view={view} />
        <WishSteps page={page} wish={wish} zone={view.zone} />
      </Panel>
      {view.answer && (
        <Panel title={text.referrals.officeSaid} id="answer" tone="green">
          <p>{view.answer}</p>
        </Panel>
      )}
      {mayAnswer && (
        <>
          {hasArrived(wish) && <ThanksForm page={page} view={view} />}
          {view.isOwn && mayWithdraw && <FollowForm page={page} view={view} />}
          <CorrectForm page={page} view={view} />
          {mayWithdraw && <WithdrawForm page={page} view={view} />}
          {view.isOwn && <ConsentForms page={page} view={view} />}
          {view.isOwn && <OwnLinks page={page} view={view} />}
        </>
      )}
      <p class="actions">
        {view.isOwn ? (
          <LinkButton kind="second" wide href={`${base}/looks`}>
            {words.looks.title}
          </LinkButton>
        ) : (
          <LinkButton kind="second" wide href={base.slice(0, base.lastIndexOf('/'))}>
            {words.family.back}
          </LinkButton>
        )}
      </p>
      <p>{words.never}</p>
    </div>
  )
}

/** When it will arrive: a date once the wish is claimed, before that a number of days. */
const WhenDue = ({ page: { text }, view: { wish, within, zone } }: Props) => {
  if (wish.state === 'open' || wish.state === 'submitted') return <p>{text.receipts.within(within)}</p>
  return wish.state === 'claimed' && wish.dueAt ? (
    <p>{text.receipts.dueBy(text.time.deadline(wish.dueAt, zone))}</p>
  ) : null
}

const Visitor = ({ page, view: { wish, visitor, passWords, zone } }: Props) => {
  const { who, noVisitYet, pass } = page.text.receipts
  if (wish.state !== 'claimed') return null
  if (!visitor)
    return (
      <Panel title={who.title} id="visitor">
        <p>{noVisitYet}</p>
        {passWords && <TwoWords label={pass.today} words={passWords} />}
      </Panel>
    )
  return (
    <Panel title={who.title} id="visitor" tone="blue">
      <Facts
        rows={[
          { term: who.when, value: <Said at={visitor.at} page={page} zone={zone} /> },
          { term: who.name, value: <b>{visitor.name}</b> },
          { term: who.unit, value: visitor.unit ?? who.noUnit },
        ]}
      />
      {passWords && <TwoWords label={pass.onPage} words={passWords} />}
      <p>{who.check}</p>
    </Panel>
  )
}

const TwoWords = ({ label, words }: { readonly label: string; readonly words: readonly [string, string] }) => (
  <>
    <p>{label}</p>
    <p class="pass-words" lang="zh-CN">
      {words.map((word) => (
        <b>{word}</b>
      ))}
    </p>
  </>
)
