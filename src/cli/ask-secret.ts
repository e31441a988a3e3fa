import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** A line from the keyboard that the screen does not show, or else the first line of what is piped in. */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process
  if (!stdin.isTTY) return firstLine(await text(stdin))
  stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true })
  lines.once('SIGINT', () => {
    stderr.write('\n')
    process.exit(130)
  })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    stderr.write('\n')
  }
}

function firstLine(typed: string): string {
  return typed.split(/\r?\n/)[0] ?? ''
}
