/** Lets a reporter add files to a report that is safe already. Without it they add them one by one, with a form. */
import { render } from 'lit-html'
import { tidyFileName } from '../../files/file-name.ts'
import { mostFiles } from '../../files/limits.ts'
import { type ChosenFile, isUnderWay, newChosenFile, partsFor } from './chosen-file.ts'
import { fileQueue, hearNews } from './file-queue.client.ts'
import { type FileWork, openFileWork } from './file-work.client.ts'
import type { FilesActs } from './files-acts.ts'
import { filesView } from './files-view.client.ts'
import { type FilesWords, type SayFiles, sayWith } from './files-words.ts'
import { lookAt } from './look-at.client.ts'
import type { UploadNews } from './upload-wish.ts'

export interface FilesOptions {
  /** Whose report: as it was derived from the receipt. */
  readonly mailboxName: string
  /** Of the report’s own identity, not of the desk. */
  readonly recipient: string
  readonly words: FilesWords
  /** Where files are posted: `/b/s/files`. */
  readonly post: string
  /** The address of the worker’s script, as `filesScript` says it. */
  readonly worker: string
  /** A file has been added whole. */
  readonly onAdded?: (() => void) | undefined
}

export interface MountedFiles {
  /** Whether leaving the page now would lose a file that is on its way. */
  readonly isUnderWay: () => boolean
}

/**
 * Draws into `element`, which should stand under a heading of the second level. Nothing is sent
 * before the reporter says so.
 */
export function mountFiles(element: HTMLElement, options: FilesOptions): MountedFiles {
  const say = sayWith(options.words)
  const files: ChosenFile[] = []
  let status = ''
  const draw = () => {
    const mayAdd = files.some(({ phase }) => phase === 'asking')
    const view = { chosen: files, status, mayAdd, isUnderWay: files.some(isUnderWay) }
    render(filesView(view, acts, say), element)
  }
  const tell = (sentence: string) => {
    status = sentence
    draw()
  }
  const focus = (id: string) => element.querySelector<HTMLElement>(`#${id}`)?.focus()
  const acts = actsOn(files, { options, say, draw, tell, focus })
  element.replaceChildren()
  draw()
  return { isUnderWay: () => files.some(isUnderWay) }
}

interface Around {
  readonly options: FilesOptions
  readonly say: SayFiles
  readonly draw: () => void
  readonly tell: (sentence: string) => void
  readonly focus: (id: string) => void
}

function actsOn(files: ChosenFile[], around: Around): FilesActs {
  const { options, say, draw, tell, focus } = around
  const { post, mailboxName, recipient } = options
  const work = lazyWork(options.worker, (news) => {
    hearNews(files, news)
    draw()
  })
  const tools = { work, to: { post, mailboxName, recipient } }
  const queue = fileQueue(files, tools, { say, draw, tell, onAdded: options.onAdded })
  let looking = Promise.resolve()
  let places = 0
  const look = async (one: ChosenFile) => {
    const isTooMany = files.indexOf(one) >= mostFiles
    await lookAt(one, work, { say, isTooMany })
    const count = files.filter(({ phase }) => phase === 'asking').length
    if (files.every(({ phase }) => phase !== 'looking')) tell(say('files.choose.chosen', { count }))
    else draw()
  }
  return {
    choose: ({ target }) => {
      for (const file of takeFrom(target as HTMLInputElement)) {
        places += 1
        const name = tidyFileName(file.name) || say('files.choose.no-name')
        const one = newChosenFile(file, places, name)
        files.push(one)
        looking = looking.then(() => look(one))
      }
      draw()
    },
    decide: (chosen, choice) => {
      chosen.choice = choice
      draw()
    },
    add: () => {
      makeReady(files)
      queue.tell()
      focus(files.length > 0 ? 'files-list' : 'files-choose')
      void queue.run()
    },
    cancel: (chosen) => {
      void queue.cancel(chosen)
      focus(`file-${chosen.place}`)
    },
    again: (chosen) => {
      chosen.phase = 'waiting'
      draw()
      focus(`file-${chosen.place}`)
      void queue.run()
    },
  }
}

/** What was chosen just now. The field is emptied, so that the same file can be chosen again. */
function takeFrom(input: HTMLInputElement): readonly File[] {
  const taken = Array.from(input.files ?? [])
  input.value = ''
  return taken
}

/** Takes what was decided: what is not to be added leaves the list, the rest waits for its turn. */
function makeReady(files: ChosenFile[]): void {
  const asked = files.filter(({ phase }) => phase === 'asking')
  for (const one of asked.filter(({ choice }) => choice !== 'none')) {
    one.parts = partsFor(one)
    one.phase = 'waiting'
  }
  const kept = files.filter(({ phase }) => phase !== 'asking')
  files.splice(0, files.length, ...kept)
}

/** The worker is started with the first file. */
function lazyWork(path: string, onNews: (news: UploadNews) => void): FileWork {
  let opened: Promise<FileWork> | undefined
  const work: unknown = async (deed: never, ...args: never) => {
    opened ??= openFileWork(path, onNews)
    return (await opened)(deed, ...args)
  }
  return work as FileWork
}
