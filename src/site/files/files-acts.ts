import type { Choice, ChosenFile } from './chosen-file.ts'

/** What a reporter can do with files. */
export interface FilesActs {
  readonly choose: (event: Event) => void
  readonly decide: (chosen: ChosenFile, choice: Choice) => void
  readonly add: () => void
  readonly cancel: (chosen: ChosenFile) => void
  readonly again: (chosen: ChosenFile) => void
}
