/** The operator’s command. Commands are listed in the order of `--help`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { askSecret } from './ask-secret.ts'
import { columns } from './columns.ts'
import { type Call, type Command, UsageError } from './command.ts'
import { keysPassphraseCommand } from './keys-passphrase-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { noticeTestCommand } from './notice-test-command.ts'
import { officerAddCommand } from './officer-add-command.ts'
import { officerListCommand } from './officer-list-command.ts'
import { proofVerifyCommand } from './proof-verify-command.ts'
import { reportFilesCommand } from './report-files-command.ts'
import { reportListCommand } from './report-list-command.ts'
import { siteCheckCommand } from './site-check-command.ts'

const commands: readonly Command[] = [
  officerAddCommand,
  officerListCommand,
  reportListCommand,
  reportFilesCommand,
  proofVerifyCommand,
  keysPassphraseCommand,
  noticeTestCommand,
  siteCheckCommand,
  migrateCommand,
]

// Mistakes in what was typed or set: said in a line. Anything else is a fault, with its stack.
const expected = ['UsageError', 'ConfigurationError', 'ContentFault']

// As for the service: what a command makes is for this operating-system user alone.
process.umask(0o077)
try {
  await obey(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Error) || !expected.includes(error.name)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function obey(typed: readonly string[]): Promise<void> {
  const command = commands.find(
    ({ name }) => typed.slice(0, name.split(' ').length).join(' ') === name,
  )
  if (command !== undefined)
    return obeyCommand(command, typed.slice(command.name.split(' ').length))
  const [first = '--help'] = typed
  if (first !== '--help' && first !== '-h' && first !== 'help')
    throw new UsageError(`There is no command “${typed.join(' ')}”. See: bin/signpost --help`)
  say(help())
}

async function obeyCommand(command: Command, typed: readonly string[]): Promise<void> {
  const { values, positionals } = parse(command, typed)
  if (values['help'] === true) return say(helpOf(command))
  if (positionals.length !== command.words) throw new UsageError(helpOf(command))
  await command.run(callOf(values, positionals))
}

function parse(command: Command, args: readonly string[]) {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(`${error.message}\n\n${helpOf(command)}`)
  }
}

function callOf(values: Readonly<Record<string, unknown>>, words: readonly string[]): Call {
  return {
    environment: process.env,
    words,
    option: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
    path: (typed) => resolve(process.env['INIT_CWD'] ?? '', typed),
    say,
    askSecret,
  }
}

function help(): string {
  const rows = commands.map(({ name, summary }) => [`  ${name}`, summary])
  return `bin/signpost <command>

${columns(['Commands', ''], rows)}

bin/signpost <command> --help says more. Settings come from the environment: see docs/operators.md.`
}

function helpOf({ name, usage, summary, details }: Command): string {
  return [`bin/signpost ${name} ${usage}`.trimEnd(), '', `${summary}.`, details]
    .filter((line) => line !== undefined)
    .join('\n')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
