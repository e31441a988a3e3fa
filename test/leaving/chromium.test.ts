import { chromium } from './browsers.ts'
import { proveLeaving } from './prove-leaving.ts'

proveLeaving(chromium)
