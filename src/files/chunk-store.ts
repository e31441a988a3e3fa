import type { FileId } from './stored-file.ts'

/** Where the sealed bytes of files lie. Both kinds keep the same promises: see its test. */
export interface ChunkStore {
  /**
   * Opens a file to go on with it. What may lie beyond `offset`, left by a line that dropped or a
   * server that died, was never recorded: it is written over and never read.
   */
  open(file: FileId, offset: number, now: () => Date): Promise<ChunkWriter>
  /** The first `size` bytes of a file, in pieces. Fails where there are fewer. */
  read(file: FileId, size: number): AsyncGenerator<Uint8Array, void>
  /** Destroys the bytes of a file; nothing happens where there are none. */
  remove(file: FileId): Promise<void>
  /** How many bytes there is room for; `undefined` where that cannot be known. */
  room(): Promise<number | undefined>
  /** Files that there are bytes of, as far as they lie apart from the rows. */
  ids(): Promise<readonly FileId[]>
}

/** One who brings bytes. Whoever opens one ends it with `finish` or `drop`. */
export interface ChunkWriter {
  write(bytes: Uint8Array): Promise<void>
  /**
   * Everything written is on the disk and recorded when this resolves.
   *
   * @returns how much of the file is safe now; `undefined` where somebody else went on with it
   * meanwhile, or it is gone
   */
  finish(): Promise<number | undefined>
  /** Leaves off without recording more. */
  drop(): Promise<void>
}
