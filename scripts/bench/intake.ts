import { openDb } from '../../db/open.ts'
import { stories } from '../sample-city/stories/index.ts'
import { answers, freePort, runProgram, stopProgram } from '../start/child.ts'
import { startCity } from '../start/city.ts'
import { sendAll, type LoadResult } from './load.ts'
import { signedTexts } from './signed-texts.ts'

const line = (name: string, result: LoadResult) =>
  `${name.padEnd(10)} ${result.perSecond.toFixed(0).padStart(7)}/s   p50 ${result.p50.toFixed(1)} ms   p99 ${result.p99.toFixed(1)} ms   worst ${result.worst.toFixed(0)} ms   ${result.answered} answered, ${result.failed} failed`

/** Signed text webhook → durable classified ticket, beside a bare Hono echo of the same bodies in the same run. Goal: ≥ 40 % at 32 connections, p99 ≤ 60 ms, ≤ 300 MB. */
export const run = async (args: string[]) => {
  const count = Number(args[0] ?? 12_000)
  const connections = Number(args[1] ?? 32)
  const warm = Math.min(2_000, Math.ceil(count / 4))
  const databaseUrl = process.env['DATABASE_URL']
  const bench = await startCity({ stories: 0, ...(databaseUrl && { databaseUrl }) })
  const echoPort = await freePort()
  const echo = runProgram('scripts/bench/echo.ts', { ...process.env, PORT: String(echoPort) })
  try {
    const echoUrl = `http://127.0.0.1:${echoPort}/twilio/messages/incoming`
    await answers(`http://127.0.0.1:${echoPort}/readyz`, echo, 10_000)
    const { accountSid, authToken } = bench.config.twilio
    const url = `${bench.config.publicUrl}/twilio/messages/incoming`
    const texts = signedTexts(
      { url, accountSid, authToken, to: '+862155512345', sentences: stories.map(({ text }) => text) },
      warm + count,
    )
    await sendAll(echoUrl, texts.slice(0, warm), connections)
    const before = await sendAll(echoUrl, texts.slice(warm), connections)
    await sendAll(url, texts.slice(0, warm), connections)
    const intake = await sendAll(url, texts.slice(warm), connections)
    const memory = bench.memory()
    const after = await sendAll(echoUrl, texts.slice(warm), connections)

    const base = (before.perSecond + after.perSecond) / 2
    const db = await openDb(bench.config.databaseUrl)
    const tickets = await db.q.$count(db.t.ticket)
    const classified = (await db.q.select({ proposal: db.t.ticket.proposal }).from(db.t.ticket)).filter(
      ({ proposal }) => (proposal?.matters.length ?? 0) > 0,
    ).length
    await db.close()
    process.stdout.write(`
${connections} connections, ${count} texts, ${bench.config.databaseUrl.startsWith('file:') ? 'SQLite (synchronous=FULL)' : 'PostgreSQL'}
${line('echo', before)}
${line('intake', intake)}
${line('echo', after)}
intake ÷ echo   ${(intake.perSecond / base).toFixed(2)}
server memory   ${memory.resident} MB resident, ${memory.peak} MB peak
tickets         ${tickets} durable (${warm + count} sent), ${classified} classified
`)
  } finally {
    await stopProgram(echo)
    await bench.stop()
  }
}
