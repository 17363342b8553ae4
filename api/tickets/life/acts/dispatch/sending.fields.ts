import { remark } from '../../common.fields.ts'

/** The unit that answers for the ticket (主办). */
export const leadUnitId = { kind: 'unit' } as const
/** What the units are asked to do. */
export const instruction = { ...remark, rows: 2 } as const
/** The units beside the lead one, and how long those that co-handle have: never longer than the ticket's own limit, by which they go if nothing is set. */
export const otherUnits = {
  coUnitIds: { kind: 'units', most: 10, extra: true },
  coLimit: { kind: 'subLimit', extra: true },
  copyUnitIds: { kind: 'units', most: 20, extra: true },
} as const
/** A limit set by hand; left out, the catalogue's. */
export const limit = { kind: 'limit', extra: true } as const
