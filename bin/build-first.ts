/** Loaded by `bin/dev` before the service at every start. */
import { buildAssets } from '../src/build-assets.ts'

await buildAssets()
