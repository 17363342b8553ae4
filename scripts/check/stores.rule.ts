import { roomOf } from './room.ts'
import type { Rule } from './rule.ts'

/** A store belongs to its room: others ask the room for what they want to know, or for the verb that changes it. */
export const storesRule: Rule = (tree) =>
  [...tree.values()].flatMap(({ path, imports }) =>
    imports.flatMap(({ target, line }) => {
      const owner = roomOf(target)
      if (!target.endsWith('.store.ts') || roomOf(path) === owner || !path.startsWith('api/')) return []
      return {
        rule: 'stores',
        path,
        line,
        message: `${target} is a store of ${owner}: import a verb or a type from that room's other files, or let services.ts hand it in.`,
      }
    }),
  )
