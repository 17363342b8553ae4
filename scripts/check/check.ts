import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../start/child.ts'
import { auditRule } from './audit.rule.ts'
import { audits } from './audits.ts'
import { crossingRule } from './crossing.rule.ts'
import { docCommentsRule, docCoverage, documented } from './doc-comments.rule.ts'
import { foldersRule } from './folders.rule.ts'
import { roomsRule } from './rooms.rule.ts'
import type { Rule } from './rule.ts'
import { readTree, type TreeFile } from './source.ts'
import { storesRule } from './stores.rule.ts'
import { tablesRule } from './tables.rule.ts'
import { tables } from './tables.ts'

/**
 * Checks how the house is built, what no linter of single files can see: rooms, stores, tables, audits, folders, doc comments.
 * `--docs` prints instead how much each room has of doc comments, and what has none.
 */
const readFiles = async (): Promise<TreeFile[]> => {
  const files: TreeFile[] = []
  for await (const found of glob('{api,console,db,scripts}/**/*.{ts,tsx}', { cwd: root })) {
    const path = found.replaceAll('\\', '/')
    files.push({ path, text: readFileSync(join(root, path), 'utf8') })
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** Share of exported functions and interfaces that say what they do. */
const docBar = 0.9

const rules: Rule[] = [
  roomsRule,
  storesRule,
  tablesRule(tables, 'scripts/check/tables.ts'),
  auditRule(audits),
  crossingRule,
  foldersRule({}, 'scripts/check/check.ts'),
  docCommentsRule(docBar),
]

const tree = readTree(await readFiles())
if (process.argv.includes('--docs')) {
  for (const { room, have, all } of docCoverage(tree))
    process.stdout.write(`${Math.round((100 * have) / all)} %  ${have}/${all}  ${room}\n`)
  for (const source of tree.values())
    for (const { path, line, name, has } of documented(source))
      if (!has) process.stdout.write(`${path}:${line} ${name}\n`)
} else {
  const findings = rules.flatMap((rule) => rule(tree))
  for (const { rule, path, line, message } of findings) process.stderr.write(`${path}:${line} ${rule}: ${message}\n`)
  if (findings.length > 0) process.exitCode = 1
}
