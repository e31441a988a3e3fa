/** A way to reach help. The facts are in `content/routes.yaml`, the sentences there once a language. */
import { join } from 'node:path'
import * as v from 'valibot'
import { ContentFault, checkContent, parseContent, readContent } from './content-file.ts'
import { isTelephone, messageHref, telephoneHref } from './telephone.ts'

/** `emergency`: danger now. `urgent`: talk to someone. `any`: in one's own time. */
export type Urgency = 'emergency' | 'urgent' | 'any'

export type ContactNumber = Readonly<{ number: string; href: string }>

export type ContactRoute = Readonly<{
  id: string
  urgency: Urgency
  /** What to tap. Several numbers are alternatives; none means that `link` is the way. */
  numbers: readonly ContactNumber[]
  /** A page of ours ("/report") or the service's own ("https://…"). */
  link?: Readonly<{ href: string; text: string }> | undefined
  /** The language of the sentences: English when they have not been translated yet. */
  locale: string
  name: string
  when: string
  hours: string
  cost: string
  languages: string
  privacy: string
  answeredBy: string
  steps: readonly string[]
  notes: readonly string[]
}>

const sentence = v.pipe(v.string('must be a sentence'), v.nonEmpty('must say something'))

const routeWords = v.strictObject({
  name: sentence,
  when: sentence,
  hours: sentence,
  cost: sentence,
  languages: sentence,
  privacy: sentence,
  answeredBy: sentence,
  linkText: v.optional(sentence),
  steps: v.optional(v.array(sentence), []),
  notes: v.optional(v.array(sentence), []),
})

const routeEntry = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'must be small letters, digits and hyphens')),
  urgency: v.picklist(['emergency', 'urgent', 'any'], 'must be emergency, urgent or any'),
  call: v.optional(telephoneList(), []),
  message: v.optional(telephoneList(), []),
  href: v.optional(
    v.pipe(v.string(), v.regex(/^(?:https:\/\/|\/(?!\/))/, 'must begin with https:// or /')),
  ),
  words: v.intersect([
    v.object({ en: routeWords }),
    v.record(v.string(), routeWords, 'must hold the sentences by language, such as en'),
  ]),
})

type RouteEntry = v.InferOutput<typeof routeEntry>

/**
 * Every way to reach help, in the order of the file. What a language lacks is said in English.
 *
 * @throws ContentFault naming the file, the field and how to mend it
 */
export function loadContactRoutes(contentDir: string, locale: string): readonly ContactRoute[] {
  const file = join(contentDir, 'routes.yaml')
  const entries = checkContent(
    file,
    v.array(routeEntry, 'must be a list of routes'),
    parseContent(file, readContent(file)),
  )
  const routes = entries.map((entry) => routeIn(entry, locale))
  checkRoutes(file, routes)
  return routes
}

export function findContactRoute(
  routes: readonly ContactRoute[],
  id: string,
): ContactRoute | undefined {
  return routes.find((route) => route.id === id)
}

export function contactRoutesFor(
  routes: readonly ContactRoute[],
  urgency: Urgency,
): readonly ContactRoute[] {
  return routes.filter((route) => route.urgency === urgency)
}

function routeIn(entry: RouteEntry, wanted: string): ContactRoute {
  const byLocale: Readonly<Record<string, v.InferOutput<typeof routeWords>>> = entry.words
  const found = byLocale[wanted]
  const { linkText, ...words } = found ?? entry.words.en
  return {
    id: entry.id,
    urgency: entry.urgency,
    numbers: [
      ...entry.call.map((number) => ({ number, href: telephoneHref(number) })),
      ...entry.message.map((number) => ({ number, href: messageHref(number) })),
    ],
    link: entry.href === undefined ? undefined : { href: entry.href, text: linkText ?? entry.href },
    locale: found === undefined ? 'en' : wanted,
    ...words,
  }
}

function checkRoutes(file: string, routes: readonly ContactRoute[]): void {
  const ids = new Set<string>()
  for (const { id, numbers, link } of routes) {
    if (ids.has(id)) throw new ContentFault(file, id, 'two routes have this id; rename one')
    ids.add(id)
    if (numbers.length === 0 && link === undefined) {
      throw new ContentFault(file, id, 'nobody can follow it; add call, message or href')
    }
  }
}

function telephoneList() {
  return v.array(
    v.pipe(
      v.string('must be a number in quotes, such as "101"'),
      v.check(isTelephone, 'must be a British number, such as "08000 121 700"'),
    ),
    'must be a list of numbers, such as ["101"]',
  )
}
