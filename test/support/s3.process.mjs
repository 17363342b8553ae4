// An S3 server of its own for tests: checks signatures, keeps files in a folder. `node s3.process.mjs PORT FOLDER BUCKET`; PORT 0 is any. Prints its port.
import S3rver from '@20minutes/s3rver'

const [port, directory, bucket] = process.argv.slice(2)
const server = new S3rver({
  port: Number(port),
  address: '127.0.0.1',
  silent: true,
  directory,
  serviceEndpoint: 'localhost',
  configureBuckets: [{ name: bucket, configs: [] }],
})
const address = await server.run()
process.stdout.write(`${address.port}\n`)
process.on('disconnect', () => process.exit(0))
