import assert from 'node:assert/strict'
import { test } from 'node:test'
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { newIdentity, recipientOf } from './identity.ts'
import { seal } from './seal.ts'
import { sealedShapeOf } from './sealed-shape.ts'

test('a seal shows how much is in it and for how many, and nothing else has that shape', async () => {
  const one = await recipientOf(await newIdentity())
  const other = await recipientOf(await newIdentity())
  for (const size of [0, 1, 77, 4096, 65_536, 65_537, 131_072])
    assert.deepEqual(sealedShapeOf(await seal('x'.repeat(size), [one])), { recipients: 1, size })
  assert.deepEqual(sealedShapeOf(await seal('both', [one, other])), { recipients: 2, size: 4 })
})

test('what is sealed to a classic key, or to a mixture, or to nobody is not taken for a seal', async () => {
  const hybrid = await recipientOf(await newIdentity())
  const classic = await identityToRecipient(await generateX25519Identity())
  for (const recipients of [[classic], [hybrid, classic], [classic, hybrid], []]) {
    const encrypter = new Encrypter()
    for (const recipient of recipients) encrypter.addRecipient(recipient)
    assert.equal(sealedShapeOf(armor.encode(await encrypter.encrypt('words'))), undefined)
  }
})

test('plain text, half a seal and a seal with words around it are no seals', async () => {
  const sealed = await seal('words', [await recipientOf(await newIdentity())])
  const broken = [
    '',
    'The green door',
    '-----BEGIN AGE ENCRYPTED FILE-----\nVGhlIGdyZWVuIGRvb3I=\n-----END AGE ENCRYPTED FILE-----\n',
    sealed.slice(0, 400),
    `The green door\n${sealed}`,
    `${sealed}The green door`,
    sealed.replace('\n', '\n\n'),
  ]
  for (const text of broken) assert.equal(sealedShapeOf(text), undefined, text.slice(0, 40))
})
