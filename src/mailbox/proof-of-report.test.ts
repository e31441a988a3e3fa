import assert from 'node:assert/strict'
import { createPublicKey } from 'node:crypto'
import { test } from 'node:test'
import type { Sealed } from '../sealing/seal.ts'
import { parsePublicPem, publicPem } from '../sealing/signature.ts'
import { checkProof, hashOfBody, proofKey, writeProof } from './proof-of-report.ts'

const key = proofKey(Buffer.alloc(32, 7))
const report = {
  reference: 'maple-river-472',
  site: 'https://harbour.example',
  receivedDay: '2026-11-22',
  bodyHash: hashOfBody('sealed body' as Sealed),
}

test('a proof says which report was taken in and when, and is the same each time', () => {
  const proof = writeProof(report, key)
  assert.deepEqual(proof, writeProof(report, key))
  assert.equal(
    proof.statement,
    `Signpost proof of report, version 1
reference: maple-river-472
site: https://harbour.example
received: 2026-11-22
sha-256 of the sealed report: ${report.bodyHash}
`,
  )
  assert.equal(
    proof.signature,
    'GwGZ8McXQLvczAawWWrcm4SqAw4fL2hm3ieT9SGqEPpC1EJNy/DLdadinFP7W9Wpbet0l8tSm7/BlqFAehbVCA==',
  )
})

test('anybody can check a proof with the public key, and only a genuine one passes', () => {
  const publicKey = parsePublicPem(publicPem(key))
  const proof = writeProof(report, key)
  const { statement } = proof
  assert.deepEqual(checkProof(JSON.stringify(proof), publicKey), { outcome: 'genuine', statement })
  const changed = { ...proof, statement: statement.replace('11-22', '11-21') }
  const other = createPublicKey(proofKey(Buffer.alloc(32, 8)))
  assert.deepEqual(checkProof(JSON.stringify(changed), publicKey), { outcome: 'forged' })
  assert.deepEqual(checkProof(JSON.stringify(proof), other), { outcome: 'forged' })
  assert.deepEqual(checkProof(JSON.stringify({ ...proof, signature: 'x' }), publicKey), {
    outcome: 'forged',
  })
  for (const text of ['', '{}', 'null', '[]'])
    assert.deepEqual(checkProof(text, publicKey), { outcome: 'unreadable' })
})
