import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** Answers what is not even HTTP, or too slow, with a page that shows the numbers to call. */
export function answerBadRequests(server: Server, page: string): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const body = Buffer.from(page)
    socket.end(
      Buffer.concat([
        Buffer.from(
          `HTTP/1.1 ${statusLine(error.code)}\r\nContent-Type: text/html; charset=utf-8\r\n` +
            `Cache-Control: no-store\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
        ),
        body,
      ]),
    )
  })
}

/** Ends a request that does not come to its end, as Node itself would. */
export function answerTooSlow(server: Server, { socket }: IncomingMessage): void {
  const slow = Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
  server.emit('clientError', slow, socket)
  setTimeout(() => socket.destroy(), 5_000).unref()
}

function statusLine(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large'
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
}
