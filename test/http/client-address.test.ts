import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '#http/context.ts'
import { clientAddress } from '#http/security/client-address.ts'

/** What the app takes for the address of a request over that socket; no socket is Workers. */
async function seen(headers: Record<string, string>, socket: string | null, publicUrl = 'https://wish.example.cn') {
  const app = new Hono<Env>()
  app.get('/', (c) => {
    c.set('services', { config: { publicUrl } } as never)
    return c.text(clientAddress(c))
  })
  const env = socket === null ? {} : { incoming: { socket: { remoteAddress: socket } } }
  return (await app.request('/', { headers }, env)).text()
}

test('on Node the socket says where a request comes from, whatever its headers claim', async () => {
  const claims = { 'x-forwarded-for': '198.51.100.1', 'cf-connecting-ip': '198.51.100.2' }

  expect(await seen(claims, '203.0.113.7')).toBe('203.0.113.7')
})

test('behind a proxy of the same machine, what that proxy wrote last counts', async () => {
  const claims = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' }

  for (const socket of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(await seen(claims, socket)).toBe('203.0.113.7')
})

test('a site without TLS has no proxy, so no forwarded address is believed', async () => {
  expect(await seen({ 'x-forwarded-for': '198.51.100.1' }, '127.0.0.1', 'http://127.0.0.1:3000')).toBe('127.0.0.1')
})

test('on Workers the platform’s header says it', async () => {
  expect(await seen({ 'cf-connecting-ip': '203.0.113.7', 'x-forwarded-for': '198.51.100.1' }, null)).toBe('203.0.113.7')
})

test('a network of IPv6 is one address, however its parts are written and whichever of them is used', async () => {
  const written = ['2001:db8:0:7::1', '2001:0DB8:0000:0007:a:b:c:d', '2001:db8:0:7:ffff::', '2001:db8::7:9:9:9:9']
  const seenAs = await Promise.all(written.map((address) => seen({ 'cf-connecting-ip': address }, null)))

  expect(new Set(seenAs)).toEqual(new Set(['2001:db8:0:7::']))
  expect(await seen({}, '2001:db8:0:8::1')).not.toBe('2001:db8:0:7::')
  expect(await seen({}, '::ffff:203.0.113.7')).toBe('203.0.113.7')
})
