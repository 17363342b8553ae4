import { APIError } from 'better-auth/api'
import { platformProblem } from '../../platform/problem.ts'
import { accessProblem } from '../access.errors.ts'

/** How long an account waits after ten wrong codes in a row, seconds; the sign-in library counts them. */
export const codeLockSeconds = 900

const codeOf = (error: APIError): unknown => error.body?.code

/** What the sign-in library refuses about codes, in our words; anything else stays what it is. */
const problemOf = (error: unknown): unknown => {
  if (!(error instanceof APIError)) return error
  switch (codeOf(error)) {
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return accessProblem('auth.wrong-code')
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return accessProblem('auth.code-expired')
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return platformProblem('request.too-many', undefined, { retryAfterSeconds: codeLockSeconds })
    case 'TOTP_ALREADY_ENABLED':
      return accessProblem('second-factor.on')
    case 'TOTP_NOT_ENABLED':
    case 'TWO_FACTOR_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return accessProblem('second-factor.off')
    default:
      return error
  }
}

/** Asks the sign-in library and throws its refusals in our words. */
export const askAuth = async <T>(asked: Promise<T>): Promise<T> => {
  try {
    return await asked
  } catch (error) {
    throw problemOf(error)
  }
}
