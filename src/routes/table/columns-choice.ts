import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { columnsIn, type TableColumn, usualColumns } from '#domain/table/table-column.ts'
import { day, inSeconds } from '#domain/time/durations.ts'
import type { C, Env } from '#http/context.ts'

const name = 'columns'

/** The columns chosen in this browser; the usual ones where none were chosen. */
export function chosenColumns(c: C): readonly TableColumn[] {
  const stored = getCookie(c as Context<Env>, name)
  return stored === undefined ? usualColumns : columnsIn(stored.split('.'))
}

/** For a year; only known columns are written, and none of them says anything about a person. */
export const rememberColumns = (c: C, chosen: readonly string[]): void =>
  setCookie(c as Context<Env>, name, columnsIn(chosen).join('.'), {
    path: '/wishes',
    maxAge: inSeconds(365 * day),
    sameSite: 'Lax',
    httpOnly: true,
    secure: c.get('services').config.publicUrl.startsWith('https:'),
  })
