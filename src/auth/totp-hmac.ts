import { createHmac } from 'node:crypto'
import type { HmacSha1 } from '#domain/account/totp.ts'

export const hmacSha1: HmacSha1 = (key, message) => new Uint8Array(createHmac('sha1', key).update(message).digest())
