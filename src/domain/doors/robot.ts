import { hour, minute } from '#domain/time/durations.ts'

/** A robot of a chat group: an address that writes into the group whatever it is sent. The address is a secret. */
const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const
export type RobotKind = (typeof robotKinds)[number]

/** Where each firm's robots are. Nothing is ever sent anywhere else. */
const addresses = {
  wecom: /^https:\/\/qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\w-]{8,64}$/,
  dingtalk: /^https:\/\/oapi\.dingtalk\.com\/robot\/send\?access_token=[0-9a-f]{32,128}$/,
  feishu: /^https:\/\/open\.feishu\.cn\/open-apis\/bot\/v2\/hook\/[\w-]{8,64}$/,
} as const satisfies Record<RobotKind, RegExp>

/** Whose robot it is; null for any other address. */
export const robotKindOf = (address: string): RobotKind | null =>
  robotKinds.find((kind) => addresses[kind].test(address)) ?? null

/** The longest text in bytes that every firm takes: the shortest of their limits is WeCom's. */
export const longestRobotText = 2048
/** Each firm takes twenty messages a minute from one robot. */
export const robotMessagesPerMinute = 20
export const mostRobots = 3

/**
 * What became of a message: tried again, on its way, sent, of unknown outcome, given up, or dropped because the consent
 * to all that it says was withdrawn.
 */
const robotStates = ['waiting', 'sending', 'sent', 'unsure', 'given-up', 'dropped'] as const
export type RobotState = (typeof robotStates)[number]

/** Nothing newer than this is said to fail: the next try may be enough. */
export const failingAfter = 24 * hour
const givenUpAfter = 72 * hour
/** A message that has been on its way for so long was interrupted. */
export const interruptedAfter = 10 * minute

/** The pause until the next try: one minute, doubled each time up to four hours. Null: it is given up. */
export function nextTryAt(madeAt: Date, tries: number, now: Date): Date | null {
  const at = new Date(now.getTime() + Math.min(2 ** (tries - 1), 240) * minute)
  return at.getTime() - madeAt.getTime() > givenUpAfter ? null : at
}

/** How a firm answered. `not-sent`: it was certainly not reached; `unknown`: it may have received the message. */
export type RobotAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'unknown' }

type RobotOutcome = { readonly kind: 'sent' | 'refused' | 'unsure'; readonly answer: string }

/** All three say in the body of a 200 whether they took the message. The answer is stored as a code, not in words. */
export function outcomeOf(answer: RobotAnswer): RobotOutcome {
  if (answer.kind === 'not-sent') return { kind: 'refused', answer: 'not-reached' }
  if (answer.kind === 'unknown') return { kind: 'unsure', answer: 'no-answer' }
  const code = codeIn(answer.body)
  if (answer.status === 200 && code === 0) return { kind: 'sent', answer: 'ok' }
  // Behind these, or a 200 that cannot be read, the message may have been posted.
  if (code === null && [200, 500, 504].includes(answer.status))
    return { kind: 'unsure', answer: `http-${answer.status}` }
  return { kind: 'refused', answer: code === null ? `http-${answer.status}` : `code-${code}` }
}

function codeIn(body: string): number | null {
  try {
    const read = JSON.parse(body) as { readonly [key: string]: unknown }
    const code = read.errcode ?? read.code ?? read.StatusCode
    return typeof code === 'number' ? code : null
  } catch {
    return null
  }
}
