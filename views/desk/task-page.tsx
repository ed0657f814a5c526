import type { QueueList } from '#db/desk/queue-rows.ts'
import type { DeskTask } from '#domain/desk-queue.ts'
import type { Page } from '#views/page.ts'
import { Chips } from '#views/parts/chips.tsx'
import { type CheckedBy, QueueRows } from './queue.tsx'

type Props = {
  readonly page: Page
  readonly task: DeskTask
  /** Null if nothing of this kind waits any more. */
  readonly list: QueueList | null
  readonly gridId: string
  readonly checkedBy: CheckedBy
}

/** Everything of one task, by grid; the desk only shows what has waited longest. */
export const TaskPage = ({ page, task, list, gridId, checkedBy }: Props) => {
  const { text } = page
  const grids = new Map((list?.rows ?? []).map((row) => [row.gridId, row.gridName]))
  const rows = (list?.rows ?? []).filter((row) => gridId === '' || row.gridId === gridId)
  return (
    <>
      <h1>{`${text.desk.tasks[task].title} · ${text.desk.count(list?.count ?? 0)}`}</h1>
      <p>
        <a href="/desk">{text.desk.back}</a>
      </p>
      {grids.size > 1 && (
        <Chips
          label={text.desk.byGrid}
          items={[
            { href: `/desk/${task}`, label: text.desk.allGrids, current: gridId === '' },
            ...[...grids].map(([id, name]) => ({
              href: `/desk/${task}?grid=${id}`,
              label: name,
              current: gridId === id,
            })),
          ]}
        />
      )}
      {list ? (
        <QueueRows page={page} list={{ ...list, rows }} checkedBy={checkedBy} />
      ) : (
        <p class="lead">{text.desk.noneLeft}</p>
      )}
      {list && list.count > list.rows.length && <p>{text.desk.andMore(list.count - list.rows.length)}</p>}
    </>
  )
}
