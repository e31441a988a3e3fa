import { readConfig } from '../config.ts'
import { checkSites } from '../site/check-sites.ts'
import { loadContent } from '../site/content.ts'
import type { SiteConfig } from '../sites.ts'
import type { Command } from './command.ts'

export const siteCheckCommand: Command = {
  name: 'site check',
  usage: '',
  summary: 'Reads every setting, site and page as a start would, and says what is wrong',
  words: 0,
  options: {},
  async run({ environment, say }) {
    const { config } = readConfig(environment)
    const contents = loadContent(
      config.contentDir,
      config.sites.flatMap((site) => site.languages),
    )
    checkSites(config.sites, contents)
    for (const site of config.sites) say(described(site))
    for (const [locale, { guides, contactRoutes }] of contents)
      say(`${locale}: ${guides.length} guides, ${contactRoutes.length} ways to get help`)
    say('All settings, sites and pages are in order.')
  },
}

function described(site: SiteConfig): string {
  return [
    `${site.id}: ${site.name}`,
    `  address    ${site.origin} (hosts: ${site.hosts.join(', ')})`,
    `  languages  ${site.languages.join(', ')}`,
    `  numbers    ${site.numbers.join(', ')}`,
    `  desk       ${site.desk.id}, ${site.desk.name} (hosts: ${site.desk.hosts.join(', ')})`,
  ].join('\n')
}
