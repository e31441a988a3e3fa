import type { ParseArgsOptionsConfig } from 'node:util'
import type { Environment } from '../environment.ts'

/** One thing that the operator can ask for. */
export interface Command {
  /** As it is typed: `officer add`. */
  readonly name: string
  /** What is typed after the name. */
  readonly usage: string
  /** One line for the list of commands. */
  readonly summary: string
  /** More for its own `--help`, in whole lines. */
  readonly details?: string
  /** How many words it takes besides options. */
  readonly words: number
  readonly options: ParseArgsOptionsConfig
  /** @throws UsageError when what was typed cannot be right, ConfigurationError, ContentFault */
  run(call: Call): Promise<void>
}

export interface Call {
  readonly environment: Environment
  readonly words: readonly string[]
  /** Options that take a value. */
  readonly option: (name: string) => string | undefined
  /** Options that take none. */
  readonly flag: (name: string) => boolean
  /** A path as it was typed, from the folder where it was typed. */
  readonly path: (typed: string) => string
  readonly say: (line: string) => void
  /** Asks for a line that nobody should read over a shoulder. */
  readonly askSecret: (question: string) => Promise<string>
}

/** What was asked cannot be done, and the message says why: no fault of the program. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
