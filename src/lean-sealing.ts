/**
 * Leaves out of the site’s scripts what sealing there can never reach: keys of other kinds,
 * passphrases, curves. `src/sealing/lean/` stands in their place, and throws where it is asked for
 * something that was left out. The desk’s script and the server keep the libraries whole.
 */
import { join } from 'node:path'
import type { Plugin } from 'esbuild'

const lean = join(import.meta.dirname, 'sealing/lean')

/** What is asked for, and the file that stands in its place. */
const places: ReadonlyMap<string, string> = new Map([
  ['@noble/curves/ed25519.js', 'x25519.ts'],
  ['@noble/curves/nist.js', 'left-out.ts'],
  ['@noble/hashes/scrypt.js', 'left-out.ts'],
  ['@scure/base', 'base.ts'],
  ['@noble/post-quantum/hybrid.js', 'hybrid-kem.ts'],
  ['./webauthn.js', 'left-out.ts'],
  ['./x25519.js', 'left-out.ts'],
])

export const leanSealing: Plugin = {
  name: 'lean-sealing',
  setup({ onResolve }) {
    const names = [...places.keys()].map((name) => name.replaceAll(/[./]/g, '\\$&')).join('|')
    onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path, importer }) => {
      const place = places.get(path)
      const isTheirs = /node_modules.(age-encryption|@noble)|src.sealing/.test(importer)
      return place !== undefined && isTheirs ? { path: join(lean, place) } : undefined
    })
  },
}
