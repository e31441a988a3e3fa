import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { isSecure, type SiteConfig } from '../sites.ts'
import { readCookie } from '../web/cookies.ts'
import { Fault } from '../web/fault.ts'
import { parseChoices } from './choices/choices.ts'
import { choicesCookie, preferencesCookie } from './choices/cookies.ts'
import { type Preferences, parsePreferences, standardPreferences } from './choices/preferences.ts'
import type { Content, ContentByLocale } from './content.ts'
import type { Visit } from './visit.ts'

/** The site that a host leads to; `*` takes every host that no other site names. */
function siteOfHost(sites: readonly SiteConfig[], host: string): SiteConfig | undefined {
  const name = nameOf(host)
  return (
    sites.find((site) => site.onion === `http://${name}`) ??
    sites.find((site) => site.hosts.includes(name)) ??
    sites.find((site) => site.hosts.includes('*'))
  )
}

/** Whether somebody comes through the onion address of a site: Tor locks the line, without https. */
function isOnion({ onion }: SiteConfig, host: string): boolean {
  return onion === `http://${nameOf(host)}`
}

/** What tells pages apart that were kept for everyone: requests that are answered alike have the same. */
export function keptFor(sites: readonly SiteConfig[], headers: IncomingHttpHeaders): string {
  const { host = '' } = headers
  const site = siteOfHost(sites, host)
  if (site === undefined) return ''
  return [site.id, isOnion(site, host), comesFromHere(headers)].join(' ')
}

/** `undefined`: their browser does not say. */
function comesFromHere(headers: IncomingHttpHeaders): boolean | undefined {
  const from = headers['sec-fetch-site']
  return from === undefined ? undefined : from === 'same-origin'
}

// A browser that does not say where it comes from is told so on the first page only.
function isArrival(headers: IncomingHttpHeaders, path: string): boolean {
  const fromHere = comesFromHere(headers)
  return fromHere === undefined ? path === '/' : !fromHere
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '')
}

/** `/cy/guides/signs` is `/guides/signs` in Welsh: the language comes off before routing. */
export function splitLanguage(
  url: string,
  contents: ContentByLocale,
): { readonly prefix: string; readonly rest: string } {
  const [, first = ''] = /^\/([A-Za-z-]{2,11})(?=[/?]|$)/.exec(url) ?? []
  if (!contents.has(first)) return { prefix: '', rest: url }
  const rest = url.slice(first.length + 1)
  return { prefix: `/${first}`, rest: rest.startsWith('/') ? rest : `/${rest}` }
}

/**
 * Works out who is asking.
 *
 * @throws Fault 421 when no site has this host
 */
export function resolveVisit(
  request: FastifyRequest,
  sites: readonly SiteConfig[],
  contents: ContentByLocale,
): Visit {
  const site = siteOfHost(sites, request.headers.host ?? '')
  if (site === undefined) throw new Fault(421, 'no site has this host')
  const { prefix, rest } = splitLanguage(request.originalUrl, contents)
  const onion = isOnion(site, request.headers.host ?? '')
  const secure = isSecure(site) && !onion
  const choices = parseChoices(readCookie(request, choicesCookie, secure))
  const preferences = preferencesOf(request, secure, choices?.preferences === true)
  const path = rest.split('?')[0] ?? '/'
  const content = contentFor(site, contents, prefix.slice(1) || preferences.language)
  return {
    site,
    locale: content.language.locale,
    content,
    words: content.words,
    path,
    isArrival: isArrival(request.headers, path),
    prefix,
    secure,
    onion,
    choices,
    preferences,
    globalPrivacyControl: request.headers['sec-gpc'] === '1',
    notice: noticeIn(rest, choices !== undefined),
  }
}

function preferencesOf(request: FastifyRequest, secure: boolean, allowed: boolean): Preferences {
  return allowed
    ? parsePreferences(readCookie(request, preferencesCookie, secure))
    : standardPreferences
}

function contentFor(
  site: SiteConfig,
  contents: ContentByLocale,
  wanted: string | undefined,
): Content {
  const spoken = site.languages.find((language) => language === wanted) ?? site.languages[0] ?? 'en'
  const content = contents.get(spoken)
  if (content === undefined) throw new Error(`there is no content in ${spoken}`)
  return content
}

// Whoever was just asked to keep a choice and comes back without it has a browser that keeps none.
function noticeIn(url: string, kept: boolean): Visit['notice'] {
  if (!url.includes('choices=saved')) return undefined
  return kept ? 'choices-saved' : 'choices-failed'
}
