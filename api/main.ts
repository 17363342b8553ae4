import './platform/require-node.ts'
import { createApp } from './app.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { createHttpServer } from './platform/server/server.ts'
import { createServices } from './services.ts'

/** The process: configuration → services → server → a stop that finishes what it began. */
const start = async (config: Config) => {
  const services = await createServices(config)
  const { server, close } = createHttpServer(createApp(services).fetch)
  server.on('error', (error) => {
    services.log.fatal({ err: error }, 'the server cannot listen')
    process.exit(1)
  })
  // A promise that nobody waited for is a fault of the program: it is logged without its text reaching the terminal, and a supervisor starts anew.
  process.on('unhandledRejection', (error) => {
    services.log.fatal({ err: error }, 'unhandled rejection')
    process.exit(1)
  })
  server.listen(config.port, config.host)
  services.start()
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // What is asked needs the database, and what it promises the workers: they go last.
    await close(services.live.stop)
    await services.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

try {
  await start(readConfig(process.env))
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`The settings are not right:\n${error.message}\n`)
  process.exit(1)
}
