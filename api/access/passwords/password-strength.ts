import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { accessProblem } from '../access.errors.ts'
import { passwordFault, type Owner } from './password.rules.ts'

/** What the estimator is asked. */
export interface StrengthQuestion {
  password: string
  /** Words that whoever guesses would try first. */
  words: string[]
}

/** The estimator's mark (0–4) from which a password withstands guessing at the door: 100 million guesses and more. */
const leastScore = 3

const local = ['yixian', 'hotline', '12345', 'city', '一线', '热线', '市民热线']

/**
 * How well a password withstands guessing, 0 to 4. Asked in a thread that ends afterwards: the lists of known passwords fill forty megabytes
 * and nobody needs them the rest of the day.
 */
const scoreOf = async (question: StrengthQuestion): Promise<number> => {
  const worker = new Worker(new URL('./strength.worker.ts', import.meta.url), {
    workerData: question,
    execArgv: [],
    env: {},
  })
  const [score]: unknown[] = await once(worker, 'message')
  return Number(score)
}

/**
 * Refuses a password that somebody chooses and others would guess: too short, with a name in it, or among the known ones and their variations.
 * Throws `password.too-short`, `password.contains-name`, `password.too-common`.
 */
export const demandStrength = async (password: string, owner: Owner): Promise<void> => {
  const fault = passwordFault(password, owner)
  if (fault === 'short') throw accessProblem('password.too-short')
  if (fault === 'name') throw accessProblem('password.contains-name')
  const score = await scoreOf({ password, words: [owner.username, owner.name, ...local] })
  if (score < leastScore) throw accessProblem('password.too-common')
}
