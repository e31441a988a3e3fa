import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { harbour, openSmallSite, posted, type SmallSite, shown } from '../../../test/small-site.ts'
import { adviceRoutes } from '../advice/advice-routes.ts'
import { choicesRoutes } from './choices-routes.ts'
import { siteCookies } from './cookies.ts'

type Answer = Awaited<ReturnType<SmallSite['app']['inject']>>

function cookies({ headers }: Answer): string[] {
  return [headers['set-cookie'] ?? []].flat()
}

describe('Cookies', () => {
  let site: SmallSite
  before(async () => {
    site = await openSmallSite([adviceRoutes, choicesRoutes])
  })
  after(() => site.close())

  const get = (url: string, headers: Record<string, string> = {}) =>
    site.app.inject({ url, headers })

  test('a first visitor is asked, and nothing is stored', async () => {
    const page = await get('/guides/signs')
    assert.deepEqual(cookies(page), [])
    assert.match(shown(page), /value="accept" name="choice"/)
    assert.match(shown(page), /value="reject" name="choice"/)
    assert.match(shown(page), /name="back" value="\/guides\/signs"/)
    assert.match(shown(page), /href="\/cookies" draggable="false" class="govuk-button"/)
  })

  test('whoever accepts comes back to their page, which says that it is saved', async () => {
    const answer = await site.app.inject(
      posted('/choices', { choice: 'accept', back: '/guides/signs' }),
    )
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/guides/signs?choices=saved')
    assert.deepEqual(cookies(answer), [
      'choices=preferences.statistics; Max-Age=15552000; Path=/; HttpOnly; SameSite=Lax',
    ])
    const cookie = 'choices=preferences.statistics'
    const page = await get('/guides/signs?choices=saved', { cookie })
    assert.match(shown(page), /Your choice is saved/)
    assert.match(shown(page), /href="\/guides\/signs"[^>]*>\s*Hide this message/)
    assert.doesNotMatch(shown(await get('/guides/signs', { cookie })), /cookie-banner/)
  })

  test('whoever rejects is not asked again', async () => {
    const answer = await site.app.inject(posted('/choices', { choice: 'reject', back: '/' }))
    assert.match(cookies(answer)[0] ?? '', /^choices=none; /)
    assert.doesNotMatch(shown(await get('/', { cookie: 'choices=none' })), /cookie-banner/)
  })

  test('a browser that kept nothing is told so, and may try again', async () => {
    const page = await get('/?choices=saved')
    assert.match(shown(page), /Sorry, there was a technical problem/)
    assert.match(shown(page), /value="accept" name="choice"/)
    assert.match(shown(await get('/cookies?choices=saved')), /Sorry, there was a technical problem/)
  })

  test('the way back never leads to another site', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '']) {
      const answer = await site.app.inject(posted('/choices', { choice: 'reject', back }))
      assert.equal(answer.headers.location, '/?choices=saved')
    }
  })

  test('an answer that the banner never offered is refused', async () => {
    const wrong = await site.app.inject(posted('/choices', { choice: 'maybe', back: '/' }))
    assert.equal(wrong.statusCode, 400)
    const more = await site.app.inject(posted('/choices', { choice: 'accept', extra: '1' }))
    assert.equal(more.statusCode, 400)
    assert.deepEqual([...cookies(wrong), ...cookies(more)], [])
  })

  test('each category can be chosen alone', async () => {
    const answer = await site.app.inject(
      posted('/cookies', { preferences: 'no', statistics: 'yes' }),
    )
    assert.equal(answer.headers.location, '/cookies?choices=saved')
    assert.match(cookies(answer)[0] ?? '', /^choices=statistics; /)
    const page = await get('/cookies?choices=saved', { cookie: 'choices=statistics' })
    assert.match(shown(page), /You can change it here at any time/)
    assert.match(shown(page), /id="preferences-2"[^>]*value="no" checked/)
    assert.match(shown(page), /id="statistics"[^>]*value="yes" checked/)
  })

  test('a missing answer is asked for, and the other one is kept', async () => {
    const page = await site.app.inject(posted('/cookies', { statistics: 'no' }))
    assert.equal(page.statusCode, 422)
    assert.match(shown(page), /href="#preferences">Choose if we may remember/)
    assert.match(shown(page), /id="statistics-2"[^>]*value="no" checked/)
    assert.deepEqual(cookies(page), [])
  })

  test('taking a yes back deletes what it allowed at once', async () => {
    const carried = 'choices=preferences; preferences=-.large.dark'
    const answer = await site.app.inject(
      posted('/cookies', { preferences: 'no', statistics: 'no' }, carried),
    )
    assert.match(cookies(answer).join('\n'), /^choices=none; /m)
    assert.match(
      cookies(answer).join('\n'),
      /^preferences=; (Max-Age=0; )?Path=\/; Expires=Thu, 01 Jan 1970/m,
    )
  })

  test('a browser that asks not to be tracked is not counted, whatever is pressed', async () => {
    const page = await get('/cookies', { 'sec-gpc': '1' })
    assert.match(shown(page), /Global Privacy Control/)
    assert.doesNotMatch(shown(page), /name="statistics"/)
    const accept = posted('/choices', { choice: 'accept', back: '/' })
    const accepted = await site.app.inject({
      ...accept,
      headers: { ...accept.headers, 'sec-gpc': '1' },
    })
    assert.match(cookies(accepted)[0] ?? '', /^choices=preferences; /)
    const save = posted('/cookies', { preferences: 'no' })
    const saved = await site.app.inject({ ...save, headers: { ...save.headers, 'sec-gpc': '1' } })
    assert.match(cookies(saved)[0] ?? '', /^choices=none; /)
  })

  test('the notice lists every cookie, with purpose and lifetime', async () => {
    const page = await get('/cookies')
    const rows = shown(page).match(/<th scope="row".*?<\/tr>/g) ?? []
    assert.equal(rows.length, siteCookies.length)
    for (const [index, { name, lifetime }] of siteCookies.entries()) {
      assert.match(rows[index] ?? '', new RegExp(`>${name}<`))
      assert.match(
        rows[index] ?? '',
        lifetime === 'session' ? /Until you close the browser/ : /6 months/,
      )
    }
  })
})

describe('How somebody reads', () => {
  let site: SmallSite
  const contentDir = mkdtempSync(join(tmpdir(), 'signpost-content-'))
  before(async () => {
    cpSync('content', contentDir, { recursive: true })
    mkdirSync(join(contentDir, 'cy/guides'), { recursive: true })
    cpSync('content/en/words', join(contentDir, 'cy/words'), { recursive: true })
    const secure = { ...harbour, origin: 'https://localhost', languages: ['en', 'cy'] }
    site = await openSmallSite([adviceRoutes, choicesRoutes], { sites: [secure], contentDir })
  })
  after(async () => {
    await site.close()
    rmSync(contentDir, { recursive: true, force: true })
  })

  const reading = { textSize: 'larger', theme: 'contrast', language: 'cy' }

  test('is not kept without a yes, and what was chosen stays chosen', async () => {
    const page = await site.app.inject(posted('/preferences', reading))
    assert.equal(page.statusCode, 422)
    assert.deepEqual(cookies(page), [])
    assert.match(shown(page), /href="#remember">Tick/)
    assert.match(shown(page), /value="larger" checked/)
    assert.match(shown(page), /value="contrast" checked/)
    assert.match(shown(page), /value="cy" checked/)
  })

  test('is kept with one tick, under names that no other site can set', async () => {
    const answer = await site.app.inject(posted('/preferences', { ...reading, remember: 'yes' }))
    assert.equal(answer.headers.location, '/preferences?choices=saved')
    assert.deepEqual(
      cookies(answer).map((cookie) => cookie.split(';')[0]),
      ['__Host-choices=preferences', '__Host-preferences=cy.larger.contrast.one'],
    )
    for (const cookie of cookies(answer)) assert.match(cookie, /Path=\/; HttpOnly; Secure/)
    const page = await site.app.inject({
      url: '/preferences?choices=saved',
      headers: {
        cookie: '__Host-choices=preferences; __Host-preferences=cy.larger.contrast',
      },
    })
    assert.match(page.body, /<html lang="cy"[^>]*data-theme="contrast" data-text-size="larger"/)
    assert.match(shown(page), /The whole site now looks the way you chose/)
    assert.doesNotMatch(shown(page), /name="remember"/)
  })

  test('follows from the cookie only while that is allowed', async () => {
    const cookie = '__Host-choices=none; __Host-preferences=cy.larger.contrast'
    const page = await site.app.inject({ url: '/', headers: { cookie } })
    assert.match(page.body, /<html lang="en" dir="ltr" class="govuk-template">/)
  })

  test('a choice made in Welsh leads back to the Welsh page', async () => {
    const answer = await site.app.inject(posted('/cy/choices', { choice: 'reject', back: '/help' }))
    assert.equal(answer.headers.location, '/cy/help?choices=saved')
  })

  test('a look that the page never offered is refused', async () => {
    for (const wrong of [{ textSize: 'huge' }, { theme: 'pink' }, { language: 'fr' }]) {
      const answer = await site.app.inject(posted('/preferences', { ...wrong, remember: 'yes' }))
      assert.equal(answer.statusCode, 400)
    }
  })

  test('the notice names the cookies as the browser shows them', async () => {
    const page = await site.app.inject('/cookies')
    assert.match(shown(page), /__Host-draft/)
  })
})
