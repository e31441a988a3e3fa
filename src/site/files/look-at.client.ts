/** Looks into files as they are chosen, one after the other. Nothing is sent. */
import { largestFile, mostFiles } from '../../files/limits.ts'
import { type ChosenFile, choicesOf } from './chosen-file.ts'
import type { FileWork } from './file-work.client.ts'
import type { SayFiles } from './files-words.ts'

export async function lookAt(
  chosen: ChosenFile,
  work: FileWork,
  { say, isTooMany }: { readonly say: SayFiles; readonly isTooMany: boolean },
): Promise<void> {
  if (isTooMany) return refuse(chosen, say('files.choose.too-many', { count: mostFiles }))
  const examined = await work('examine', chosen.file, largestFile).catch(
    () => ({ outcome: 'refused', why: 'unreadable' }) as const,
  )
  if (examined.outcome === 'refused') return refuse(chosen, say(`files.choose.${examined.why}`))
  chosen.examined = examined
  chosen.choice = choicesOf(chosen)[0] ?? 'none'
  chosen.phase = 'asking'
}

function refuse(chosen: ChosenFile, problem: string): void {
  chosen.phase = 'refused'
  chosen.problem = problem
}
