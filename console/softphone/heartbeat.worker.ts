/** Ticks from a worker: a page in the background gets its own timers once a minute only, too late for the server's 45 s. */
setInterval(() => postMessage('tick'), 15_000)
