/** A refusal in Twilio's error shape. */
export class RestProblem extends Error {
  readonly status: number
  readonly code: number
  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** The JSON body of a refusal. */
export const problemBody = (problem: RestProblem): Record<string, unknown> => ({
  code: problem.code,
  message: problem.message,
  more_info: `https://www.twilio.com/docs/errors/${problem.code}`,
  status: problem.status,
})

/** Twilio's answer to an object that is not there. */
export const notFound = (path: string): RestProblem =>
  new RestProblem(404, 20404, `The requested resource ${path} was not found`)

/** Twilio's answer to a value that it does not take. */
export const invalid = (message: string, code = 20001): RestProblem => new RestProblem(400, code, message)
