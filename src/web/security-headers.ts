export interface PagePolicy {
  /** CSP source expressions, such as `'self'` or `'sha256-…'`. */
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
  /** The policies through which scripts may turn text into markup or start a worker; without it, none is asked for. */
  readonly trustedTypes?: string
  /** Whether the door is reached by https. */
  readonly secure: boolean
}

/**
 * The headers of every answer. Made once per policy, because they are the same each time.
 *
 * `Request-OTR` asks browsers that know it to visit off the record; `no-store` keeps pages off the
 * disk; `no-referrer` keeps our address from wherever a person goes next.
 */
export function securityHeaders(policy: PagePolicy): Readonly<Record<string, string>> {
  return Object.freeze({
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy(policy),
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'request-otr': '1',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    ...(policy.secure
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
      : {}),
  })
}

function contentSecurityPolicy({ scripts, styles, trustedTypes }: PagePolicy): string {
  return [
    "default-src 'none'",
    `script-src ${sources(scripts)}`,
    `style-src ${sources(styles)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(trustedTypes === undefined
      ? []
      : ["require-trusted-types-for 'script'", `trusted-types ${trustedTypes}`]),
  ].join('; ')
}

function sources(expressions: readonly string[]): string {
  return expressions.length === 0 ? "'none'" : expressions.join(' ')
}
