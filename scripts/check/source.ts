import { dirname, join } from 'node:path/posix'
import { parseSync, type Comment, type Program } from 'oxc-parser'

/** A file as it lies in the tree, its path from the root on, with forward slashes. */
export interface TreeFile {
  path: string
  text: string
}

/** One import or re-export of another file of the tree. */
export interface Import {
  /** The file meant, from the root on; where the import names no file of the tree, what it names. */
  target: string
  /** Only types are taken: nothing of the file runs. */
  typesOnly: boolean
  /** What is taken under which name; empty for a whole module, and where it is loaded later. */
  names: { imported: string; local: string }[]
  line: number
}

/** A file read: what it imports, its tree of syntax, its comments. */
export interface Source extends TreeFile {
  imports: Import[]
  /** Reading it takes most of the time of a check: taken only where a rule looks into statements. */
  program(): Program
  comments(): Comment[]
  lineAt(offset: number): number
}

/** Reads the files of a tree. Throws where one of them has a fault of syntax. */
export const readTree = (files: readonly TreeFile[]): Map<string, Source> => {
  const paths = new Set(files.map(({ path }) => path))
  return new Map(files.map((file) => [file.path, readSource(file, paths)]))
}

const readSource = ({ path, text }: TreeFile, paths: ReadonlySet<string>): Source => {
  const parsed = parseSync(path, text)
  const [fault] = parsed.errors
  if (fault) throw new Error(`${path}: ${fault.message}`)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const resolve = (specifier: string) => resolveImport(path, specifier, paths)

  const { staticImports, staticExports, dynamicImports } = parsed.module
  const imports: Import[] = [
    ...staticImports.map(({ start, moduleRequest, entries }) => ({
      target: resolve(moduleRequest.value),
      typesOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      names: entries.flatMap(({ importName, localName }) =>
        importName.name === null ? [] : [{ imported: importName.name, local: localName.value }],
      ),
      line: lineAt(start),
    })),
    ...staticExports.flatMap(({ start, entries }) =>
      entries.flatMap(({ moduleRequest, isType, importName, exportName }) =>
        moduleRequest === null
          ? []
          : {
              target: resolve(moduleRequest.value),
              typesOnly: isType,
              names:
                importName.name === null
                  ? []
                  : [{ imported: importName.name, local: exportName.name ?? importName.name }],
              line: lineAt(start),
            },
      ),
    ),
    ...dynamicImports.flatMap(({ start, moduleRequest }) => {
      const specifier = /^(['"])(.*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2]
      return specifier === undefined
        ? []
        : { target: resolve(specifier), typesOnly: false, names: [], line: lineAt(start) }
    }),
  ]
  return { path, text, imports, program: () => parsed.program, comments: () => parsed.comments, lineAt }
}

/** Vite knows a file without its ending; Node wants it. */
const endings = ['', '.ts', '.tsx']

const resolveImport = (from: string, specifier: string, paths: ReadonlySet<string>): string => {
  if (!specifier.startsWith('.')) return specifier
  const target = join(dirname(from), specifier.replace(/\?.*$/, ''))
  return endings.map((ending) => target + ending).find((path) => paths.has(path)) ?? target
}
