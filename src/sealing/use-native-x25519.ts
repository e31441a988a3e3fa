/**
 * Import this before anything that seals: from then on this thread’s post-quantum hybrid keys take
 * their X25519 from the platform.
 */
import { registerHooks } from 'node:module'

const place = new URL('./native-x25519.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@noble/curves/ed25519.js' &&
    context.parentURL?.endsWith('/@noble/post-quantum/hybrid.js') === true
      ? { url: place, shortCircuit: true }
      : next(specifier, context),
})
