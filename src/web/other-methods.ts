import type { FastifyInstance } from 'fastify'

/** Which methods a path has besides the one that was asked for: what tells a 405 from a 404. */
export function otherMethods(app: FastifyInstance): (url: string, method: string) => string[] {
  const routes: { method: string; pattern: RegExp }[] = []
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat())
      routes.push({ method, pattern: patternOf(route.url) })
  })
  return (url, asked) => {
    const path = url.split('?')[0] ?? ''
    const matching = routes.filter(({ method, pattern }) => method !== asked && pattern.test(path))
    return [...new Set(matching.map(({ method }) => method))]
  }
}

function patternOf(url: string): RegExp {
  const literal = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replace(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`)
}
