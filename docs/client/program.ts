import * as api from './api.ts'

/** What the server answers where it should; anything else is a problem with a code. */
const must = <Answer extends { status: number; data: unknown }, Status extends Answer['status']>(
  answer: Answer,
  status: Status,
): Extract<Answer, { status: Status }>['data'] => {
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.data)}`)
  return (answer as Extract<Answer, { status: Status }>).data
}

/** Where the server is, and how to ask it; in Node, `ask` must keep the session's cookie. */
export interface Server {
  url: string
  ask: typeof fetch
}

/**
 * A program of another office: files what a citizen told it, notes something on the ticket, adds a picture, and reads the list again. Answers
 * what it did.
 */
export const program = async (
  server: Server,
  { username, password, phone }: { username: string; password: string; phone: string },
) => {
  api.defaults.baseUrl = `${server.url}/api`
  api.defaults.fetch = server.ask

  const session = must(await api.sessionOpen({ username, password }), 200)
  const citizen = must(await api.citizensMeet({ phone, name: '李先生' }), 200)
  const filed = must(
    await api.ticketsFile({ channel: 'call', citizenId: citizen.id, text: '滨江路水管爆了，水漫到马路上' }),
    200,
  )

  const noted = must(
    await api.ticketsAct(filed.id, {
      action: 'note',
      version: filed.version,
      input: { text: '已到现场核实', visibility: 'unit' },
    }),
    200,
  )
  // Somebody who still has the old version is told so, by a code of this very operation.
  const late = await api.ticketsAct(filed.id, { action: 'note', version: filed.version, input: { text: '再次核实' } })
  const lateCode = late.status === 409 ? late.data.code : null

  const picture = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])])
  const file = must(await api.attachmentsUpload({ file: picture }), 200)
  const supplemented = must(
    await api.ticketsAct(filed.id, {
      action: 'supplement',
      version: noted.version,
      input: { text: '现场照片', attachmentIds: [file.id] },
    }),
    200,
  )

  const numbers: string[] = []
  let cursor: string | undefined
  do {
    const page = must(await api.ticketsList({ view: 'open', sort: 'created', size: 1, cursor }), 200)
    numbers.push(...page.items.map(({ number }) => number))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)

  await api.sessionClose()
  const closed = await api.sessionRead()
  return {
    staff: session.staff.username,
    number: filed.number,
    version: supplemented.version,
    lateCode,
    numbers,
    closedCode: closed.status === 401 ? closed.data.code : null,
  }
}
