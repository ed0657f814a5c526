import { Hono } from 'hono'
import { page } from '#http/answers.tsx'
import type { Env } from '#http/context.ts'
import { anyoneMay } from '#http/guard.ts'

export const boards = new Hono<Env>()

boards.get('/', anyoneMay, async (c) => page.notFound(c))
