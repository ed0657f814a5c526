import type { Slipped } from '#db/desk/overdue-rows.ts'
import type { WishException } from '#domain/overdue.ts'
import type { Page } from '#views/page.ts'
import { titleOf } from '#views/wishes/wish-title.ts'

/** A wish that has slipped, as the desk's list shows it, with the place of the one step that frees it. */
export function slippedRow(page: Page, name: WishException, row: Slipped) {
  const { text } = page
  const title = titleOf({ ...row, publicText: row.publicText || row.words }, text)
  return {
    title: (
      <a href={`/wishes/${row.code}`}>
        {title} · {row.gridName} · {row.residentName ?? text.exceptions.noResident}
      </a>
    ),
    note: noteOf(page, name, row),
    href: stepOf[name](row.code),
  }
}

const stepOf: Readonly<Record<WishException, (code: string) => string>> = {
  overdue: (code) => `/wishes/${code}?give-back`,
  callback: (code) => `/wishes/${code}/confirm`,
  unclaimed: (code) => `/wishes/${code}`,
  reopened: (code) => `/wishes/${code}`,
  exhausted: (code) => `/wishes/${code}/confirm`,
  referral: () => '/referrals',
  again: (code) => `/wishes/${code}`,
}

function noteOf({ text }: Page, name: WishException, { dueAt, callbackDueAt, publishedAt, since }: Slipped): string {
  const { day } = text.time
  const { exceptions } = text
  const due = name === 'callback' ? callbackDueAt : dueAt
  if ((name === 'overdue' || name === 'callback' || name === 'referral') && due) return exceptions.due(day(due))
  if (name === 'unclaimed' && publishedAt) return exceptions.posted(day(publishedAt))
  return exceptions.since(day(since))
}
