import type { ToRead } from '#db/receipts/receipt-rows.ts'
import type { Page } from '#views/page.ts'
import { Button, LinkButton } from '#views/parts/form/button.tsx'
import { Panel } from '#views/parts/panel.tsx'
import { saidWords } from '#views/parts/when.tsx'

type Props = {
  readonly page: Page
  readonly list: { readonly count: number; readonly rows: readonly ToRead[] }
  readonly zone: string
}

/** What residents wrote on the page of their slip: mistakes to correct and, for the secretary, thanks to pass on. */
export const WordsToRead = ({ page, list, zone }: Props) => {
  const { text } = page
  const words = text.receipts
  if (!list.count) return null
  const [mistakes, thanks] = (['correction', 'thanks'] as const).map((kind) =>
    list.rows.filter((row) => row.kind === kind),
  )
  return (
    <Panel title={`${words.toRead.title} · ${text.desk.count(list.count)}`} id="to-read">
      {mistakes && mistakes.length > 0 && (
        <>
          <p>{words.toRead.lead}</p>
          <ul class="work">
            {mistakes.map((row) => (
              <li>
                <Word page={page} row={row} zone={zone} />
                <LinkButton kind="second" href={`/residents/${row.residentId}`}>
                  {words.toRead.file}
                </LinkButton>
                <form method="post" action={`/receipts/words/${row.id}`}>
                  <Button kind="quiet">{words.toRead.button}</Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      {thanks && thanks.length > 0 && (
        <>
          <p>{words.thanks.readLead}</p>
          <ul class="work">
            {thanks.map((row) => (
              <li>
                <Word page={page} row={row} zone={zone} />
                <form method="post" action={`/receipts/thanks/${row.id}`}>
                  <Button kind="second" name="pass" value="yes">
                    {words.thanks.pass}
                  </Button>
                  <Button kind="quiet" name="pass" value="no">
                    {words.thanks.keep}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

const Word = ({
  page: { text, now },
  row,
  zone,
}: {
  readonly page: Page
  readonly row: ToRead
  readonly zone: string
}) => (
  <div>
    <p>{row.text}</p>
    <small>
      <span>
        {row.gridName} · {row.residentName} · {text.receipts.toRead.speaker[row.speaker]}
      </span>
      <span>
        <a href={`/wishes/${row.code}`}>{text.card.code(row.code)}</a> · {saidWords(row.at, now, text, zone)}
      </span>
    </small>
  </div>
)
