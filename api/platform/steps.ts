/** Long work as a generator: it yields wherever it may rest, and returns its result. */
export type Steps<Result> = Generator<undefined, Result>

/** Does long work without a rest: for tests and scripts, where nobody waits. */
export const atOnce = <Result>(work: Steps<Result>): Result => {
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** Does long work in slices of about `ms`, with a turn of the event loop between them, so that requests and calls go on. */
export const inSlices = async <Result>(work: Steps<Result>, ms = 8): Promise<Result> => {
  for (;;) {
    const end = performance.now() + ms
    let step = work.next()
    while (step.done !== true && performance.now() < end) step = work.next()
    if (step.done === true) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}
