import assert from 'node:assert/strict'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { buildAssets } from './build-assets.ts'
import { cspHash, loadAssets } from './ui/assets.ts'

let root: string

before(async () => {
  root = mkdtempSync(join(tmpdir(), 'signpost-assets-'))
  for (const folder of ['styles', 'components']) {
    cpSync(join(import.meta.dirname, 'ui', folder), join(root, 'src/ui', folder), {
      recursive: true,
    })
  }
  mkdirSync(join(root, 'src/site'))
  writeFileSync(join(root, 'src/site/greeting.ts'), 'export const greeting: string = "hello"\n')
  writeScript('queue.client.ts', 'document.title = greeting')
  writeScript('leave.inline.client.ts', 'document.body.dataset["greeting"] = greeting')
  assert.equal(await buildAssets(root), true)
})

after(() => rmSync(root, { recursive: true }))

test('a second start finds everything built, and quickly', async () => {
  const times: number[] = []
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const started = performance.now()
    assert.equal(await buildAssets(root), false)
    times.push(performance.now() - started)
  }
  assert.ok(Math.min(...times) < 150)
})

test('a page brings its styles with it, and they are small', () => {
  const { styles, hashes } = loadAssets(join(root, 'dist'))
  assert.ok(brotliCompressSync(styles.content).length <= 6_500)
  assert.ok(brotliCompressSync(styles.form).length <= 6_500)
  assert.equal(hashes.content, cspHash(styles.content))
  assert.match(hashes.desk, /^'sha256-.+'$/)
  assert.doesNotMatch(styles.form, /url\(|@import|@font-face/)
})

test('a browser may keep a script, because its name changes with its words', () => {
  const script = loadAssets(join(root, 'dist')).scripts.get('queue')
  assert.match(script?.path ?? '', /^\/assets\/queue-[A-Z0-9]{8}\.js$/)
  assert.match(String(script?.body), /hello/)
  assert.deepEqual(brotliDecompressSync(script?.brotli ?? Buffer.alloc(0)), script?.body)
})

test('the way out stands in the page itself', () => {
  const { inline, scripts } = loadAssets(join(root, 'dist'))
  const leave = inline('leave')
  assert.match(leave.code, /hello/)
  assert.doesNotMatch(leave.code, /import|export/)
  assert.equal(leave.cspHash, cspHash(leave.code))
  assert.equal(scripts.has('leave'), false)
  assert.throws(() => inline('nothing'), /nothing\.inline\.client\.ts/)
})

test('a script that another brings along is not built a second time', async () => {
  writeFileSync(join(root, 'src/site/part.client.ts'), "export const part = 'a part'\n")
  appendFileSync(
    join(root, 'src/site/queue.client.ts'),
    "import { part } from './part.client.ts'\nconsole.log(part)\n",
  )
  assert.equal(await buildAssets(root), true)
  const { scripts } = loadAssets(join(root, 'dist'))
  assert.deepEqual([...scripts.keys()], ['queue'])
  assert.match(String(scripts.get('queue')?.body), /a part/)
})

test('a change in what a script imports is not forgotten', async () => {
  appendFileSync(join(root, 'src/site/greeting.ts'), '// changed\n')
  assert.equal(await buildAssets(root), true)
  assert.equal(await buildAssets(root), false)
})

test('both doors may build at once', async () => {
  appendFileSync(join(root, 'src/site/greeting.ts'), '// changed again\n')
  await Promise.all([buildAssets(root), buildAssets(root)])
  assert.ok(loadAssets(join(root, 'dist')).scripts.has('queue'))
})

test('two scripts of one name are refused, not mixed up', async () => {
  mkdirSync(join(root, 'src/desk'))
  writeFileSync(join(root, 'src/desk/queue.client.ts'), 'export {}\n')
  await assert.rejects(buildAssets(root), /have the same name/)
})

function writeScript(name: string, code: string): void {
  writeFileSync(join(root, 'src/site', name), `import { greeting } from './greeting.ts'\n${code}\n`)
}
