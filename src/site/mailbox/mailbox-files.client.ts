/** Lets a reporter add files where the page brings what that takes. Without script there is a form for one at a time. */
import type { MountedFiles } from '../files/files.client.ts'
import { mountFilesIn } from '../files/mount-files.client.ts'
import type { Around, Held } from './mailbox-around.client.ts'

export async function mountInto({ place, data }: Around, held: Held): Promise<void> {
  const section = place.find('#files')
  if (section === null) return
  const { name: mailboxName, mailbox } = held.session
  const report = { mailboxName, identity: mailbox.identity, prefix: data.prefix }
  held.files = await mountFilesIn(section, report)
}

/** Lets files that are on their way arrive, out of sight, though the mailbox is closed. */
export function outlive(element: HTMLElement, { isUnderWay }: MountedFiles): void {
  element.hidden = true
  document.body.append(element)
  const timer = setInterval(() => {
    if (isUnderWay()) return
    clearInterval(timer)
    element.remove()
  }, 1_000)
}
