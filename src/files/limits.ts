/** How much may be added to one report. Pages say so; the same in the browser and on arrival. */

const megabyte = 1_000_000

/** The largest file, in clear. */
export const largestFile = 500 * megabyte

/** What a seal may add to the largest file: age’s header, and 16 bytes for every 64 KiB. */
export const largestSealedFile = largestFile + megabyte

/** How many files, cleaned copies not counted. */
export const mostFiles = 50

/** Sealed bytes of all files of a report together, cleaned copies counted. */
export const mostBytes = 5_000 * megabyte

/** The most that one PATCH carries. */
export const largestPiece = 8 * 1024 * 1024

/** The largest picture that a cleaned copy is made of, in bytes. */
export const largestPicture = 40 * megabyte

/** How long an unfinished file waits for the rest of it, in milliseconds. Pages promise this. */
export const unfinishedLifetime = 24 * 60 * 60_000

/** Bytes of the disk that files leave alone, so that a report can always be taken in. */
export const keptFree = 1_000 * megabyte

/** How many files one form without script brings. */
export const mostInOneForm = 10
