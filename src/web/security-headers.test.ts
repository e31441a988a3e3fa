import assert from 'node:assert/strict'
import { test } from 'node:test'
import { securityHeaders } from './security-headers.ts'

const policy = { scripts: ["'sha256-abc='"], styles: ["'sha256-def='"] }
const plain = securityHeaders({ ...policy, secure: false })
const secure = securityHeaders({ ...policy, secure: true })

test('a page stays on no disk, and browsers that know how forget the visit', () => {
  assert.equal(plain['cache-control'], 'no-store')
  assert.equal(plain['request-otr'], '1')
})

test('where a person goes next does not learn where they came from', () => {
  assert.equal(plain['referrer-policy'], 'no-referrer')
})

test('a page loads nothing from anybody else, and nobody frames it', () => {
  const directives = (plain['content-security-policy'] ?? '').split('; ')
  assert.ok(directives.includes("default-src 'none'"))
  assert.ok(directives.includes("frame-ancestors 'none'"))
  assert.ok(directives.includes("script-src 'sha256-abc='"))
  for (const directive of directives)
    assert.doesNotMatch(directive, /https?:|\*|unsafe-inline|unsafe-eval/, directive)
})

test('a page without scripts may run none', () => {
  const { 'content-security-policy': csp = '' } = securityHeaders({
    scripts: [],
    styles: [],
    secure: false,
  })
  assert.match(csp, /script-src 'none'/)
})

test('a browser that came by https is told to come by https only', () => {
  assert.match(secure['strict-transport-security'] ?? '', /max-age=\d{8}/)
  assert.equal(plain['strict-transport-security'], undefined)
})
