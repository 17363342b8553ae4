import { dirname } from 'node:path/posix'
import type { Finding } from './rule.ts'

/**
 * A folder one can take in at a glance shows about 25 files; more than this is two folders.
 * @internal exported for its test
 */
export const mostFiles = 28

/**
 * No folder shows more files than one can take in. `wide` lists folders of many files alike, which nobody reads from top to bottom,
 * with the reason.
 */
export const foldersRule =
  (wide: Readonly<Record<string, string>>, listPath: string) =>
  (tree: ReadonlyMap<string, unknown>): Finding[] => {
    const counts = new Map<string, number>()
    for (const path of tree.keys()) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
    const isWide = (folder: string) => (counts.get(folder) ?? 0) > mostFiles
    return [
      ...[...counts].flatMap(([path, count]) =>
        !isWide(path) || Object.hasOwn(wide, path)
          ? []
          : {
              rule: 'folders',
              path,
              line: 1,
              message: `${count} files in one folder: make inner folders by what a reader looks for.`,
            },
      ),
      ...Object.keys(wide)
        .filter((folder) => !isWide(folder))
        .map((folder) => ({
          rule: 'folders',
          path: listPath,
          line: 1,
          message: `${folder} is not so wide any more: take it out.`,
        })),
    ]
  }
