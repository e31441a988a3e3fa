/** A copy of the repository in which a test may break rules. */
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const repository = join(import.meta.dirname, '..')

/** Its path, for the caller to remove. */
export function copyOfTheRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'signpost-boundaries-'))
  for (const name of [
    'src',
    'test',
    'content',
    'package.json',
    'tsconfig.json',
    'tsconfig.client.json',
    'biome.json',
    '.dependency-cruiser.mjs',
    '.gitignore',
  ])
    cpSync(join(repository, name), join(copy, name), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** @param file its path below `src/` */
export function write(copy: string, file: string, text: string): void {
  const path = join(copy, 'src', file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
