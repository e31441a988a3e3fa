import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { answerBadRequests, answerTooSlow } from './bad-request.ts'
import { limitTime } from './request-time.ts'

describe('The time that a request may take', () => {
  let server: Server
  before(async () => {
    server = createServer((request, response) => {
      const patient = request.url === '/files'
      limitTime(request, { patient, every: 150, giveUp: () => answerTooSlow(server, request) })
      request.on('end', () => response.end('whole')).resume()
    })
    answerBadRequests(server, 'too slow: call 999')
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })
  after(() => server.close())

  /** Sends so many pieces, one after the other, and returns what comes back. */
  async function send(path: string, pieces: number, size: number): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    let heard = ''
    socket.on('data', (data) => {
      heard += data.toString()
    })
    socket.on('error', () => undefined)
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${pieces * size}\r\n\r\n`)
    for (let sent = 0; sent < pieces && heard === ''; sent += 1) {
      socket.write(Buffer.alloc(size))
      await pause(60)
    }
    if (heard === '') await once(socket, 'data')
    socket.destroy()
    return heard
  }

  test('is short for a form, however it moves', async () => {
    assert.match(await send('/form', 10, 60_000), /^HTTP\/1\.1 408 [\s\S]*call 999/)
  })

  test('is as long as it moves for a file', async () => {
    assert.match(await send('/files', 10, 60_000), /^HTTP\/1\.1 200 /)
  })

  test('is short for a file that hardly moves', async () => {
    assert.match(await send('/files', 10, 100), /^HTTP\/1\.1 408 /)
  })
})
