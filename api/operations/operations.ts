import { listHeld, settleHeld, type HeldDeps } from './held/held.ts'

/** What whoever keeps the program running may see and decide. */
export const createOperations = (deps: HeldDeps) => ({
  held: listHeld(deps),
  settleHeld: settleHeld(deps),
})
export type Operations = ReturnType<typeof createOperations>
