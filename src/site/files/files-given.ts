import type { FilesWords } from './files-words.ts'

/** What a page brings so that its script can let a reporter add files. */
export interface FilesScript {
  /** The address to `import()` when files are wanted: it has `mountFiles`. */
  readonly script: string
  /** The address of the worker beside it. */
  readonly worker: string
  readonly words: FilesWords
}
