import { expect, test } from 'vitest'
import { isSignedBy, logSignature, logVerifierKey, sha256Bytes, signerOf } from '#auth/log-keys.ts'
import { fromHex, toHex } from '#domain/log/byte-strings.ts'
import { checkLetters, readCheckLetters } from '#domain/log/check-letters.ts'
import {
  checkpointText,
  cosignedText,
  keyIdOf,
  logKeyType,
  noteText,
  readCheckpoint,
  readNote,
  readVerifierKey,
  timeOfSignature,
  verifierKey,
  witnessKeyType,
} from '#domain/log/signed-note.ts'

// The examples of the specifications themselves (C2SP signed-note and tlog-cosignature).
const example = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`,
}
const cosigned = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

test('a note that others have signed is read and checked', async () => {
  const { name, publicKey } = readVerifierKey(example.key) as { name: string; publicKey: Uint8Array }
  const note = readNote(example.note)
  const [line] = note?.signatures ?? []

  expect(toHex(keyIdOf(sha256Bytes, name, logKeyType, publicKey))).toBe('530d903a')
  expect(verifierKey(sha256Bytes, name, logKeyType, publicKey)).toBe(example.key)
  expect(await isSignedBy(publicKey, note?.text ?? '', line?.signature ?? new Uint8Array())).toBe(true)
  expect(await isSignedBy(publicKey, 'This is another message.\n', line?.signature ?? new Uint8Array())).toBe(false)
  expect(note && noteText(note)).toBe(example.note)
})

test('a checkpoint with the line of a witness is read; its time is the one that the witness signed', () => {
  const note = readNote(cosigned)
  const checkpoint = readCheckpoint(note?.text ?? '')

  expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 })
  expect(checkpoint && checkpointText(checkpoint)).toBe(note?.text)
  expect(note?.signatures.map(({ name }) => name)).toEqual(['example.com/behind-the-sofa', 'witness.example.com/w1'])
  expect(timeOfSignature(note?.signatures[1]?.signature ?? new Uint8Array(8))).toBe(1_679_315_147)
  expect(cosignedText(note?.text ?? '', 1_679_315_147)).toBe(
    'cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
  )
})

test('what is no note or no checkpoint is not taken for one', () => {
  for (const bad of ['', 'text\n', 'text\n\nno dash here\n', 'text\n\n— name AAAA\n', example.note.trimEnd()])
    expect([bad, readNote(bad)]).toEqual([bad, null])
  const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
  for (const bad of [
    `\n1\n${root}\n`,
    `a\n01\n${root}\n`,
    `a\n-1\n${root}\n`,
    'a\n1\nAAAA\n',
    `a\n1\n${root.slice(1)}\n`,
  ])
    expect([bad, readCheckpoint(bad)]).toEqual([bad, null])
})

test('the key of the log and that of a witness follow from a seed, and are not the same', async () => {
  const seed = 'a seed that only this test knows, long enough'
  const signer = await signerOf(seed, 'log')
  const { signature } = await logSignature(signer, 'wish.example.cn/log', 'words\n')

  expect(toHex((await signerOf(seed, 'log')).publicKey)).toBe(toHex(signer.publicKey))
  expect(toHex((await signerOf(seed, 'witness')).publicKey)).not.toBe(toHex(signer.publicKey))
  expect(await isSignedBy(signer.publicKey, 'words\n', signature)).toBe(true)
  expect(logVerifierKey(signer, 'wish.example.cn/log')).toMatch(/^wish\.example\.cn\/log\+[0-9a-f]{8}\+AQ?[\w+/]+=*$/)
  const witness = keyIdOf(sha256Bytes, 'wish.example.cn/log', witnessKeyType, signer.publicKey)
  expect(toHex(witness)).not.toBe(toHex(keyIdOf(sha256Bytes, 'wish.example.cn/log', logKeyType, signer.publicKey)))
})

test('twelve letters are the first sixty bits of a root', () => {
  // By hand: 00000 11111 00001 11110 00010 11101 00011 11100 00100 11011 00101 11010.
  const root = fromHex('07c3e1747c26cba'.padEnd(64, 'f'))

  expect(checkLetters(root)).toBe('0Z1Y-2X3W-4V5T')
  expect(checkLetters(fromHex('0'.repeat(64)))).toBe('0000-0000-0000')
  expect(checkLetters(fromHex('f'.repeat(64)))).toBe('ZZZZ-ZZZZ-ZZZZ')
})

test('letters are read as people write them: small, spaced, full width, with O for 0', () => {
  for (const typed of [
    '0Z1Y-2X3W-4V5T',
    '0z1y 2x3w 4v5t',
    'oz1y2x3w4v5t',
    ' 0ZLY–2X3W—4V5T ',
    '０Ｚ１Ｙ２Ｘ３Ｗ４Ｖ５Ｔ',
  ])
    expect([typed, readCheckLetters(typed)]).toEqual([typed, '0Z1Y-2X3W-4V5T'])
  for (const bad of ['', '0Z1Y-2X3W-4V5', '0Z1Y-2X3W-4V5TT', '0Z1Y-2X3W-4V5U', '心愿'])
    expect([bad, readCheckLetters(bad)]).toEqual([bad, null])
})
