import { problemsOf, type ProblemTable } from '../platform/problem.ts'

/** Refusals at the door: sign-in, session, permission. */
export const accessProblems = {
  'auth.required': { status: 401, title: 'Sign in first' },
  'auth.wrong-password': { status: 401, title: 'The name or the password is wrong' },
  'auth.wrong-code': { status: 403, title: 'The code is wrong' },
  'auth.code-expired': { status: 403, title: 'This sign-in has ended: begin again with the password' },
  'auth.password-change': { status: 403, title: 'Choose a password of your own first' },
  'auth.second-factor-setup': { status: 403, title: 'Set up a second factor first' },
  'auth.sample-password': { status: 403, title: 'The sample password is refused in production' },
  'auth.cross-site': { status: 403, title: 'The request comes from another site' },
  'password.wrong': { status: 403, title: 'The present password is wrong' },
  'password.unchanged': { status: 422, title: 'The new password is the present one' },
  'password.too-short': { status: 422, title: 'The password has fewer than 12 characters' },
  'password.contains-name': { status: 422, title: 'The password contains the name' },
  'password.too-common': { status: 422, title: 'The password is easily guessed' },
  'session.not-found': { status: 404, title: 'There is no such session' },
  'second-factor.on': { status: 409, title: 'The second factor is on already' },
  'second-factor.off': { status: 409, title: 'The second factor is off' },
  'second-factor.required': { status: 409, title: 'The role needs a second factor' },
} as const satisfies ProblemTable

/** Refusals of signing in and accounts. */
export const accessProblem = problemsOf(accessProblems)
