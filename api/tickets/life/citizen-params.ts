import type { TicketUnit } from '../ticket-directory.types.ts'

/** What somebody wrote, to stand in the middle of a sentence: without the sign that ends its own. */
export const withinSentence = (said: string) => said.trim().replace(/[。.！!；;]+$/u, '')

/**
 * Parameters of texts to the citizen. The number is added by the runner; names come in both languages, times as ISO 8601,
 * and the messages feature picks and formats by the citizen's locale.
 */
export const unitParams = (unit: Pick<TicketUnit, 'name' | 'nameEn'> | undefined): Record<string, string> => ({
  unit: unit?.name ?? '',
  unitEn: unit?.nameEn ?? '',
})
