import type { SiteConfig } from '../../sites.ts'

const day = 24 * 60 * 60 * 1_000

/**
 * Whom to tell about a weakness, as RFC 9116 has it. It expires 360 days after the start: a service
 * that nobody has restarted for a year is not one that somebody looks after.
 */
export function securityContact(
  { contact, origin, languages }: Pick<SiteConfig, 'contact' | 'origin' | 'languages'>,
  path: string,
  startedAt: Date,
): string {
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${new Date(startedAt.getTime() + 360 * day).toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}${path}`,
    '',
  ].join('\n')
}
