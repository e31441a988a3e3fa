import files from '../../../content/en/words/files.json' with { type: 'json' }
import type { Assets } from '../../ui/assets.ts'
import type { Words } from '../../ui/words.ts'
import type { FilesScript } from './files-given.ts'
import type { FilesKey } from './files-words.ts'

/** @throws when the scripts were not built */
export function filesScript(assets: Assets, words: Words): FilesScript {
  const keys = Object.keys(files) as FilesKey[]
  const [script, worker] = ['files', 'files-worker'].map((name) => assets.scripts.get(name)?.path)
  if (script === undefined || worker === undefined) throw new Error('there are no files scripts')
  const said = Object.fromEntries(keys.map((key) => [key, words(key)])) as Record<FilesKey, string>
  return { script, worker, words: said }
}
