import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { createServices } from './services.ts'

/** The process: configuration → services → server → a stop that finishes what it began. */
const start = async (config: Config) => {
  const services = await createServices(config)
  const server = serve({ fetch: createApp(services).fetch, port: config.port, hostname: config.host })
  server.on('error', (error) => {
    services.log.fatal({ err: error }, 'the server cannot listen')
    process.exit(1)
  })
  // A promise that nobody waited for is a fault of the program: it is logged without its text reaching the terminal, and a supervisor starts anew.
  process.on('unhandledRejection', (error) => {
    services.log.fatal({ err: error }, 'unhandled rejection')
    process.exit(1)
  })
  services.start()
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    server.close()
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 2_000).unref()
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
