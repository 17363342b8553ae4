import { registerHooks } from 'node:module'

/**
 * Modules of the query builder, which name each other by relative paths. For each of its few hundred files Node would read the package's
 * 180 kB description again, only to learn that it is an ES module: a second of every start.
 */
const within = /\/node_modules\/drizzle-orm\/[^?]*\.js$/

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.js') && within.test(context.parentURL ?? '')
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
