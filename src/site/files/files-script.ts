import files from '../../../content/en/words/files.json' with { type: 'json' }
import type { Assets } from '../../ui/assets.ts'
import type { Words } from '../../ui/words.ts'
import type { FilesKey, FilesWords } from './files-words.ts'

/** What a page brings so that its script can let a reporter add files. */
export interface FilesScript {
  /** The address to `import()` when files are wanted: it has `mountFiles`. */
  readonly script: string
  /** The address of the worker beside it. */
  readonly worker: string
  readonly words: FilesWords
}

/** @throws when the scripts were not built */
export function filesScript(assets: Assets, words: Words): FilesScript {
  const keys = Object.keys(files) as FilesKey[]
  const [script, worker] = ['files', 'files-worker'].map((name) => assets.scripts.get(name)?.path)
  if (script === undefined || worker === undefined) throw new Error('there are no files scripts')
  const said = Object.fromEntries(keys.map((key) => [key, words(key)])) as Record<FilesKey, string>
  return { script, worker, words: said }
}
