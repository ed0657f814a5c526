import type { LookLine } from '#domain/people/resident-copy.ts'
import type { Page } from '#views/page.ts'
import { LinkButton } from '#views/parts/form/button.tsx'

type Props = { readonly page: Page; readonly lines: readonly LookLine[]; readonly back: string }

/** Who has handled the resident's data: the role and the day, never a name. */
export const ReceiptLooks = ({ page, lines, back }: Props) => {
  const { copy, receipts } = page.text
  return (
    <>
      <h1>{receipts.looks.title}</h1>
      {lines.length ? (
        <>
          <ul class="work">
            {lines.map((line) => (
              <li>
                <div>
                  <b>
                    {line.day} · {copy.role[line.role]}
                  </b>
                  <small>
                    <span>{copy.page[line.page]}</span>
                    {line.times > 1 && <span>{receipts.looks.times(line.times)}</span>}
                  </small>
                </div>
              </li>
            ))}
          </ul>
          <p>{copy.looksLead}</p>
        </>
      ) : (
        <p>{copy.noLooks}</p>
      )}
      <p class="actions">
        <LinkButton kind="second" href={back}>
          {receipts.looks.back}
        </LinkButton>
      </p>
    </>
  )
}
