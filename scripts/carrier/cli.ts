import { readArguments, usage } from './cli/arguments.ts'
import type { Talk } from './cli/talk.ts'
import { placeCall, sendText } from './cli/talk.ts'

const base = process.env['CARRIER_URL'] ?? `http://127.0.0.1:${process.env['CARRIER_PORT'] ?? '8312'}`

const talk: Talk = {
  request: (path, init) => fetch(base + path, init),
  print: (line) => console.log(line),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

const command = readArguments(process.argv.slice(2))
try {
  if (command.kind === 'text') await sendText(talk, command)
  else if (command.kind === 'call') await placeCall(talk, command)
  else if (command.kind === 'serve') await import('./main.ts')
  else {
    if (command.problem !== null) console.error(command.problem)
    console.log(usage)
    process.exitCode = command.problem === null ? 0 : 1
  }
} catch (problem) {
  const refused = problem instanceof TypeError
  console.error(
    refused
      ? `No practice carrier answers at ${base}. Start it with npm start.`
      : problem instanceof Error
        ? problem.message
        : problem,
  )
  process.exitCode = 1
}
