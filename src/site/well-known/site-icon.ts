import { crc32, deflateSync } from 'node:zlib'

const size = 16

/** A PNG of a grey dot: in a row of tabs it tells nothing. */
export function siteIcon(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // Eight bits each of grey and of opacity.
  header.set([8, 4], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels())),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

// Each row begins with the name of its filter: none.
function pixels(): Buffer {
  const rows = Array.from({ length: size }, (_row, y) => [
    0,
    ...Array.from({ length: size }, (_column, x) => [0x80, isInDot(x, y) ? 0xff : 0]).flat(),
  ])
  return Buffer.from(rows.flat())
}

function isInDot(x: number, y: number): boolean {
  const middle = (size - 1) / 2
  return Math.hypot(x - middle, y - middle) < 5
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(named, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
