import type { FastifyReply } from 'fastify'

const types = { '.json': 'application/json', '.ics': 'text/calendar' } as const

type FileName = `${string}${keyof typeof types}`

/** Sends a file to keep. Its name says nothing of us. */
export function sendDownload(reply: FastifyReply, name: FileName, text: string): FastifyReply {
  const type = name.endsWith('.ics') ? types['.ics'] : types['.json']
  return reply
    .headers({
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': `${type}; charset=utf-8`,
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .send(text)
}
