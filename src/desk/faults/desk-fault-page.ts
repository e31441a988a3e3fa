import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from '../../ui/html.ts'
import type { WordKey, Words } from '../../ui/words.ts'
import type { FaultStatus } from '../../web/fault.ts'
import type { DeskDependencies } from '../desk-dependencies.ts'
import { sendJson, wantsJson } from '../send-json.ts'

const sentences: Readonly<Record<FaultStatus, readonly [title: WordKey, text: WordKey]>> = {
  400: ['desk.fault.request.title', 'desk.fault.request.text'],
  403: ['desk.fault.forbidden.title', 'desk.fault.forbidden.text'],
  404: ['desk.fault.not-found.title', 'desk.fault.not-found.text'],
  405: ['desk.fault.request.title', 'desk.fault.request.text'],
  413: ['desk.fault.too-large.title', 'desk.fault.too-large.text'],
  415: ['desk.fault.request.title', 'desk.fault.request.text'],
  421: ['desk.fault.host.title', 'desk.fault.host.text'],
  422: ['desk.fault.request.title', 'desk.fault.request.text'],
  429: ['desk.fault.busy.title', 'desk.fault.busy.text'],
  500: ['desk.fault.ours.title', 'desk.fault.ours.text'],
  503: ['desk.fault.busy.title', 'desk.fault.busy.text'],
}

/** A page in words for every fault, or its number for a script. */
export function sendDeskFault(deps: DeskDependencies) {
  return (request: FastifyRequest, reply: FastifyReply, status: FaultStatus): unknown => {
    if (wantsJson(request)) return sendJson(reply, status, { outcome: 'fault' })
    const [title, text] = sentences[status]
    return deps.send(request, reply, {
      title: deps.words(title),
      status,
      main: html`<div class="desk-narrow"><h1>${deps.words(title)}</h1><p>${deps.words(text)}</p><p><a class="govuk-link" href="/">${deps.words('desk.fault.queue')}</a></p></div>`,
    })
  }
}

/** Made at start, for when nothing else can be made any more. */
export function lastResortPage(words: Words): string {
  const title = words('desk.fault.ours.title')
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${words('desk.fault.ours.text')}</p></body></html>
`.toString()
}
