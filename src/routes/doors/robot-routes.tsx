import { Hono } from 'hono'
import { addRobot, endRobot } from '#actions/doors/add-robot.ts'
import { settleUnsure } from '#actions/doors/send-robot-message.ts'
import { newId } from '#auth/hashing.ts'
import { latestRobotMessages, robotsOf } from '#db/doors/robot-rows.ts'
import type { CWith, Env } from '#http/context.ts'
import { keyOf, one } from '#http/form/fields.ts'
import { readForm } from '#http/form/read-form.ts'
import { secretaryHere } from '#http/guards.ts'
import { page, pageOf, show } from '#http/respond.tsx'
import { RobotsPage } from '#views/doors/robots-page.tsx'

export const groupRobots = new Hono<Env>()

const shown = 20

groupRobots.get('/doors/robots', secretaryHere, (c) => showRobots(c, null))

groupRobots.post('/doors/robots', secretaryHere, async (c) => {
  const form = await readForm(c)
  const { community } = c.get('place')
  const secret = { address: one(form, 'address').trim(), key: one(form, 'signingKey').trim() }
  const added = await addRobot(c.get('services'), c.get('person'), community.id, keyOf(form), secret)
  if (!added) return page.notFound(c)
  if (added.ok) return c.redirect(`/doors/robots?c=${community.slug}`, 303)
  // The address is a secret: a refused one does not come back either.
  return showRobots(c, c.get('text').doors.robots.faults[added.why])
})

groupRobots.post('/doors/robots/:id{[0-9a-f]{24}}/end', secretaryHere, async (c) => {
  const { community } = c.get('place')
  await endRobot(c.get('services'), c.get('person'), community.id, c.req.param('id'))
  return c.redirect(`/doors/robots?c=${community.slug}`, 303)
})

for (const said of ['seen', 'again'] as const)
  groupRobots.post(`/doors/robots/messages/:id{[0-9a-f]{24}}/${said}`, secretaryHere, async (c) => {
    const { community } = c.get('place')
    await settleUnsure(c.get('services'), c.get('person'), community.id, c.req.param('id') ?? '', said === 'seen')
    return c.redirect(`/doors/robots?c=${community.slug}`, 303)
  })

async function showRobots(c: CWith<'place'>, error: string | null) {
  const { db } = c.get('services').store
  const { community } = c.get('place')
  const here = pageOf(c, community)
  const body = (
    <RobotsPage
      page={here}
      slug={community.slug}
      zone={community.zone}
      robots={await robotsOf(db, community.id)}
      messages={await latestRobotMessages(db, community.id, shown)}
      formKey={newId()}
      error={error}
    />
  )
  return show(c, here, here.text.doors.robots.title, body, error ? 422 : 200)
}
