import type { ToRead } from '#db/receipts/receipt-rows.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { saidWords } from '#views/parts/when.tsx'

type Props = {
  readonly page: Page
  readonly list: { readonly count: number; readonly rows: readonly ToRead[] }
  readonly zone: string
}

/** What residents wrote on the page of their slip: staff ask back, correct it, and confirm that it is done. */
export const WordsToRead = ({ page, list, zone }: Props) => {
  const { text, now } = page
  const words = text.receipts.toRead
  if (!list.count) return null
  return (
    <Panel title={`${words.title} · ${text.desk.count(list.count)}`} id="to-read">
      <p>{words.lead}</p>
      <ul class="work">
        {list.rows.map((row) => (
          <li>
            <div>
              <p>{row.text}</p>
              <small>
                <span>
                  {row.gridName} · {row.residentName} · {words.speaker[row.speaker]}
                </span>
                <span>
                  <a href={`/wishes/${row.code}`}>{text.card.code(row.code)}</a> · {saidWords(row.at, now, text, zone)}
                </span>
              </small>
            </div>
            <LinkButton kind="second" href={`/residents/${row.residentId}`}>
              {words.file}
            </LinkButton>
            <form method="post" action={`/receipts/words/${row.id}`}>
              <Button kind="quiet">{words.button}</Button>
            </form>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
