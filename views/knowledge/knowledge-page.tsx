import type { Community } from '#db/community/area-rows.ts'
import type { Knowledge } from '#db/wishes/knowledge-rows.ts'
import { isOld, type Subject, starterKeys, subjects } from '#domain/knowledge.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { Empty } from '#views/parts/empty.tsx'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Banner } from '#views/parts/form/error-summary.tsx'
import { Field, Hidden } from '#views/parts/form/field.tsx'
import { Icon } from '#views/parts/icon.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { Tag } from '#views/parts/tag.tsx'
import { Answer } from './answer-panel.tsx'

type List = {
  readonly entries: readonly Knowledge[]
  /** The search words; empty for the whole list. */
  readonly words: string
  readonly subject: Subject | null
  readonly isRetired: boolean
  readonly isStaff: boolean
  readonly today: string
  /** The key of the form that adds the starter entries; null if there are entries already, and for readers. */
  readonly starterKey: string | null
}

/** All questions that the community answers at once: to read, search and print. Staff see an edit link at each. */
export const KnowledgePage = ({ page, community, list }: { page: Page; community: Community; list: List }) => {
  const { knowledge: words } = page.text
  const { entries, isStaff, isRetired, today } = list
  const home = `/c/${community.slug}/knowledge`
  const isWhole = !list.words && !list.subject
  const due = isStaff ? entries.filter((entry) => isOld(entry.reviewedOn, today)).length : 0
  return (
    <div class="narrow">
      <h1>{isRetired ? words.retiredTitle : words.title}</h1>
      {!isRetired && <p class="lead">{words.lead}</p>}
      {!isRetired && <Search page={page} home={home} list={list} />}
      {isStaff && <StaffLinks page={page} community={community} list={list} />}
      {due > 0 && !isRetired && (
        <Banner tone="yellow">
          <p>{words.oldCount(due)}</p>
        </Banner>
      )}
      {list.words && entries.length > 0 && <p role="status">{words.found(entries.length, list.words)}</p>}
      {isWhole ? (
        <Titles page={page} entries={entries} today={today} />
      ) : (
        entries.map((entry) => <Entry page={page} entry={entry} list={list} />)
      )}
      {!entries.length && <Nothing page={page} community={community} list={list} />}
      {!isRetired && entries.length > 0 && <p class="hint">{words.disclaimer}</p>}
    </div>
  )
}

const Search = ({ page, home, list }: { page: Page; home: string; list: List }) => {
  const { knowledge: words } = page.text
  const chips = [null, ...subjects].map((subject) => ({
    href: subject ? `${home}?subject=${subject}` : home,
    label: subject ? words.subject[subject] : words.all,
    current: !list.words && list.subject === subject,
  }))
  return (
    <>
      <form method="get" action={home} class="search">
        <Field label={words.search} name="q" type="search" hint={words.searchHint} value={list.words} maxlength={40} />
        <Button kind="second">{words.find}</Button>
      </form>
      <Chips label={words.bySubject} items={chips} />
    </>
  )
}

const StaffLinks = ({ page, community, list }: { page: Page; community: Community; list: List }) => {
  const { knowledge: words } = page.text
  const home = `/c/${community.slug}/knowledge`
  return (
    <p class="go">
      <LinkButton kind="second" href={`/knowledge/new?c=${community.slug}`}>
        <Icon name="plus" />
        {words.add}
      </LinkButton>
      <a href={list.isRetired ? home : `${home}?retired=1`}>{list.isRetired ? words.inForce : words.retiredList}</a>
    </p>
  )
}

/** The whole list, to find a question in: each with the office to go to, and the answer one tap away. */
const Titles = ({ page, entries, today }: { page: Page; entries: readonly Knowledge[]; today: string }) => {
  const { knowledge: words } = page.text
  return (
    <>
      {subjects
        .map((subject) => ({ subject, own: entries.filter((entry) => entry.subject === subject) }))
        .filter(({ own }) => own.length)
        .map(({ subject, own }) => (
          <section aria-labelledby={subject}>
            <h2 id={subject}>{words.subject[subject]}</h2>
            <ul class="links">
              {own.map(({ id, title, office, phone, reviewedOn }) => (
                <li>
                  <a href={`/knowledge/${id}`}>
                    <b>{title}</b>{' '}
                    <small>
                      {[office, phone].filter(Boolean).join(' · ')}{' '}
                      {isOld(reviewedOn, today) && <Tag>{words.oldTag}</Tag>}
                    </small>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

const Entry = ({ page, entry, list }: { page: Page; entry: Knowledge; list: List }) => {
  const { knowledge: words } = page.text
  return (
    <Panel title={<a href={`/knowledge/${entry.id}`}>{entry.title}</a>} id={`k-${entry.id}`}>
      <Answer page={page} entry={entry} today={list.today} />
      {list.isStaff && (
        <LinkButton kind="quiet" href={`/answers/new?from=${entry.id}&c=${page.community?.slug ?? ''}`}>
          <Icon name="check" />
          {page.text.intake.answer.fromKnowledge}
          <span class="hide"> {entry.title}</span>
        </LinkButton>
      )}
      {list.isStaff && (
        <LinkButton kind="quiet" href={`/knowledge/${entry.id}/edit`}>
          <Icon name="pencil" />
          {words.edit}
          <span class="hide"> {entry.title}</span>
        </LinkButton>
      )}
    </Panel>
  )
}

const Nothing = ({ page, community, list }: { page: Page; community: Community; list: List }) => {
  const { knowledge: words } = page.text
  return list.words ? (
    <Empty icon="book" title={words.notFoundTitle}>
      <p>{words.notFound}</p>
    </Empty>
  ) : (
    <Empty icon="book" title={words.emptyTitle}>
      <p>{list.isStaff ? words.emptyStaff : words.empty}</p>
      {list.starterKey && (
        <form method="post" action={`/knowledge/starters?c=${community.slug}`}>
          <Hidden name="key" value={list.starterKey} />
          <p class="hint">{words.startersHint(starterKeys.length)}</p>
          <Button kind="second">{words.starters}</Button>
        </form>
      )}
    </Empty>
  )
}
