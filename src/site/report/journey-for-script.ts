import common from '../../../content/en/words/common.json' with { type: 'json' }
import mailbox from '../../../content/en/words/mailbox.json' with { type: 'json' }
import report from '../../../content/en/words/report.json' with { type: 'json' }
import saving from '../../../content/en/words/saving.json' with { type: 'json' }
import telling from '../../../content/en/words/telling.json' with { type: 'json' }
import { supportingOrganizations } from '../../directory/directory.ts'
import type { Service } from '../../directory/service.ts'
import type { DeskKey } from '../../reports/desk-key.ts'
import { getJourney } from '../../reports/journeys.ts'
import type { Supporting } from '../../reports/organizations-that-fit.ts'
import { referenceWords } from '../../reports/reference-words.ts'
import type { Assets } from '../../ui/assets.ts'
import type { WordKey } from '../../ui/words.ts'
import { scriptPath } from '../script-path.ts'
import type { Visit } from '../visit.ts'
import type { ScriptJourney } from './script-journey.ts'
import { supportEntry } from './support-entry.ts'

const keys = [
  ...Object.keys({ ...common, ...report, ...saving, ...telling }),
  ...Object.keys(mailbox).filter((key) => /^mailbox\.(receipt|come)\./.test(key)),
  'errors.summary',
  'mailbox.next.files',
] as readonly WordKey[]

/** All that the journey needs, in one answer: nothing else is asked for until “Send”. */
export function journeyForScript(visit: Visit, key: DeskKey, assets: Assets): ScriptJourney {
  const { site, words, content, locale } = visit
  return {
    site: { id: site.id, controller: site.controller },
    journey: getJourney(site.topic),
    language: locale,
    reviewed: content.reviewed,
    words: Object.fromEntries(keys.map((one) => [one, words(one)])),
    emergency: content.emergency.toString(),
    organizations: supportingOrganizations(content.directory).map((organization) => ({
      services: organization.services.map(asMuchAsChoosingNeeds),
      entry: supportEntry(organization, words, locale).toString(),
    })),
    referenceWords,
    key,
    scripts: {
      receiptCode: scriptPath(assets, 'receipt-code'),
      saving: scriptPath(assets, 'saving'),
    },
  }
}

function asMuchAsChoosingNeeds(service: Service): Supporting['services'][number] {
  const { phones, interpretation_services, languages, attributes } = service
  return {
    phones: phones.map(() => 0),
    interpretation_services: interpretation_services && 'yes',
    languages: languages.map(({ code }) => ({ code })),
    attributes: attributes.map(({ taxonomy_term: { code } }) => ({ taxonomy_term: { code } })),
  }
}
