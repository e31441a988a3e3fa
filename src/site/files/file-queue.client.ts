/** Adds chosen files one after the other, so that memory and the line carry one at a time. */
import { mostFiles } from '../../files/limits.ts'
import { type AddOutcome, type AddTools, addFile, takeBack } from './add-file.client.ts'
import type { ChosenFile } from './chosen-file.ts'
import type { FilesKey, SayFiles } from './files-words.ts'
import type { UploadNews } from './upload-wish.ts'

export interface FileQueue {
  /** Says how far it has come. */
  readonly tell: () => void
  /** Adds whatever is waiting, unless that is going on already. */
  readonly run: () => Promise<void>
  readonly cancel: (chosen: ChosenFile) => Promise<void>
}

export interface QueueEvents {
  readonly say: SayFiles
  /** Something changed that is seen. */
  readonly draw: () => void
  /** Something changed that should be heard, too. */
  readonly tell: (sentence: string) => void
  readonly onAdded?: (() => void) | undefined
}

export function fileQueue(
  files: readonly ChosenFile[],
  tools: AddTools,
  events: QueueEvents,
): FileQueue {
  let isRunning = false
  const addOne = async (chosen: ChosenFile) => {
    chosen.phase = 'preparing'
    events.draw()
    const outcome = await addFile(chosen, tools)
    if (isCancelled(chosen)) return
    settle(chosen, outcome, events.say)
    if (outcome.outcome === 'unreadable') await takeBack(chosen, tools.work)
    if (outcome.outcome === 'added') events.onAdded?.()
    events.tell(news(chosen, files, events.say))
  }
  const run = async () => {
    if (isRunning) return
    isRunning = true
    for (;;) {
      const next = files.find(({ phase }) => phase === 'waiting')
      if (next === undefined) break
      await addOne(next)
    }
    isRunning = false
  }
  const cancel = async (chosen: ChosenFile) => {
    chosen.phase = 'cancelled'
    chosen.problem = events.say('files.upload.cancelled')
    events.draw()
    if (await takeBack(chosen, tools.work)) return
    chosen.problem = events.say('files.upload.not-taken-back')
    events.draw()
  }
  const tell = () => events.tell(progress(files, events.say))
  return { tell, run, cancel }
}

/** Takes down how far an upload has come. */
export function hearNews(files: readonly ChosenFile[], { upload, ...news }: UploadNews): void {
  for (const chosen of files) {
    const part = chosen.parts.find((one) => one.upload === upload)
    if (part === undefined || isCancelled(chosen)) continue
    Object.assign(part, { size: news.size, stored: news.stored })
    chosen.phase = news.isSeeking ? 'seeking' : 'sending'
  }
}

function isCancelled({ phase }: ChosenFile): boolean {
  return phase === 'cancelled'
}

/** What a reporter sees of an outcome. */
function settle(chosen: ChosenFile, outcome: AddOutcome, say: SayFiles): void {
  if (outcome.outcome === 'added') {
    chosen.phase = 'added'
    return
  }
  if (outcome.outcome === 'no-copy') {
    chosen.phase = 'asking'
    chosen.problem = say(`files.told.${outcome.why}`)
    // Whoever wanted only the copy has not agreed to the original.
    chosen.choice = chosen.choice === 'both' ? 'original' : 'none'
    chosen.parts = []
    return
  }
  const mayHelp = outcome.outcome === 'stopped' || outcome.outcome === 'no-room'
  chosen.phase = mayHelp ? 'stopped' : 'refused'
  chosen.problem = say(problemOf(outcome), { count: mostFiles })
}

function problemOf(outcome: AddOutcome): FilesKey {
  if (outcome.outcome === 'stopped') return 'files.upload.stopped'
  if (outcome.outcome === 'no-room') return 'files.upload.no-room'
  if (outcome.outcome === 'unreadable') return 'files.choose.unreadable'
  const problem = outcome.outcome === 'refused' ? outcome.problem : ''
  return refusals[problem] ?? 'files.upload.refused'
}

const refusals: Readonly<Record<string, FilesKey>> = {
  'too-many': 'files.choose.too-many',
  'too-much': 'files.result.too-much',
  'too-large': 'files.choose.too-large',
  unknown: 'files.upload.unknown',
}

function news(chosen: ChosenFile, files: readonly ChosenFile[], say: SayFiles): string {
  const chosenName = `\u2068${chosen.name}\u2069`
  if (chosen.phase !== 'added') return say('files.upload.problem', { name: chosenName })
  return progress(files, say)
}

function progress(files: readonly ChosenFile[], say: SayFiles): string {
  const added = files.filter(({ phase }) => phase === 'added').length
  const all = files.filter(
    ({ phase }) => !['refused', 'cancelled', 'asking'].includes(phase),
  ).length
  return say(added === all ? 'files.upload.all-added' : 'files.upload.some-added', { added, all })
}
