import { drawAgain } from './draw-again.client.ts'
import { examine } from './examine.client.ts'
import { dropUpload, runUpload, startUpload } from './uploads.client.ts'

/** What a page asks of the worker, all that is slow. Arguments and answers can be posted between the two. */
export const fileDeeds = { examine, drawAgain, startUpload, runUpload, dropUpload } as const

export type FileDeeds = typeof fileDeeds
