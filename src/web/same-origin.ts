import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request that changes something comes from a page of ours. Browsers say so in
 * `Sec-Fetch-Site` wherever the connection is trustworthy; older ones and plain http only send
 * `Origin`, which is `null` under our own referrer policy.
 *
 * @param lenient whether a request without either header passes: at the site, where nobody is signed
 * in and cookies are SameSite=Strict, turning an old browser away would do more harm
 */
export function isSameOrigin(headers: IncomingHttpHeaders, lenient: boolean): boolean {
  const fetchSite = headers['sec-fetch-site']
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none'
  const origin = headers.origin
  if (origin === undefined || origin === 'null') return lenient
  return URL.canParse(origin) && new URL(origin).host === headers.host
}
