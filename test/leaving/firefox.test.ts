import { firefox } from './browsers.ts'
import { proveLeaving } from './prove-leaving.ts'

proveLeaving(firefox)
