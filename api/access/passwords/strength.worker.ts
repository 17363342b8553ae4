import { parentPort, workerData } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { StrengthQuestion } from './password-strength.ts'

const { password, words }: StrengthQuestion = workerData
const { score } = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }).check(password, words)
parentPort?.postMessage(score)
