import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

const here = import.meta.dirname

/** Runs a script in which something goes wrong that nobody catches. */
function run(script: string): { status: number | null; said: string } {
  const begin = `import { catchTheRest } from '${here}/uncaught.ts'
    import { openLog } from '${here}/web/log.ts'
    catchTheRest(openLog())
    setTimeout(() => console.log('still here'), 100);`
  const options = { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } } as const
  const args = ['--input-type=module', '--eval', begin + script]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
  return { status, said: stdout + stderr }
}

test('a promise that nobody waited for is logged without its words, and ends nothing', () => {
  const { status, said } = run(`Promise.reject(new RangeError('the green door'))`)
  assert.equal(status, 0)
  assert.match(said, /"event":"failed".*"RangeError"/)
  assert.match(said, /still here/)
  assert.doesNotMatch(said, /green door/)
})

test('an error that nobody caught is logged without its words before the service ends', () => {
  const { status, said } = run(`setImmediate(() => { throw new Error('the green ' + 'door') })`)
  assert.equal(status, 1)
  assert.match(said, /"event":"failed".*"Error"/)
  assert.doesNotMatch(said, /green|still here/)
})
