/** Lets a reporter add files where the page brings what that takes. Without script there is a form for one at a time. */
import { recipientOf } from '../../sealing/identity.ts'
import type { Around, Held, MountedFiles } from './mailbox-around.client.ts'

interface FilesModule {
  mountFiles(element: HTMLElement, options: object): MountedFiles
}

/** Asked for only now: whoever only reads does not pay for it. */
export async function mountInto({ place, data }: Around, held: Held): Promise<void> {
  const section = place.find('#files')
  const element = place.find('[data-files]')
  if (data.files === undefined || section === null || element === null) return
  const { script, ...given } = data.files
  const [module, recipient] = await Promise.all([
    import(script) as Promise<FilesModule>,
    recipientOf(held.session.mailbox.identity),
  ])
  const mailboxName = held.session.name
  const post = `${data.prefix}/b/s/files`
  held.files = module.mountFiles(element, { ...given, mailboxName, recipient, post })
  section.hidden = false
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
