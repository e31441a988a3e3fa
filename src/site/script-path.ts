import type { Assets } from '../ui/assets.ts'
import type { SiteScript } from './site-scripts.ts'

/** @throws when `dist/` was built without it */
export function scriptPath({ scripts }: Pick<Assets, 'scripts'>, name: SiteScript): string {
  const script = scripts.get(name)
  if (script === undefined) throw new Error(`there is no script ${name}.client.ts`)
  return script.path
}
