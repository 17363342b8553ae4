/** Three tiers of government plus bureaus and public-service enterprises (市, 区, 街镇, 委办局, 公共服务企事业单位). */
export const unitLevels = ['city', 'district', 'street', 'bureau', 'enterprise'] as const
export type UnitLevel = (typeof unitLevels)[number]

/** How a formerly separate number lives on: cancelled into 12345, kept in parallel, or run as a sub-centre (整体并入, 双号并行, 设分中心). */
export const mergeModes = ['merged', 'parallel', 'subCentre'] as const
export type MergeMode = (typeof mergeModes)[number]

/** What an account may do; a person may hold several. */
export const roles = [
  'agent',
  'dispatcher',
  'unitStaff',
  'unitHead',
  'reviewer',
  'followUp',
  'supervisor',
  'admin',
] as const
export type Role = (typeof roles)[number]
