import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeMarkup, guideMarkup } from './guide-markup.ts'

test('markup that an editor pastes stays text', () => {
  const { body } = guideMarkup('Hello <script>alert(1)</script> <b onclick="x">you</b>')
  assert.doesNotMatch(body, /<script|<b /)
  assert.match(body, /&lt;script&gt;/)
  assert.equal(escapeMarkup('<b>&'), '&lt;b&gt;&amp;')
})

test('a person can jump to a heading, and two headings never share a name', () => {
  const { body, headings } = guideMarkup('## If this is you\n\n### More\n\n## If this is you')
  assert.deepEqual(headings, [
    { id: 'if-this-is-you', text: 'If this is you' },
    { id: 'if-this-is-you-2', text: 'If this is you' },
  ])
  assert.match(body, /<h2 class="govuk-heading-l" id="if-this-is-you">/)
  assert.match(body, /<h3 class="govuk-heading-m" id="more">/)
})

test('headings in other scripts have names too', () => {
  assert.equal(guideMarkup('## ምልክታት ምፍላጥ').headings[0]?.id, 'ምልክታት-ምፍላጥ')
})

test('a site we link to is not told where the person came from', () => {
  const { body, links } = guideMarkup('[NCA](https://www.nationalcrimeagency.gov.uk) [help](/help)')
  assert.match(
    body,
    /href="https:\/\/www\.nationalcrimeagency\.gov\.uk" class="govuk-link" rel="noreferrer"/,
  )
  assert.match(body, /href="\/help" class="govuk-link">/)
  assert.deepEqual(links, ['https://www.nationalcrimeagency.gov.uk', '/help'])
})

test('a number reads from left to right in every language', () => {
  assert.match(guideMarkup('[08000 121 700](tel:08000121700)').body, /dir="ltr">08000 121 700</)
  assert.doesNotMatch(guideMarkup('[Call now](tel:999)').body, /dir=/)
})

test('a link that we never make stops the guide', () => {
  for (const href of [
    'http://example.org',
    'javascript:alert(1)',
    '//example.org',
    'guides/signs',
  ]) {
    assert.throws(() => guideMarkup(`[here](${href})`), RangeError, href)
  }
})

test('a guide cannot bring a second title, a picture or a style', () => {
  assert.throws(() => guideMarkup('# Title'), /begin the others with ##/)
  assert.doesNotMatch(guideMarkup('![x](https://example.org/x.png)').body, /<img/)
  assert.doesNotMatch(guideMarkup('|a|\n|:-:|\n|b|').body, /style=/)
})
