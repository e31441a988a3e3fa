import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { checkProof, proofKey } from '../mailbox/proof-of-report.ts'
import { parsePublicPem } from '../sealing/signature.ts'
import { type Call, type Command, UsageError } from './command.ts'

export const proofVerifyCommand: Command = {
  name: 'proof verify',
  usage: '<file> [--key <public key file>]',
  summary: 'Says if a proof of a report, as a reporter saved it, was signed by this service',
  details:
    'Without --key it takes the secret key of this service. With --key anybody can run it: the public\nkey lies at /.well-known/proof-of-report.pem of each site. docs/proof-of-report.md says more.',
  words: 1,
  options: { key: { type: 'string' } },
  async run(call) {
    const [file = ''] = call.words
    const checked = checkProof(read(call, file), publicKey(call))
    if (checked.outcome !== 'genuine') throw new UsageError(`${file} ${problems[checked.outcome]}`)
    call.say(`Genuine. What was signed:\n\n${checked.statement.trimEnd()}`)
  },
}

const problems = {
  unreadable: 'is no proof of a report.',
  forged: 'is not genuine: it was changed, or another service signed it.',
} as const

function publicKey(call: Call): KeyObject {
  const file = call.option('key')
  if (file === undefined)
    return createPublicKey(proofKey(readConfig(call.environment).secrets.secretKey))
  try {
    return parsePublicPem(read(call, file))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} is no public key.`)
  }
}

function read(call: Call, file: string): string {
  try {
    return readFileSync(call.path(file), 'utf8')
  } catch {
    throw new UsageError(`${file} cannot be read.`)
  }
}
