/** What became of an effect. `unknown`: the other side did not say, so it is never blindly repeated. */
export type Outcome =
  | { state: 'done' }
  | { state: 'unknown'; error: string }
  | { state: 'failed'; error: string }
  | { state: 'retry'; error: string }
