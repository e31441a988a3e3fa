/** Brings the script that adds files into a page that needs it now. Without script there is a form. */
import { type Identity, recipientOf } from '../../sealing/identity.ts'
import type { FilesOptions, MountedFiles } from './files.client.ts'
import type { FilesScript } from './files-given.ts'

interface FilesModule {
  mountFiles(element: HTMLElement, options: FilesOptions): MountedFiles
}

/** Of a report that is sent: its mailbox, and what its files are sealed to. */
export interface ReportForFiles {
  readonly mailboxName: string
  readonly identity: Identity
  /** `/cy`, or nothing where the address names no language. */
  readonly prefix: string
}

/**
 * Asked for only now: whoever adds no files does not pay for it. Shows `section` once files can be
 * added; where that does not come, everything else on the page still works.
 *
 * @returns `undefined` where it did not come
 */
export async function mountFilesIn(
  section: HTMLElement,
  { mailboxName, identity, prefix }: ReportForFiles,
): Promise<MountedFiles | undefined> {
  const element = section.querySelector<HTMLElement>('[data-files]')
  const post = `${prefix}/b/s/files`
  const answer = await fetch(post).catch(() => undefined)
  if (element === null || answer?.ok !== true) return undefined
  const { script, ...given } = (await answer.json()) as FilesScript
  const [module, recipient] = await Promise.all([
    import(script) as Promise<FilesModule>,
    recipientOf(identity),
  ])
  const mounted = module.mountFiles(element, { ...given, mailboxName, recipient, post })
  section.hidden = false
  return mounted
}
