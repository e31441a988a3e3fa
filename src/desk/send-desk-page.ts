import type { Words } from '../ui/words.ts'
import { securityHeaders } from '../web/security-headers.ts'
import { sendPage } from '../web/send-page.ts'
import type { DeskParts, SendDeskPage } from './desk-dependencies.ts'
import { deskPage } from './desk-page.ts'

/** Sends pages of the desk, which run no script but ours and let no text become markup. */
export function deskSender({ assets }: DeskParts, words: Words): SendDeskPage {
  const headers = {
    secure: deskHeaders(assets.hashes.desk, true),
    plain: deskHeaders(assets.hashes.desk, false),
  }
  return (request, reply, view) => {
    const visit = request.deskVisit
    const markup = deskPage(visit, { ...view }, { assets, words }).toString()
    return sendPage(request, reply, markup, {
      headers: visit?.secure === true ? headers.secure : headers.plain,
      status: view.status ?? 200,
      compress: view.compress ?? true,
    })
  }
}

function deskHeaders(style: string, secure: boolean): Readonly<Record<string, string>> {
  return securityHeaders({
    // Argon2id is WebAssembly, which a browser counts as a kind of evaluation.
    scripts: ["'self'", "'wasm-unsafe-eval'"],
    styles: [style],
    trustedTypes: 'lit-html',
    secure,
  })
}
