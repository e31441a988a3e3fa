import type { StoredFile } from '../../files/stored-file.ts'

/** A file as the desk hands it out: what is said of it is still sealed. */
export type HandedFile = Pick<StoredFile, 'id' | 'place' | 'copyOf' | 'note' | 'size'>
