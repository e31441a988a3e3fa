import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './local-path.ts'

test('a form can lead back to a page of ours', () => {
  for (const path of ['/', '/guides/signs', '/cy/help', '/a/3']) assert.equal(localPath(path), path)
})

test('a form can lead nowhere else', () => {
  for (const path of [
    '',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/..//elsewhere.example',
    '/help?next=//elsewhere.example',
    '/help\nLocation: x',
    'javascript:alert(1)',
  ])
    assert.equal(localPath(path), '/')
})
