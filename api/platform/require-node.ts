/**
 * Imported first by what is started by hand or by an editor: `api/main.ts` and the configurations of Vite and Vitest. Those are bundled
 * before they are read, so an old Node gets here and is told in words instead of dying in a native package or at a missing function.
 * Node before 22.18 reads no TypeScript at all: started on `api/main.ts` it says `Unknown file extension ".ts"` itself.
 */

/**
 * The oldest Node that the sources run on; the package `node` brings it, and `.nvmrc` names it to version managers.
 * @internal exported for its test
 */
export const oldestNode = 24

/**
 * What is said to whoever started Node `version` (as in `process.versions.node`) at `path`; null when it is new enough.
 * @internal exported for its test
 */
export const nodeComplaint = (version: string, path: string): string | null =>
  Number.parseInt(version, 10) >= oldestNode
    ? null
    : `Yixian runs on Node ${oldestNode} and this is Node ${version} (${path}): start through npm (npm start, npm test, npm exec -- vitest run FILE), which brings the right one, or point your editor at node_modules/.bin/node.\n`

const complaint = nodeComplaint(process.versions.node, process.execPath)
if (complaint) {
  process.stderr.write(complaint)
  process.exit(1)
}
