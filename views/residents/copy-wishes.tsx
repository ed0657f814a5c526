import type { Satisfaction, Source, State } from '#domain/vocabulary.ts'
import { Table } from '#views/parts/chart/data-table.tsx'
import { titleOf } from '#views/wishes/wish-title.ts'
import { type CopyPart, Day, Lines, Nothing } from './copy-parts.tsx'

type Wish = CopyPart['copy']['wishes'][number]

/** Each wish with its source, when it was public and how it ended. */
export const Wishes = ({ page: { text }, copy: { wishes, photos }, day }: CopyPart) => {
  const words = text.copy
  if (!wishes.length) return <Nothing title={words.wishes}>{words.noWishes}</Nothing>
  const { wish, posted, shown, outcome } = words.wishHead
  return (
    <Table
      caption={words.wishes}
      head={[wish, posted, shown, outcome]}
      rows={wishes.map((one) => [
        <Lines
          first={wishName(one, text)}
          more={besides(
            one,
            text,
            photos.some(({ wishId }) => wishId === one.id),
          )}
        />,
        <Day on={day(one.postedAt)} />,
        one.publishedAt ? <Day on={day(one.publishedAt)} /> : words.notShown,
        <Outcome wish={one} text={text} day={day} />,
      ])}
    />
  )
}

type Text = CopyPart['page']['text']

/** The catalogue's name if it has one; typed words are shown below. */
export const wishName = (wish: Wish, text: Text): string =>
  titleOf({ ...wish, publicText: wish.itemId ? '' : wish.words || wish.publicText }, text)

function besides(wish: Wish, text: Text, hasPhoto: boolean): readonly string[] {
  const { itemId, source, specification, publicText, words: typed, workOrder, erasedAt } = wish
  const words = text.copy
  return [
    words.from(text.words.source[source as Source]),
    itemId && typed && words.said(typed),
    specification && words.specification(specification),
    publicText && publicText !== typed && words.shownAs(publicText),
    workOrder && words.workOrder(workOrder),
    hasPhoto && words.photo,
    erasedAt && text.endings.erasedWords,
  ].filter((line): line is string => Boolean(line))
}

const Outcome = ({ wish, text, day }: { readonly wish: Wish; readonly text: Text; readonly day: CopyPart['day'] }) => {
  const { state, endReason, closedAt, satisfaction } = wish
  const reasons: Readonly<Record<string, string>> =
    state === 'withdrawn' ? text.words.withdrawReason : state === 'referred' ? text.words.referReason : {}
  const reason = endReason ? reasons[endReason] : undefined
  const first = (
    <>
      {text.words.state[state as State]}
      {reason && text.copy.because(reason)} {closedAt !== null && <Day on={day(new Date(closedAt * 1000))} />}
    </>
  )
  return (
    <Lines
      first={first}
      more={satisfaction ? [text.copy.rated(text.words.satisfaction[satisfaction as Satisfaction])] : []}
    />
  )
}

/** The texts typed about their wishes that are not erased yet. */
export const Notes = ({ page: { text }, copy: { notes, wishes }, day }: CopyPart) => {
  const words = text.copy
  if (!notes.length) return <Nothing title={words.notes}>{words.noNotes}</Nothing>
  const { wish, words: said } = words.noteHead
  const nameBy = new Map(wishes.map((one) => [one.id, wishName(one, text)]))
  return (
    <Table
      caption={words.notes}
      head={[wish, said]}
      rows={notes.map(({ wishId, kind, at, text: typed }) => [
        <Lines
          first={nameBy.get(wishId) ?? ''}
          more={[words.noteOf(words.noteKind[kind] ?? words.otherNote, day(at))]}
        />,
        typed,
      ])}
    />
  )
}
