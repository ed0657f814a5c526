import { createHmac } from 'node:crypto'
import type { RobotAnswer } from '#domain/doors/robot.ts'

const key = 'a-key-that-only-the-test-knows'
export const robotAddresses = {
  wecom: { address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=11111111-2222-3333', key: '' },
  dingtalk: { address: `https://oapi.dingtalk.com/robot/send?access_token=${'ab'.repeat(32)}`, key },
  feishu: { address: 'https://open.feishu.cn/open-apis/bot/v2/hook/44444444-5555-6666', key },
} as const

type Read = {
  readonly msgtype?: string
  readonly msg_type?: string
  readonly text?: { readonly content?: string }
  readonly content?: { readonly text?: string }
  readonly timestamp?: string
  readonly sign?: string
}

/**
 * The three firms as strict as their documents: each limit and signature is checked, and every refusal is an error code in
 * a 200. `fail` answers the next messages with what it is given instead.
 */
export function robotStub(now: () => Date) {
  const received: { readonly host: string; readonly text: string }[] = []
  const asked: { readonly host: string; readonly at: number }[] = []
  const failures: RobotAnswer[] = []
  const say = (answer: unknown): RobotAnswer => ({ kind: 'answered', status: 200, body: JSON.stringify(answer) })

  const post = async (address: string, body: string): Promise<RobotAnswer> => {
    const url = new URL(address)
    asked.push({ host: url.host, at: now().getTime() })
    const failure = failures.shift()
    if (failure) return failure
    const lastMinute = asked.filter(({ host, at }) => host === url.host && at > now().getTime() - 60_000)
    const read = JSON.parse(body) as Read
    const text = url.host === 'open.feishu.cn' ? read.content?.text : read.text?.content
    const refusal = refusalOf(url, read, text, lastMinute.length > 20)
    if (refusal) return say(refusal)
    received.push({ host: url.host, text: text ?? '' })
    return say(url.host === 'open.feishu.cn' ? { code: 0, msg: 'success', data: {} } : { errcode: 0, errmsg: 'ok' })
  }

  const refusalOf = (url: URL, body: Read, text: string | undefined, isTooMany: boolean) => {
    const bytes = new TextEncoder().encode(text).length
    if (url.host === 'qyapi.weixin.qq.com') {
      if (body.msgtype !== 'text' || text === undefined) return { errcode: 40008, errmsg: 'invalid message type' }
      if (bytes > 2048) return { errcode: 40058, errmsg: 'content exceed max length' }
      return isTooMany ? { errcode: 45009, errmsg: 'api freq out of limit' } : null
    }
    if (url.host === 'oapi.dingtalk.com') {
      const timestamp = url.searchParams.get('timestamp') ?? ''
      const sign = createHmac('sha256', key).update(`${timestamp}\n${key}`).digest('base64')
      const isFresh = /^\d{13}$/.test(timestamp) && Math.abs(Number(timestamp) - now().getTime()) < 3_600_000
      if (!isFresh || url.searchParams.get('sign') !== sign) return { errcode: 310000, errmsg: 'sign not match' }
      if (body.msgtype !== 'text' || bytes > 20_000) return { errcode: 400105, errmsg: 'unsupported msgtype' }
      return isTooMany ? { errcode: 130101, errmsg: 'send too fast' } : null
    }
    if (url.host === 'open.feishu.cn') {
      const timestamp = String(body.timestamp ?? '')
      const sign = createHmac('sha256', `${timestamp}\n${key}`).digest('base64')
      const isFresh = /^\d{10}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now().getTime()) < 3_600_000
      if (!isFresh || body.sign !== sign)
        return { code: 19021, msg: 'sign match fail or timestamp is not within one hour' }
      if (body.msg_type !== 'text' || bytes > 20_000) return { code: 9499, msg: 'Bad Request' }
      return isTooMany ? { code: 11232, msg: 'frequency limited' } : null
    }
    return { errcode: 404, errmsg: 'no robot here' }
  }

  return { post, received, asked, fail: (...answers: readonly RobotAnswer[]) => failures.push(...answers) }
}
