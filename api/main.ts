import './platform/require-node.ts'
import { createApp } from './app.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { consoleIsBuilt } from './platform/server/console-files.ts'
import { createHttpServer } from './platform/server/server.ts'
import { settingsSentence } from './platform/settings.mjs'
import { version } from './platform/version.ts'
import { createServices } from './services.ts'
import { closeFilesToOthers, closeToOthers } from './start/close-to-others.ts'
import { holdData, writeRecord } from './start/data-lock.ts'
import { makeFirstAdministrator } from './start/first-administrator.ts'
import { openCheckedDb } from './start/prepare-database.ts'
import { startFaults, startNotes } from './start/start.sentences.ts'
import { beyondRepair, inBoth, StartFault, type Said } from './start/start-fault.ts'

const say = (said: Said) => process.stderr.write(inBoth(said))

const giveUp = (text: string) => {
  process.stderr.write(text)
  process.exit(beyondRepair)
}

/** What the system says when an address cannot be listened on, as a sentence. */
const listenFault = ({ host, port }: Config, error: Error): Said => {
  const code = String(Reflect.get(error, 'code'))
  return code === 'EADDRINUSE' ? startFaults.port(port, 'PORT') : startFaults.listen(host, port, code)
}

/** The process: configuration → data folder and database → services → first administrator → server → a stop that finishes what it began. */
const start = async (config: Config) => {
  // What the server writes is for nobody else on the machine.
  process.umask(0o077)
  const lock = holdData(config.dataDir, config.databaseUrl.startsWith('file:') ? 'alone' : 'shared')
  closeToOthers(config, say)
  writeRecord(config.dataDir, { pid: process.pid, since: new Date().toISOString() })
  const { db, laterFound } = await openCheckedDb(config, say)
  const services = await createServices(config, { db })
  const administrator = await makeFirstAdministrator(services, config.adminPassword)
  if (administrator) say(startNotes.administrator(administrator.username, administrator.password))
  if (config.production && config.twilio.apiUrl !== null) {
    say(startNotes.bentCarrier(config.twilio.apiUrl))
    services.log.warn({ url: config.twilio.apiUrl }, 'TWILIO_API_URL is set in production')
  }
  if (!consoleIsBuilt()) say(startNotes.notBuilt)
  const { server, close } = createHttpServer(createApp(services).fetch)
  server.on('error', (error) => giveUp(inBoth(listenFault(config, error))))
  // A promise that nobody waited for is a fault of the program: it is logged without its text reaching the terminal, and a supervisor starts anew.
  process.on('unhandledRejection', (error) => {
    services.log.fatal({ err: error }, 'unhandled rejection')
    process.exit(1)
  })
  server.listen(config.port, config.host, () =>
    services.log.info(
      {
        version,
        node: process.version,
        address: `http://${config.host}:${config.port}`,
        publicUrl: config.publicUrl,
        files: services.files.place,
        database: config.databaseUrl.startsWith('file:') ? 'sqlite' : 'postgres',
        production: config.production,
      },
      'started',
    ),
  )
  services.start()
  // Calls and texts are taken without it: a start waits for no store of files.
  void services.files.look().then((away) => {
    if (away) say(startNotes.filesAway(services.files.place, away.fault))
  })
  let stopping = false
  const stop = async (why: string) => {
    if (stopping) return
    stopping = true
    const since = performance.now()
    services.log.info({ version, why, ranSeconds: Math.round(process.uptime()) }, 'stopping')
    // What is asked needs the database, and what it promises the workers: they go last.
    await close(services.live.stop)
    await services.stop()
    writeRecord(config.dataDir, { pid: null })
    lock.release()
    services.log.info({ version, afterMs: Math.round(performance.now() - since) }, 'stopped')
    process.exit(0)
  }
  process.on('SIGINT', () => void stop('SIGINT'))
  process.on('SIGTERM', () => void stop('SIGTERM'))
  // Whoever started this process is gone without a word.
  process.on('disconnect', () => void stop('whoever started the server is gone'))
  void laterFound.then((found) => {
    if (found === null) return
    services.log.fatal({ found }, 'the database file is damaged')
    services.operations.noteDamage(found)
  })
  void closeFilesToOthers(config.dataDir).catch((error: unknown) => services.log.warn({ err: error }, 'file modes'))
}

try {
  await start(readConfig(process.env))
} catch (error) {
  if (error instanceof ConfigError) giveUp(settingsSentence(error.message))
  if (error instanceof StartFault) giveUp(inBoth(error.said))
  throw error
}
