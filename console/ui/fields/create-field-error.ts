import { useI18n } from '../../i18n/i18n.tsx'
import { fieldFault } from '../../shared/field-fault.models.ts'
import { errorOf, type Problem } from '../../shared/problem.ts'

/** What a refused request says of one field, by its path in the body, in the reader's language. */
export const createFieldError = () => {
  const { t } = useI18n()
  return (problem: Problem | undefined, path: string): string | undefined => {
    const message = errorOf(problem, path)
    if (message === undefined) return undefined
    const fault = fieldFault(message)
    return 'count' in fault ? t(`field.${fault.what}`, { count: fault.count }) : t(`field.${fault.what}`)
  }
}
