import type { TicketUnit } from './ticket-directory.types.ts'

/**
 * Parameters of texts to the citizen. The number is added by the runner; names come in both languages, times as ISO 8601,
 * and the messages feature picks and formats by the citizen's locale.
 */
export const unitParams = (unit: Pick<TicketUnit, 'name' | 'nameEn'> | undefined): Record<string, string> => ({
  unit: unit?.name ?? '',
  unitEn: unit?.nameEn ?? '',
})
