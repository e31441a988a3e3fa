/** What Firefox writes its sessions in: `mozLz40\0`, the length as four bytes, and one LZ4 block. */
export function readMozLz4(file: Buffer): Buffer | undefined {
  if (file.toString('latin1', 0, 8) !== 'mozLz40\0') return undefined
  const block = file.subarray(12)
  const text = Buffer.alloc(file.readUInt32LE(8))
  let at = 0
  let end = 0
  const length = (start: number): number => {
    if (start !== 15) return start
    let sum = start
    let more = 255
    while (more === 255) {
      more = block[at++] ?? 0
      sum += more
    }
    return sum
  }
  while (at < block.length) {
    const token = block[at++] ?? 0
    const literals = length(token >> 4)
    block.copy(text, end, at, at + literals)
    at += literals
    end += literals
    if (at >= block.length) break
    const distance = block.readUInt16LE(at)
    at += 2
    // Byte by byte: what is repeated may overlap what is just being written.
    for (let left = length(token & 15) + 4; left > 0; left -= 1)
      text[end] = text[end++ - distance] ?? 0
  }
  return text.subarray(0, end)
}
