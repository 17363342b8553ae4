import { availableParallelism, loadavg } from 'node:os'
import { openDb } from '../../db/open.ts'
import { startCity } from '../start/city.ts'
import { openClient } from './lives/client.ts'
import { liveAlone, liveTogether, type AloneStep, type LivingOptions, type Together } from './lives/live.ts'
import { handler, staff, stepsOf, type Life, type Step } from './lives/steps.ts'
import { closedAmong, isTold, ticketOfText } from './lives/tickets-of-texts.store.ts'
import { quantiles } from './quantiles.ts'
import { signedText } from './signed-texts.ts'

const request = '中山北路1200弄门口路灯坏了三天，晚上看不见路。'
const answers = ['1', '1', '5']

interface Found {
  steps: readonly Step[]
  alone: AloneStep[]
  together: Together
  closed: number
}

const measure = async (
  city: { at: string } | { stories: number; databaseUrl?: string },
  { lives: count, few, lanes, profile }: { lives: number; few: number; lanes: number; profile: string | undefined },
): Promise<Found> => {
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  // No contract with a carrier holds up what is measured: a life sends six texts.
  const bench = await startCity({ ...city, flags, settings: { TEXTS_PER_SECOND: '2000' } })
  const { publicUrl, twilio, databaseUrl } = bench.config
  const db = await openDb(databaseUrl)
  const client = await openClient(publicUrl, lanes, staff)
  try {
    const { staff: me } = await client.ask(handler, 'GET', '/api/session')
    const steps = stepsOf(me.unitId)
    const source = { ...twilio, url: `${publicUrl}/twilio/messages/incoming`, to: '+862155512345' }
    // Other numbers in each run: nobody has a ticket already, nor has texted as often as one may.
    const first = Math.floor(Math.random() * 9_000) * 10_000
    const made = Array.from({ length: count + 2 * few }, (_, n): Life => {
      const from = `+86137${String(first + n).padStart(8, '0')}`
      return { ticketId: '', version: 0, texts: [request, ...answers].map((body) => signedText(source, from, body)) }
    })
    const options: LivingOptions = {
      client,
      steps,
      onText: async (life) => {
        const { id, version } = await ticketOfText(db, life.texts[0]?.sid ?? '')
        Object.assign(life, { ticketId: id, version })
      },
      isAsked: (life) => isTold(db, life.ticketId),
    }
    await liveAlone(options, made.slice(0, few), bench.cpu)
    const alone = await liveAlone(options, made.slice(few, 2 * few), bench.cpu)
    const together = await liveTogether(options, made.slice(2 * few), lanes, bench.cpu)
    const closed = await closedAmong(
      db,
      made.map(({ ticketId }) => ticketId),
    )
    return { steps, alone, together, closed: closed / made.length }
  } finally {
    await client.close()
    await db.close()
    await bench.stop()
  }
}

const print = (name: string, { steps, alone, together, closed }: Found) => {
  const row = (step: Step, at: number) => {
    const [one, many] = [quantiles(alone[at]?.times ?? []), quantiles(together.times[at] ?? [])]
    const cells = [one.p50, one.p99, alone[at]?.cpu ?? 0, many.p50, many.p99]
    return `${step.name.padEnd(14)}${cells.map((ms) => ms.toFixed(1).padStart(9)).join('')}`
  }
  process.stdout.write(`
${name}: ${together.perSecond.toFixed(1)} lives/s, ${together.cpu.toFixed(0)} ms of the server's processor time a life, ${(100 * closed).toFixed(1)} % closed; load of the machine ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores
ms            alone p50      p99      cpu  many p50      p99
${steps.map(row).join('\n')}
`)
}

/**
 * `npm run bench -- lives [FOLDER] [LIVES] [LANES]`: whole lives through HTTP, nine writes each (a signed text, dispatch, signature, first contact, answer,
 * review, three answers by text): how many a second over so many lanes (12) while old ones end as new ones begin, each step alone and among
 * the others, the server's processor time; in a fresh sample city without tickets (in `DATABASE_URL`, if that is set), and then in the city of a folder that
 * `city` made, which keeps them. `LIVES_PROFILE=DIR` writes profiles of the server there.
 */
export const run = async (args: string[]) => {
  const [folder = '', lives = '600', lanes = '12'] = args
  const asked = { lives: Number(lives), few: 40, lanes: Number(lanes), profile: process.env['LIVES_PROFILE'] }
  const databaseUrl = process.env['DATABASE_URL']
  const empty = await measure({ stories: 0, ...(databaseUrl && { databaseUrl }) }, asked)
  print('empty city', empty)
  if (folder === '') return
  const large = await measure({ at: folder }, asked)
  print(folder, large)
  process.stdout.write(`\n${(large.together.perSecond / empty.together.perSecond).toFixed(2)} of the empty rate\n`)
}
