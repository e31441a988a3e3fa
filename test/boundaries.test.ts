/** The rules of the house refuse: a file that breaks a rule is put among the others, and the rule fires. */
import assert from 'node:assert/strict'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type BrokenRule, cruiseImports } from '../bin/import-rules.ts'
import { copyOfTheRepository, write } from './seeded-copy.ts'

/** For each import rule: a file, and an import that must not stand in it. `seed` files are bare. */
const forbiddenImports: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['no-cycles', 'advice/seed-circle.ts', './seed-other-half.ts'],
  ['every-import-resolves', 'advice/seed-lost.ts', './seed-nowhere.ts'],
  ['site-never-meets-desk', 'site/seed-desk.ts', '../desk/seed-page.ts'],
  ['site-never-meets-desk', 'site/seed-officer.ts', '../officers/seed.ts'],
  ['desk-never-meets-site', 'desk/seed-site.ts', '../site/seed-page.ts'],
  ['desk-shows-no-guides', 'desk/seed-guide.ts', '../advice/seed.ts'],
  ['nothing-imports-start', 'site/seed-start.ts', '../start.ts'],
  ['nothing-imports-start', 'cli/seed-start.ts', '../start.ts'],
  ['nothing-imports-the-composition', 'site/seed-cli.ts', '../cli/seed.ts'],
  ['nothing-imports-the-composition', 'reports/seed-build.ts', '../build-assets.ts'],
  ['nothing-imports-the-composition', 'desk/seed-stores.ts', '../stores.ts'],
  ['rooms-know-no-http', 'reports/seed-fastify.ts', 'fastify'],
  ['rooms-know-no-http', 'database/seed-fastify.ts', 'fastify'],
  ['rooms-know-no-http', 'advice/seed-http.ts', 'node:http'],
  ['only-stores-write-sql', 'desk/seed-sql.ts', 'kysely'],
  ['only-stores-write-sql', 'cli/seed-sql.ts', 'better-sqlite3'],
  ['client-scripts-stay-in-the-browser', 'desk/seed-node.client.ts', 'node:fs'],
  ['client-scripts-stay-in-the-browser', 'site/seed-far.client.ts', './seed-near.ts'],
  ['no-development-tools-in-production', 'site/seed-tool.ts', 'parse5'],
  ['no-tests-in-production', 'site/seed-test.ts', '../../test/contract.ts'],
  ...each(['site', 'desk'], (door) => [
    ['only-stores-touch-the-database', `${door}/seed-database.ts`, '../database/seed.ts'],
    ['only-sealing-touches-age', `${door}/seed-age.ts`, 'age-encryption'],
    ['only-sealing-touches-age', `${door}/seed-noble.ts`, '@noble/hashes/sha2.js'],
    ['client-scripts-reach-no-server', `${door}/seed-database.client.ts`, './seed-way.ts'],
    ['client-scripts-reach-no-server', `${door}/seed-config.client.ts`, '../environment.ts'],
  ]),
  ...each(['advice', 'directory', 'reports', 'feedback', 'figures', 'officers'], (room) => [
    ['rooms-know-no-door', `${room}/seed-site.ts`, '../site/seed-page.ts'],
    ['rooms-know-no-door', `${room}/seed-desk.ts`, '../desk/seed-page.ts'],
    ['rooms-know-no-page', `${room}/seed-web.ts`, '../web/seed.ts'],
    ['rooms-know-no-page', `${room}/seed-ui.ts`, '../ui/seed.ts'],
    ['rooms-see-settings-as-types', `${room}/seed-config.ts`, '../config.ts'],
    ['rooms-see-settings-as-types', `${room}/seed-secrets.ts`, '../secrets.ts'],
    ['only-stores-touch-the-database', `${room}/seed-database.ts`, '../database/seed.ts'],
    ['only-stores-write-sql', `${room}/seed-sql.ts`, 'kysely'],
    ['a-model-knows-no-store', `${room}/seed-model.ts`, './seed-store.ts'],
    ['only-sealing-touches-age', `${room}/seed-age.ts`, 'age-encryption'],
  ]),
  ['a-store-serves-its-own-room', 'reports/seed-borrow.ts', '../officers/seed-store.ts'],
  ['a-store-serves-its-own-room', 'reports/seed-lend-store.ts', '../feedback/seed-store.ts'],
  ...each(['sealing', 'database', 'web', 'ui'], (foundation) => [
    ['foundations-stand-apart', `${foundation}/seed-room.ts`, '../reports/seed.ts'],
    ['foundations-stand-apart', `${foundation}/seed-door.ts`, '../site/seed-page.ts'],
    ['foundations-stand-apart', `${foundation}/seed-config.ts`, '../config.ts'],
  ]),
  ['foundations-stand-apart', 'sealing/seed-neighbour.ts', '../web/seed.ts'],
  ['foundations-stand-apart', 'database/seed-neighbour.ts', '../sealing/seed.ts'],
  ['foundations-stand-apart', 'web/seed-neighbour.ts', '../ui/seed.ts'],
  ['foundations-stand-apart', 'ui/seed-neighbour.ts', '../database/seed.ts'],
]

/** Imports of the same shapes that are allowed: a rule that refuses everything would prove nothing. */
const allowedImports: readonly (readonly [file: string, imports: string])[] = [
  ['site/seed-fine.ts', '../reports/seed.ts'],
  ['desk/seed-fine.ts', '../officers/seed-store.ts'],
  ['reports/seed-fine-store.ts', '../database/seed.ts'],
  ['reports/submit-seed.ts', './seed-store.ts'],
  ['reports/seed-fine.ts', '../sealing/seed.ts'],
  ['site/seed-fine.client.ts', '../sealing/seed.ts'],
  ['site/seed-drawing.client.ts', './seed-page.ts'],
  ['desk/seed-fine.client.ts', '../reports/seed.ts'],
  ['cli/seed-fine.ts', '../database/seed.ts'],
]

/** What the imports above meet: files that import nothing themselves. */
const bare = [
  'site/seed-page.ts',
  'desk/seed-page.ts',
  'cli/seed.ts',
  ...['advice', 'directory', 'reports', 'feedback', 'figures', 'officers'].flatMap((room) => [
    `${room}/seed.ts`,
    `${room}/seed-store.ts`,
  ]),
  ...['sealing', 'database', 'web', 'ui'].map((foundation) => `${foundation}/seed.ts`),
]

describe('The import rules', () => {
  let seeded: readonly BrokenRule[] = []
  let modules = 0
  let rules: readonly string[] = []
  const copy = copyOfTheRepository()
  before(() => {
    for (const file of bare) write(copy, file, 'export const seed = 1\n')
    if (!existsSync(join(copy, 'src/start.ts'))) write(copy, 'start.ts', 'export const seed = 1\n')
    write(copy, 'advice/seed-other-half.ts', importing('./seed-circle.ts'))
    for (const door of ['site', 'desk'])
      write(copy, `${door}/seed-way.ts`, importing('./seed-page.ts', '../web/seed.ts'))
    write(copy, 'site/seed-near.ts', importing('node:crypto'))
    for (const [, file, imports] of forbiddenImports) write(copy, file, importing(imports))
    for (const [file, imports] of allowedImports) write(copy, file, importing(imports))
    ;({ modules, rules, broken: seeded } = cruiseImports(copy))
  })
  after(() => rmSync(copy, { recursive: true, force: true }))

  test('each is broken by a seed', () => {
    assert.deepEqual([...new Set(forbiddenImports.map(([rule]) => rule))].sort(), [...rules].sort())
  })

  for (const [rule, file, imports] of forbiddenImports)
    test(`${rule} refuses ${file} to import ${imports}`, () => {
      assert.deepEqual(rulesBrokenBy(seeded, file), [rule])
    })

  for (const [file, imports] of allowedImports)
    test(`${file} may import ${imports}`, () => {
      assert.deepEqual(rulesBrokenBy(seeded, file), [])
    })

  test('the tree as it is keeps them all, and all of it was looked at', () => {
    assert.ok(modules > 100, `only ${modules} modules were seen`)
    assert.deepEqual(
      seeded.filter(({ from }) => !/\/(seed|submit-seed)[a-z-]*\./.test(from)),
      [],
    )
  })
})

function each(
  names: readonly string[],
  seeds: (name: string) => readonly (readonly [string, string, string])[],
): readonly (readonly [string, string, string])[] {
  return names.flatMap(seeds)
}

function importing(...paths: readonly string[]): string {
  const lines = paths.map((path, index) => `import * as seed${index} from '${path}'`)
  const uses = paths.map((_, index) => `seed${index}`).join(', ')
  return `${lines.join('\n')}\n\nexport const uses = [${uses}]\n`
}

function rulesBrokenBy(broken: readonly BrokenRule[], file: string): readonly string[] {
  const names = broken.filter(({ from }) => from === `src/${file}`).map(({ rule }) => rule)
  return [...new Set(names)]
}
