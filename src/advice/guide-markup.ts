/** Guides are Markdown; this is how they become markup, in the shapes that GOV.UK Frontend styles. */
import MarkdownIt from 'markdown-it'

export type Heading = Readonly<{ id: string; text: string }>

/** `body` is safe to send as it is: markup written in a guide stays text. */
export type GuideMarkup = Readonly<{
  body: string
  /** Second-level headings, for the list of contents. */
  headings: readonly Heading[]
  links: readonly string[]
}>

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
markdown.disable(['image', 'table'])
markdown.validateLink = (url) => /^(?:https:\/\/|tel:|sms:|\/(?!\/)|#)/.test(url)

type Token = ReturnType<typeof markdown.parse>[number]

const classes: Readonly<Record<string, string>> = {
  paragraph_open: 'govuk-body',
  bullet_list_open: 'govuk-list govuk-list--bullet',
  ordered_list_open: 'govuk-list govuk-list--number',
  blockquote_open: 'govuk-inset-text',
}

const headingClasses: Readonly<Record<string, string>> = {
  h2: 'govuk-heading-l',
  h3: 'govuk-heading-m',
  h4: 'govuk-heading-s',
}

/** @throws RangeError when the guide holds a first-level heading or a link we never make */
export function guideMarkup(text: string): GuideMarkup {
  const tokens = markdown.parse(text, {})
  const headings = dressHeadings(tokens)
  const links = tokens.flatMap((token) => dressLinks(token.children ?? []))
  for (const token of tokens) {
    const name = classes[token.type]
    if (name !== undefined) token.attrSet('class', name)
  }
  return { body: markdown.renderer.render(tokens, markdown.options, {}), headings, links }
}

/** Text as it may stand between tags. */
export function escapeMarkup(text: string): string {
  return markdown.utils.escapeHtml(text)
}

function dressHeadings(tokens: readonly Token[]): Heading[] {
  const taken = new Set<string>()
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return []
    const name = headingClasses[token.tag]
    if (name === undefined) {
      throw new RangeError('the title is the first-level heading; begin the others with ##')
    }
    const text = tokens[index + 1]?.content ?? ''
    const id = freeId(text, taken)
    token.attrSet('class', name)
    token.attrSet('id', id)
    return token.tag === 'h2' ? [{ id, text }] : []
  })
}

function freeId(text: string, taken: Set<string>): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  let id = plain
  for (let copy = 2; taken.has(id); copy += 1) id = `${plain}-${copy}`
  taken.add(id)
  return id
}

function dressLinks(tokens: readonly Token[]): string[] {
  refuseBrokenLinks(tokens)
  return tokens.flatMap((token, index) => {
    if (token.type !== 'link_open') return []
    const href = String(token.attrGet('href'))
    token.attrSet('class', 'govuk-link')
    // Where a person goes next must not learn where they came from.
    if (href.startsWith('https:')) token.attrSet('rel', 'noreferrer')
    // A number keeps its order on a page that reads from right to left.
    if (/^[\d ]+$/.test(tokens[index + 1]?.content ?? '')) token.attrSet('dir', 'ltr')
    return [href]
  })
}

function refuseBrokenLinks(tokens: readonly Token[]): void {
  const broken = tokens.find((token) => token.type === 'text' && /\]\(/.test(token.content))
  if (broken === undefined) return
  throw new RangeError(
    `links lead to https:, tel:, sms:, # or / and nowhere else: ${broken.content}`,
  )
}
