import { useI18n } from '../../i18n/i18n.tsx'
import { errorOf, type Problem } from '../../shared/problem.ts'

/** What a refused request says of one field, by its path in the body, in the reader's language. */
export const createFieldError = () => {
  const { t } = useI18n()
  return (problem: Problem | undefined, path: string): string | undefined => {
    const fault = errorOf(problem, path)
    return fault && t(`field.${fault.code}`, { bound: fault.bound ?? 0 })
  }
}
