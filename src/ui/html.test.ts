import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, trusted } from './html.ts'

test('what a person types can never become markup', () => {
  const typed = `<script>alert("1")</script>'&`
  assert.equal(
    html`<p title="${typed}">${typed}</p>`.toString(),
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</p>',
  )
})

test('markup inside markup is not escaped twice', () => {
  assert.equal(
    html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}</ul>`.toString(),
    '<ul><li>a</li><li>b</li></ul>',
  )
})

test('absent values leave nothing behind, and zero is not absent', () => {
  assert.equal(html`${undefined}${false}${0}`.toString(), '0')
})

test('trusted markup passes as it is', () => {
  assert.equal(html`${trusted('<b>x</b>')}`.toString(), '<b>x</b>')
})
