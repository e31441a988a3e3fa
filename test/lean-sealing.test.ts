/** What the site’s script brings to seal with: small, and as good as the whole. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildAssets } from '../src/build-assets.ts'
import { leanSealing } from '../src/lean-sealing.ts'
import { newIdentity, recipientOf } from '../src/sealing/identity.ts'
import { open, seal } from '../src/sealing/seal.ts'
import { loadAssets } from '../src/ui/assets.ts'
import { findStandardAge, notProved } from './standard-age.ts'

/** In bytes on the wire: the journey and the sealing together. */
const most = 30_000

const folder = mkdtempSync(join(tmpdir(), 'signpost-lean-'))
const age = findStandardAge()
if (age === undefined) process.stderr.write(`${notProved}\n`)

/** `seal.ts` and `identity.ts`, as the site’s scripts have them. */
let lean: {
  seal: typeof seal
  open: typeof open
  newIdentity: typeof newIdentity
  recipientOf: typeof recipientOf
}

before(async () => {
  const entry = `export * from './seal.ts'; export * from './identity.ts'`
  const outfile = join(folder, 'lean.mjs')
  await build({
    stdin: { contents: entry, resolveDir: 'src/sealing', loader: 'ts' },
    bundle: true,
    format: 'esm',
    plugins: [leanSealing],
    outfile,
    logLevel: 'silent',
  })
  lean = await import(pathToFileURL(outfile).href)
})
after(() => rmSync(folder, { recursive: true, force: true }))

test('the journey and the sealing arrive in less than 30 KB', async (t) => {
  await buildAssets()
  const { brotli } = loadAssets('dist').scripts.get('telling') ?? {}
  t.diagnostic(`${brotli?.length} bytes`)
  assert.ok(brotli !== undefined && brotli.length < most, `${brotli?.length} bytes`)
})

test('what the script seals opens with the whole library, and the other way round', async () => {
  const [ours, theirs] = [await lean.newIdentity(), await newIdentity()]
  assert.equal(await lean.recipientOf(ours), await recipientOf(ours))
  for (const text of ['', 'the green door — 门', 'x'.repeat(200_000)]) {
    const recipients = [await recipientOf(ours), await recipientOf(theirs)] as const
    for (const sealed of [await lean.seal(text, recipients), await seal(text, recipients)])
      for (const identity of [ours, theirs])
        for (const opened of [await open(sealed, identity), await lean.open(sealed, identity)])
          assert.deepEqual(opened, { outcome: 'opened', text })
  }
})

test('the standard age command opens what the script seals', {
  skip: age === undefined,
}, async () => {
  const identity = await lean.newIdentity()
  const keys = join(folder, 'identity.txt')
  writeFileSync(keys, identity, { mode: 0o600 })
  const input = await lean.seal('the green door — 门', [await lean.recipientOf(identity)])
  const opened = execFileSync(age ?? '', ['-d', '-i', keys], { input }).toString()
  assert.equal(opened, 'the green door — 门')
})
