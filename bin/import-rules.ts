/** Holds every import of `src/` to the rules in `.dependency-cruiser.mjs`. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export interface BrokenRule {
  readonly rule: string
  readonly from: string
  readonly to: string
}

interface Cruise {
  readonly modules: number
  /** The names of all rules, kept or not. */
  readonly rules: readonly string[]
  readonly broken: readonly BrokenRule[]
}

/** What the tool prints, as far as it is read here. */
interface Printed {
  readonly summary: {
    readonly totalCruised: number
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] }
    readonly violations: readonly {
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }[]
  }
}

/** Seeing fewer modules means that nothing was looked at, which the tool calls a success. */
const fewest = 20

/**
 * @param root the folder that holds `src/`, the rules and `node_modules/`
 * @throws when the tool itself fails, with what it said
 */
export function cruiseImports(root: string): Cruise {
  const tool = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [tool, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${stdout}${stderr}`)
  const { summary } = JSON.parse(stdout) as Printed
  return {
    modules: summary.totalCruised,
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
    broken: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}

if (import.meta.main) {
  const { modules, broken } = cruiseImports('.')
  const lines = broken.map(({ rule, from, to }) => `${rule}: ${from} imports ${to}`)
  if (modules < fewest)
    lines.push(`Only ${modules} modules were seen: the tool is not set up right.`)
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  process.exitCode = lines.length > 0 ? 1 : 0
}
