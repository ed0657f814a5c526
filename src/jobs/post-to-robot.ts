import type { RobotAnswer } from '#domain/doors/robot.ts'

/** Errors that are raised before anything has left this machine. */
const before = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']
const patience = 10_000
/** A firm's answer is a short line; no more of it is read. */
const longestAnswer = 2000

/** Posts to a robot over the network, on either runtime. No redirect is followed: the address is the secret itself. */
export async function postToRobot(address: string, body: string): Promise<RobotAnswer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    return { kind: 'answered', status: response.status, body: (await response.text()).slice(0, longestAnswer) }
  } catch (error) {
    const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: unknown }
    return { kind: typeof code === 'string' && before.includes(code) ? 'not-sent' : 'unknown' }
  }
}
