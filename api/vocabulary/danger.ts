/** Danger to life or property, and the emergency number that takes it (domain: immediate transfer, not an urgency level). */
export const dangers = [
  'gas',
  'fire',
  'collapse',
  'electricShock',
  'injury',
  'suicide',
  'violence',
  'drowning',
  'traffic',
  'explosion',
  'trapped',
  'missing',
] as const

export type DangerKind = (typeof dangers)[number]

export const emergencyNumbers = ['110', '119', '120', '122'] as const

export type EmergencyNumber = (typeof emergencyNumbers)[number]
