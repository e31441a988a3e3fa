import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { passphraseKeys, type Stretch } from '../sealing/passphrase.ts'
import { type Command, UsageError } from './command.ts'

const stretchFile = v.object({ salt: v.string(), memory: v.number(), passes: v.number() })

export const keysPassphraseCommand: Command = {
  name: 'keys passphrase',
  usage: '<stretch.json>',
  summary: 'Asks for an officer’s passphrase and prints the age identity that it gives',
  details: `It needs no database and no network, so it runs on a machine that has neither.
Whoever has what it prints can open what that officer can open: keep it no longer than needed.`,
  words: 1,
  options: {},
  async run({ words, path, say, askSecret }) {
    const stretch = readStretch(path(words[0] ?? ''))
    const { identity } = await passphraseKeys(await askSecret('Passphrase: '), stretch)
    say(identity)
  },
}

function readStretch(path: string): Stretch {
  try {
    return v.parse(stretchFile, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new UsageError(`${path} is not a stretch.json as “report files” writes it.`)
  }
}
