import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Reader, Rows, Statement } from './reading.types.ts'

/** What a reader answers: the rows, or what SQLite said. */
export type ReaderAnswer = { rows: Rows } | { error: string; code: string | null }

/** A reader keeps nothing but its statements: what it reads is sent away at once. */
const flags = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=96', '--max-semi-space-size=4']

/**
 * Starts a process that reads a SQLite file. A process, not a thread: SQLite's driver cannot be interrupted, and a thread is only ended when its
 * statement is. One that only reads may be killed at any moment; the system gives back its locks.
 */
export const startReader = (file: string): Reader => {
  const child = fork(fileURLToPath(new URL('reader.child.ts', import.meta.url)), [file], {
    execArgv: flags,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Of the settings, which hold secrets, a reader needs none.
    env: { MALLOC_ARENA_MAX: '1' },
  })
  let asked: { resolve(rows: Rows): void; reject(error: Error): void } | null = null
  let alive = true
  const died = (error: Error) => {
    alive = false
    asked?.reject(error)
    asked = null
  }
  child.on('message', (answer: ReaderAnswer) => {
    if ('rows' in answer) asked?.resolve(answer.rows)
    else asked?.reject(Object.assign(new Error(answer.error), { code: answer.code }))
    asked = null
  })
  child.on('error', died)
  child.on('exit', () => died(new Error('the reader has ended')))
  return {
    read: (statement: Statement) =>
      new Promise((resolve, reject) => {
        asked = { resolve, reject }
        child.send(statement, (error) => error && died(error))
      }),
    kill: () => {
      alive = false
      child.kill('SIGKILL')
    },
    get alive() {
      return alive
    },
  }
}
