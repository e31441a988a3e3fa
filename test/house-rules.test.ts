/** The linter and the type checker refuse what the house does without, each seen to fire. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { copyOfTheRepository, write } from './seeded-copy.ts'

/** For each rule of the linter that keeps a habit of the house: its name, a file and what stands in it. */
const lintSeeds: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['suspicious/noExplicitAny', 'site/seed-any.ts', 'export const seed: any = 1'],
  ['suspicious/noConsole', 'site/seed-console.ts', 'console.log(1)'],
  ['style/noEnum', 'site/seed-enum.ts', 'export enum Seed {\n  One,\n}'],
  [
    'style/noNamespace',
    'site/seed-namespace.ts',
    'export namespace Seed {\n  export const one = 1\n}',
  ],
  ['style/noDefaultExport', 'site/seed-default.ts', 'export default 1'],
  ['style/noProcessEnv', 'site/seed-env.ts', "export const seed = process.env['SEED']"],
  [
    'style/noNonNullAssertion',
    'site/seed-bang.ts',
    'export const seed = (one?: string) => one!.length',
  ],
  [
    'style/noNestedTernary',
    'site/seed-ternary.ts',
    'export const seed = (n: number) => (n > 1 ? 1 : n > 0 ? 2 : 3)',
  ],
  [
    'style/noParameterAssign',
    'site/seed-assign.ts',
    'export function seed(n: number) {\n  n = 2\n  return n\n}',
  ],
  ['style/useFilenamingConvention', 'site/SeedName.ts', 'export const seed = 1'],
  [
    'style/useImportType',
    'site/seed-type.ts',
    "import { Config } from '../config.ts'\n\nexport type Seed = Config",
  ],
  [
    'style/useNodejsImportProtocol',
    'site/seed-protocol.ts',
    "import * as files from 'fs'\n\nexport const seed = files",
  ],
  [
    'style/noExcessiveLinesPerFile',
    'site/seed-long.ts',
    lines(201, (n) => `export const seed${n} = ${n}`),
  ],
  [
    'complexity/noExcessiveLinesPerFunction',
    'site/seed-long-function.ts',
    `export function seed(say: (n: number) => void) {\n${lines(41, (n) => `  say(${n})`)}\n}`,
  ],
  [
    'complexity/noExcessiveCognitiveComplexity',
    'site/seed-maze.ts',
    `export function seed(n: number) {\n${lines(11, (i) => `  if (n === ${i} && n > 0) return ${i}`)}\n  return n\n}`,
  ],
  [
    'complexity/useMaxParams',
    'site/seed-params.ts',
    'export const seed = (a: 1, b: 2, c: 3, d: 4, e: 5) => [a, b, c, d, e]',
  ],
  ['performance/noBarrelFile', 'site/seed-barrel.ts', "export { readConfig } from '../config.ts'"],
  [
    'nursery/noFloatingPromises',
    'site/seed-floating.ts',
    'const seed = async () => 1\nseed()\nexport const other = seed',
  ],
  [
    'nursery/noMisusedPromises',
    'site/seed-misused.ts',
    'const seed = async () => true\nexport const other = seed() ? 1 : 2',
  ],
]

test('the linter refuses each habit that the house does without', async (t) => {
  const copy = copyOfTheRepository()
  t.after(() => rmSync(copy, { recursive: true, force: true }))
  for (const [, file, text] of lintSeeds) write(copy, file, `${text}\n`)
  const found = lint(copy)
  for (const [rule, file] of lintSeeds)
    await t.test(`${rule} in ${file}`, () => {
      assert.deepEqual(found.get(`src/${file}`), new Set([`lint/${rule}`]))
    })
})

/** For each promise of the type checker: its error, a file and what stands in it. */
const typeSeeds: readonly (readonly [error: string, file: string, text: string])[] = [
  ['TS1294', 'site/seed-enum.ts', 'export enum Seed {\n  One,\n}'],
  [
    'TS2345',
    'site/seed-nobody.ts',
    "import { seal } from '../sealing/seal.ts'\n\nexport const seed = seal('x', [])",
  ],
  [
    'TS2322',
    'site/seed-plain.ts',
    "import { seal } from '../sealing/seal.ts'\n\nexport const seed = seal('x', ['age1pq1'])",
  ],
  ['TS2322', 'site/seed-index.ts', 'export const seed = (list: string[]): string => list[0]'],
  [
    'TS4111',
    'site/seed-property.ts',
    'export const seed = (list: Record<string, string>) => list.one',
  ],
  ['TS6133', 'site/seed-unused.ts', 'const seed = 1\nexport const other = 2'],
  ['TS7030', 'site/seed-return.ts', 'export function seed(n: number) {\n  if (n > 1) return 1\n}'],
  [
    'TS1484',
    'site/seed-type.ts',
    "import { Config } from '../config.ts'\n\nexport type Seed = Config",
  ],
  [
    'TS7029',
    'site/seed-switch.ts',
    'export function seed(n: number): number {\n  switch (n) {\n    case 1:\n      n += 1\n    case 2:\n      return n\n  }\n  return 0\n}',
  ],
]

/** The same for scripts of the browser. */
const browserTypeSeeds: typeof typeSeeds = [
  [
    'TS2591',
    'site/seed-node.client.ts',
    "import { readFileSync } from 'node:fs'\n\nexport const seed = readFileSync",
  ],
  ['TS2591', 'site/seed-process.client.ts', 'export const seed = process.pid'],
]

for (const [config, seeds] of [
  ['tsconfig.json', typeSeeds],
  ['tsconfig.client.json', browserTypeSeeds],
] as const)
  test(`the types of ${config} refuse what cannot be right`, async (t) => {
    const copy = copyOfTheRepository()
    t.after(() => rmSync(copy, { recursive: true, force: true }))
    for (const [, file, text] of seeds) write(copy, file, `${text}\n`)
    const found = typeErrors(
      copy,
      config,
      seeds.map(([, file]) => `src/${file}`),
    )
    for (const [error, file] of seeds)
      await t.test(`${error} in ${file}`, () => {
        assert.deepEqual(found.get(`src/${file}`), new Set([error]))
      })
  })

function lines(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => line(n)).join('\n')
}

/** The rules of the linter that each file breaks. */
function lint(copy: string): ReadonlyMap<string, ReadonlySet<string>> {
  const tool = join('node_modules', '@biomejs', 'biome', 'bin', 'biome')
  const printed = run(copy, [tool, 'lint', '--reporter=json', '--max-diagnostics=none', 'src/site'])
  const { diagnostics } = JSON.parse(printed) as {
    diagnostics: { category: string; location: { path: string } }[]
  }
  return group(diagnostics.map(({ category, location }) => [location.path, category]))
}

/** The errors of the type checker in each of the files. */
function typeErrors(
  copy: string,
  config: string,
  files: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const seeds = { extends: `./${config}`, include: [], exclude: [], files }
  writeFileSync(join(copy, 'tsconfig.seeds.json'), JSON.stringify(seeds))
  const printed = run(copy, [
    join('node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    'tsconfig.seeds.json',
  ])
  const found = printed.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm)
  return group([...found].map(([, file = '', error = '']) => [file, error]))
}

function run(copy: string, tool: readonly string[]): string {
  return spawnSync(process.execPath, tool, { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 28 })
    .stdout
}

function group(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>()
  for (const [key, value] of pairs) groups.set(key, (groups.get(key) ?? new Set()).add(value))
  return groups
}
