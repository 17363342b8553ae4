/** How a danger was handled: somebody acknowledged it, or passed its ticket on to whoever goes there. */
export const handledHows = ['acknowledged', 'passedOn'] as const
