import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { ContentFault, checkContent, parseContent, readContent } from './content-file.ts'
import { escapeMarkup, guideMarkup, type Heading } from './guide-markup.ts'

/** A `type` is a guide about one type of exploitation; a `page` is about the site itself. */
export type GuideKind = 'guide' | 'type' | 'page'

export type Guide = Readonly<{
  slug: string
  /** The language of the text: English when it has not been translated yet. */
  locale: string
  title: string
  /** For the window and the history, where the title would tell whoever reads it there too much. */
  windowTitle?: string | undefined
  summary: string
  order: number
  /** The day on which a person last checked it, such as "2026-11-22". */
  reviewedOn: string
  kind: GuideKind
  related: readonly string[]
  /** Markup that is safe to send, with placeholders not yet filled. */
  body: string
  headings: readonly Heading[]
  /** Every address in the body, in order. */
  links: readonly string[]
}>

/** What a guide may leave to the site that shows it, written `{siteName}` in the text. */
export type GuideValues = Readonly<Record<'siteName' | 'controller' | 'contact', string>>

const sentence = v.pipe(v.string('must be a sentence'), v.nonEmpty('must say something'))

const frontMatter = v.strictObject({
  title: sentence,
  windowTitle: v.optional(sentence),
  summary: sentence,
  order: v.number('must be a number, such as 10'),
  reviewedOn: v.pipe(
    v.string('must be a day, such as 2026-11-22'),
    v.isoDate('must be a day, such as 2026-11-22'),
  ),
  kind: v.picklist(['guide', 'type', 'page'], 'must be guide, type or page'),
  related: v.array(v.string(), 'must be a list of guides, such as [signs, staying-safe]'),
})

/**
 * Every guide in one language, in order. A guide that this language lacks is there in English.
 *
 * @throws ContentFault naming the file, the field and how to mend it
 */
export function loadGuides(contentDir: string, locale: string): readonly Guide[] {
  const guides = new Map(readGuides(contentDir, 'en').map((guide) => [guide.slug, guide]))
  if (locale !== 'en') {
    for (const guide of readGuides(contentDir, locale)) guides.set(guide.slug, guide)
  }
  const inOrder = [...guides.values()].sort((one, other) => one.order - other.order)
  for (const guide of inOrder) checkNeighbours(contentDir, guide, guides)
  return inOrder
}

export function findGuide(guides: readonly Guide[], slug: string): Guide | undefined {
  return guides.find((guide) => guide.slug === slug)
}

/** The related guides, in the order in which the guide names them. */
export function relatedGuides(guides: readonly Guide[], guide: Guide): readonly Guide[] {
  return guide.related.flatMap((slug) => findGuide(guides, slug) ?? [])
}

/** Guides live under /guides; pages about the site have an address of their own. */
export function guideHref(guide: Guide): string {
  return guide.kind === 'page' ? `/${guide.slug}` : `/guides/${guide.slug}`
}

/** The guide with the site's own name and addresses in it. */
export function fillGuide(guide: Guide, values: GuideValues): Guide {
  return {
    ...guide,
    title: fill(guide.title, values),
    windowTitle: guide.windowTitle && fill(guide.windowTitle, values),
    summary: fill(guide.summary, values),
    body: fill(guide.body, values, escapeMarkup),
  }
}

function readGuides(contentDir: string, locale: string): Guide[] {
  return listGuides(join(contentDir, locale, 'guides')).map((file) => readGuide(file, locale))
}

function listGuides(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name))
  } catch {
    throw new ContentFault(folder, 'folder', 'is missing or cannot be read; put it back')
  }
}

function readGuide(file: string, locale: string): Guide {
  const [, front, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(readContent(file)) ?? []
  if (front === undefined || text === undefined) {
    throw new ContentFault(
      file,
      'front matter',
      'begin the file with --- and end the fields with ---',
    )
  }
  return {
    slug: basename(file, '.md'),
    locale,
    ...checkContent(file, frontMatter, parseContent(file, front)),
    ...markupOf(file, text),
  }
}

function markupOf(file: string, text: string): ReturnType<typeof guideMarkup> {
  const unknown = [...text.matchAll(/\{(\w*)\}/g)].find(([, name]) => !isPlaceholder(name))
  if (unknown !== undefined) {
    throw new ContentFault(file, unknown[0], 'use {siteName}, {controller} or {contact}')
  }
  try {
    return guideMarkup(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ContentFault(file, 'text', error.message)
  }
}

function isPlaceholder(name: string | undefined): boolean {
  return name === 'siteName' || name === 'controller' || name === 'contact'
}

function checkNeighbours(contentDir: string, guide: Guide, all: ReadonlyMap<string, Guide>): void {
  const file = join(contentDir, guide.locale, 'guides', `${guide.slug}.md`)
  const stranger = guide.related.find((slug) => !all.has(slug))
  if (stranger !== undefined)
    throw new ContentFault(file, 'related', `no guide is called ${stranger}`)
  const addresses = new Set([...all.values()].map(guideHref))
  const dead = guide.links.find((link) => link.startsWith('/guides/') && !isAlive(link, addresses))
  if (dead !== undefined) throw new ContentFault(file, 'text', `the link ${dead} leads nowhere`)
}

function isAlive(link: string, addresses: ReadonlySet<string>): boolean {
  return addresses.has(link.replace(/#.*$/, ''))
}

function fill(
  text: string,
  values: GuideValues,
  dress: (value: string) => string = (value) => value,
): string {
  return text.replace(/\{(siteName|controller|contact)\}/g, (_, name: keyof GuideValues) =>
    dress(values[name]),
  )
}
