import type { LucideProps } from 'lucide-solid'
import type { Component } from 'solid-js'

/**
 * The type of each `lucide-solid/icons/<name>`, mapped by `paths` in tsconfig.json: the package's own declarations are read as
 * CommonJS under `nodenext`, which hides the default export that its modules really have.
 */
declare const Icon: Component<LucideProps>
// oxlint-disable-next-line import/no-default-export -- the modules it describes have one
export { Icon as default }
