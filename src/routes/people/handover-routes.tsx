import { Hono } from 'hono'
import { endRole } from '#actions/people/end-role.ts'
import { gridsOf } from '#db/community/area-rows.ts'
import { holdersOf, holdersOfAny, namesOf } from '#db/people/people-rows.ts'
import type { RoleRow } from '#db/people/role-rows.ts'
import { unfinishedWork } from '#db/people/unfinished-work.ts'
import { mayManage } from '#domain/people/role-areas.ts'
import { wordsConfirmed } from '#domain/wish/notes/note-words.ts'
import { theirPerson } from '#http/address-loaders.ts'
import { readersPlace, workPlace } from '#http/community/readers-community.ts'
import type { CWith, Env } from '#http/context.ts'
import { one } from '#http/form/fields.ts'
import { cutSentences, readForm } from '#http/form/read-form.ts'
import { peopleManager } from '#http/guards.ts'
import { page, pageOf, refusalText, show } from '#http/respond.tsx'
import { HandoverPage, type HandoverTyped, stays } from '#views/people/handover-page.tsx'

export const handovers = new Hono<Env>()

type Here = CWith<'person' | 'file'>

const at = '/people/:id{[0-9a-f]{24}}/roles/:role{[0-9a-f]{24}}/end'

/** What the person has in hand, before anything ends. */
handovers.get(at, peopleManager, theirPerson, (c) => {
  const rows = endingRows(c)
  return rows ? showHandover(c, rows, null) : page.notFound(c)
})

handovers.post(at, peopleManager, theirPerson, async (c) => {
  const rows = endingRows(c)
  const [first] = rows ?? []
  if (!rows || !first) return page.notFound(c)
  const { text } = pageOf(c)
  const form = await readForm(c)
  const typed: HandoverTyped = {
    note: one(form, 'handover'),
    needed: one(form, 'needed'),
    takers: new Map(rows.map(({ area }) => [area.id, one(form, `taker-${area.id}`)])),
    error: null,
  }
  const cut = cutSentences(c, form)
  if (cut.handover) return showHandover(c, rows, { ...typed, error: cut.handover })
  const colleagues = await colleaguesOf(c, rows)
  const ending = rows.filter(({ area }) => typed.takers.get(area.id) !== stays)
  if (!ending.length) return showHandover(c, rows, { ...typed, error: text.people.handover.allStay })
  const takers = new Map([...typed.takers].filter(([, id]) => colleagues.some((one) => one.id === id)))
  const ended = await endRole(c.get('services'), c.get('person'), {
    personId: c.get('file').id,
    role: first.role,
    areaIds: ending.map(({ area }) => area.id),
    handover: typed.note.trim().slice(0, 500) || text.endings.leave.standard,
    needed: wordsConfirmed(typed.needed),
    takers,
  })
  if (!ended) return page.notFound(c)
  if ('refusal' in ended) {
    const words = ended.refusal.why === 'private-note' ? ended.refusal.words : []
    return showHandover(c, rows, { ...typed, error: refusalText(c, ended.refusal), asked: words })
  }
  if ('isLast' in ended) return showHandover(c, rows, { ...typed, isLast: ended.isLast })
  return c.redirect(`/people/${c.get('file').id}?done=left`, 303)
})

/**
 * The role at `:role` and, of the same kind in the same community, the person's others: a person who stops working gives
 * up all their grids at once.
 */
function endingRows(c: Here): readonly RoleRow[] | null {
  const { roles } = c.get('file')
  const person = c.get('person')
  const open = roles.filter(({ role, area, isOver }) => !isOver && mayManage(person, role, area))
  const named = open.find(({ id }) => id === c.req.param('role'))
  if (!named) return null
  if (named.role !== 'gridWorker') return [named]
  return open.filter(({ role, area }) => role === 'gridWorker' && area.communityId === named.area.communityId)
}

/** Who could take over a grid: the other grid workers and the secretaries of the community. */
async function colleaguesOf(c: Here, [first]: readonly RoleRow[]) {
  const { store, now } = c.get('services')
  const { db } = store
  const communityId = first?.area.communityId
  if (first?.role !== 'gridWorker' || !communityId) return []
  const grids = (await gridsOf(db, communityId)).map(({ id }) => id)
  const workers = await holdersOfAny(db, 'gridWorker', grids, now())
  const secretaries = await holdersOf(db, 'secretary', communityId, now())
  const ids = [...new Set([...workers, ...secretaries])].filter((id) => id !== c.get('file').id)
  const names = await namesOf(db, ids)
  return ids.flatMap((id) => ({ id, name: names.get(id) ?? '' }))
}

async function showHandover(c: Here, rows: readonly RoleRow[], typed: HandoverTyped | null) {
  const { store, now } = c.get('services')
  const { id, name } = c.get('file')
  const [first] = rows
  if (!first) return page.notFound(c)
  const held = await unfinishedWork(store.db, id, first.role, rows, now())
  const colleagues = await colleaguesOf(c, rows)
  const here = pageOf(c, (await workPlace(c)) ?? (await readersPlace(c)))
  const body = (
    <HandoverPage page={here} name={name} personId={id} rows={rows} held={held} colleagues={colleagues} typed={typed} />
  )
  const status = typed === null ? 200 : typed.isLast ? 409 : 422
  return show(c, here, here.text.people.handover.title(name), body, status)
}
