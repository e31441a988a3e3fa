/** The sample pages in a real browser: what people see, hear and reach. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../test/chromium.ts'
import { barriersOn, faultsIn, overflowOf } from '../../test/page-checks.ts'
import { buildAssets } from '../build-assets.ts'
import { loadAssets } from './assets.ts'
import type { Html } from './html.ts'
import { sampleDesk } from './samples/sample-desk.ts'
import { sampleForm } from './samples/sample-form.ts'

const themes = ['light', 'dark', 'contrast'] as const

await buildAssets()
const { styles } = loadAssets(join(import.meta.dirname, '../../dist'))

type Look = { readonly theme?: (typeof themes)[number]; readonly textSize?: 'larger' }
const pages: Readonly<Record<string, (look: Look) => Html>> = {
  'page that asks': (look) => sampleForm({ ...look, head: { style: styles.form } }),
  desk: (look) => sampleDesk({ ...look, head: { style: styles.desk } }),
}

let browser: Browser

before(async () => {
  browser = await openChromium()
})

after(() => browser.close())

for (const [name, page] of Object.entries(pages)) {
  test(`people with a screen reader or poor sight can use the ${name}`, async () => {
    for (const theme of themes) {
      const tab = await open(page({ theme }), 1280)
      assert.deepEqual(await barriersOn(tab), [], theme)
      await tab.close()
    }
  })

  test(`the markup of the ${name} is sound`, async () => {
    assert.deepEqual(await faultsIn(page({}).toString()), [])
  })
}

test('nothing runs off the side of the narrowest phone, whatever the size of text', async () => {
  for (const look of [{}, { textSize: 'larger' }] as const) {
    const tab = await open(pages['page that asks']?.(look), 320)
    assert.ok((await overflowOf(tab)) <= 0)
    await tab.close()
  }
})

test('the first thing that a key or a thumb reaches is the way out', async () => {
  for (const width of [320, 1280]) {
    const tab = await open(pages['page that asks']?.({}), width)
    await tab.keyboard.press('Tab')
    assert.equal(await focused(tab), 'Leave this site')
    await tab.keyboard.press('Tab')
    assert.equal(await focused(tab), 'Cover your tracks')
    await tab.keyboard.press('Tab')
    assert.equal(await focused(tab), 'Skip to main content')
    const box = await tab.locator('.exit__link').boundingBox()
    assert.ok((box?.height ?? 0) >= 48)
    await tab.evaluate('window.scrollTo(0, 1e6)')
    assert.equal(await tab.locator('.exit__link').isVisible(), true)
    await tab.close()
  }
})

test('the bar never lies over what the keyboard has reached', async () => {
  for (const width of [390, 1280]) {
    const tab = await open(pages['page that asks']?.({}), width)
    const stops = await tab.locator('a, button, input, textarea').count()
    for (let stop = 0; stop < stops; stop += 1) {
      await tab.keyboard.press('Tab')
      assert.equal(await tab.evaluate(coveredByTheBar), false, await focused(tab))
    }
    await tab.close()
  }
})

test('who has chosen nothing sees what the device prefers', async () => {
  const tab = await open(pages['page that asks']?.({}), 800)
  const ground = () => tab.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  assert.equal(await ground(), 'rgb(252, 252, 250)')
  await tab.emulateMedia({ colorScheme: 'dark' })
  assert.equal(await ground(), 'rgb(21, 28, 27)')
  await tab.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
  assert.equal(await ground(), 'rgb(0, 0, 0)')
  await tab.emulateMedia({ colorScheme: 'light', contrast: 'more' })
  assert.equal(await ground(), 'rgb(255, 255, 255)')
  await tab.close()
})

const coveredByTheBar = `(() => {
  const bar = document.querySelector('.exit')
  if (bar.contains(document.activeElement) || document.activeElement === document.body) return false
  const one = document.activeElement.getBoundingClientRect()
  const other = bar.getBoundingClientRect()
  return one.bottom > other.top + 1 && one.top < other.bottom - 1
})()`

async function open(page: Html | undefined, width: number): Promise<Page> {
  const tab = await browser.newPage({ viewport: { width, height: 800 } })
  await tab.setContent(String(page))
  return tab
}

function focused(tab: Page): Promise<string> {
  return tab.evaluate<string>('document.activeElement.textContent.trim()')
}
