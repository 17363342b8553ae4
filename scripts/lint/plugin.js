import { fileURLToPath } from 'node:url'

/**
 * House rules that no general linter knows. Plain JavaScript because the linter loads it as it is.
 * Each rule's message says what to do instead.
 */
const root = fileURLToPath(new URL('../../', import.meta.url)).replaceAll('\\', '/')
/** Of a file, from the root of the repository on: where the clone itself lies says nothing about a file. */
const path = (context) => `/${context.filename.replaceAll('\\', '/').replace(root, '')}`

const drizzleInStores = {
  create: (context) => ({
    ImportDeclaration: (node) => {
      const file = path(context)
      if (!/\/api\//.test(file) || file.endsWith('.store.ts') || node.importKind === 'type') return
      if (/^(drizzle-orm|better-sqlite3|pg)(\/|$)/.test(String(node.source.value)))
        context.report({ node, message: 'Queries live in db/ and in *.store.ts files only.' })
    },
  }),
}

/** Calls that compile for both engines and work on one (the price of typing as PostgreSQL). */
const oneEngine = new Set(['for', 'selectDistinctOn', 'execute', 'ilike', 'like', 'notIlike'])
const oneEngineSql = {
  create: (context) => {
    const file = path(context)
    if (!file.endsWith('.store.ts')) return {}
    return {
      ImportSpecifier: (node) => {
        const source = node.parent?.source?.value
        if (source === 'drizzle-orm' && ['like', 'ilike', 'notLike', 'notIlike'].includes(node.imported.name))
          context.report({ node, message: 'The engines disagree on LIKE: use containsText() of db/dialect/search.' })
      },
      CallExpression: (node) => {
        const name = node.callee.type === 'MemberExpression' ? node.callee.property.name : undefined
        const receiver = node.callee.type === 'MemberExpression' ? node.callee.object : undefined
        if (name === 'execute' && node.arguments.length === 0) return
        const onQuery = receiver?.type === 'CallExpression' || receiver?.property?.name === 'q'
        if (oneEngine.has(name) && onQuery)
          context.report({ node, message: `${name}() works on PostgreSQL only: put it behind db/dialect.` })
      },
    }
  },
}

const envAtTheEdge = {
  create: (context) => ({
    MemberExpression: (node) => {
      const file = path(context)
      if (!/\/(api|db|console)\//.test(file) || file.endsWith('/api/main.ts')) return
      if (node.object.name === 'process' && node.property.name === 'env')
        context.report({ node, message: 'The environment is read once, in api/main.ts: pass the configuration in.' })
    },
  }),
}

/** Files of api that the console may run: the words everything shares, listed values, pure rules. That they stay pure is checked in scripts/check. */
const crosses = /\/api\/(?:vocabulary\/|.*\.(?:types|rules)\.ts$)/
const consoleImportsTypes = {
  create: (context) => {
    if (!/\/console\//.test(path(context))) return {}
    const look = (node) => {
      const source = String(node.source?.value ?? '')
      const typesOnly =
        node.importKind === 'type' ||
        node.exportKind === 'type' ||
        (node.specifiers?.length > 0 && node.specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type'))
      if (!/\/(?:api|db)\//.test(source) || typesOnly || crosses.test(source)) return
      context.report({
        node,
        message:
          'From the server cross types (import type), and values of api/vocabulary, *.types.ts and *.rules.ts: move what the console needs into one of those.',
      })
    }
    return { ImportDeclaration: look, ImportExpression: look, ExportNamedDeclaration: look, ExportAllDeclaration: look }
  },
}

export default {
  meta: { name: 'yixian' },
  rules: {
    'drizzle-in-stores': drizzleInStores,
    'one-engine-sql': oneEngineSql,
    'env-at-the-edge': envAtTheEdge,
    'console-imports-types': consoleImportsTypes,
  },
}
