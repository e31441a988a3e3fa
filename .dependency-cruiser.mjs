// Who may import whom; docs/architecture.md says why. test/boundaries.test.ts sees each rule refuse.

import { builtinModules } from 'node:module'

const doors = 'site|desk'
const rooms = 'advice|directory|reports|files|mailbox|intake|feedback|figures|officers'
const foundations = 'sealing|database|web|ui'
const settings = '^src/(config|environment|sites|secrets|configuration-error)\\.ts$'
// The service put together: what start.ts and the operator's command are made of.
const composition =
  '^src/((start|start-error|start-notices|uncaught|context|stores|welcome|build-assets|lean-sealing)\\.ts$|cli/)'
const stores = '-store\\.ts$'
// What an officer or a reporter does, one file each, joins a model and a store.
const deeds =
  '/(submit|send|seal|read|open|assign|move|close|reopen|enrol|invite|sign|change|expire|count|take|store|clean|visit|withdraw|save|resume|notify|add|admit|prove)-[a-z-]+\\.ts$'
const tests = '\\.test\\.ts$|-tests?/|^test/'
const inside = (names) => `^src/(${names})/`
const npm = (names) => `(^|/)node_modules/(${names})`
const rule = (name, from, to) => ({ name, severity: 'error', from, to })

export default {
  forbidden: [
    rule('no-cycles', { pathNot: tests }, { circular: true }),
    rule('every-import-resolves', {}, { couldNotResolve: true }),
    rule('site-never-meets-desk', { path: inside('site') }, { path: inside('desk|officers') }),
    rule('desk-never-meets-site', { path: inside('desk') }, { path: inside('site') }),
    rule('desk-shows-no-guides', { path: inside('desk') }, { path: inside('advice') }),
    rule('nothing-imports-start', {}, { path: '^src/start\\.ts$' }),
    rule(
      'nothing-imports-the-composition',
      { pathNot: [composition, tests] },
      { path: composition, pathNot: '^src/start\\.ts$' },
    ),
    rule('rooms-know-no-door', { path: inside(rooms) }, { path: inside(doors) }),
    rule(
      'rooms-know-no-http',
      { path: inside(`${rooms}|sealing|database`) },
      { path: [npm('@?fastify|govuk-frontend|lit-html'), '^(node:)?https?2?$'] },
    ),
    rule('rooms-know-no-page', { path: inside(rooms), pathNot: tests }, { path: inside('web|ui') }),
    rule(
      'rooms-see-settings-as-types',
      { path: inside(rooms), pathNot: tests },
      { path: settings, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'foundations-stand-apart',
      { path: inside(foundations), pathNot: tests },
      { path: '^src/', pathNot: '^src/$1/' },
    ),
    rule(
      'only-stores-touch-the-database',
      {
        path: '^src/',
        pathNot: [inside('database'), composition, stores, tests, inside('sealing|web|ui')],
      },
      { path: inside('database') },
    ),
    rule(
      'only-stores-write-sql',
      { path: '^src/', pathNot: [inside('database'), stores, tests] },
      { path: npm('kysely|pg|better-sqlite3') },
    ),
    rule(
      'a-model-knows-no-store',
      { path: inside(rooms), pathNot: [stores, deeds, tests] },
      { path: `^src/$1/.*${stores}` },
    ),
    rule(
      'a-store-serves-its-own-room',
      { path: inside(rooms), pathNot: tests },
      { path: `${inside(rooms)}.*${stores}`, pathNot: '^src/$1/' },
    ),
    rule(
      'only-sealing-touches-age',
      { path: '^src/', pathNot: [inside('sealing'), tests] },
      { path: npm('age-encryption|@noble|@scure|hash-wasm') },
    ),
    rule(
      'client-scripts-stay-in-the-browser',
      { path: '\\.client\\.ts$' },
      { path: `^(node:)?(${builtinModules.join('|')})$`, reachable: true },
    ),
    rule(
      'client-scripts-reach-no-server',
      { path: '\\.client\\.ts$' },
      {
        // Pages are pure: what the server draws, a script may draw too. What a page must not bring
        // along is named here, however far behind it stands.
        path: [
          inside('database|web'),
          settings,
          '-(store|routes|form)\\.ts$',
          npm('@?fastify|kysely|pg|better-sqlite3'),
        ],
        reachable: true,
      },
    ),
    rule(
      'no-development-tools-in-production',
      { path: '^src/', pathNot: tests },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule('no-tests-in-production', { path: '^src/', pathNot: tests }, { path: tests }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
