import { openDb } from '../db/open.ts'
import type { Db } from '../db/db.ts'
import { createAudit } from './audit/audit.ts'
import { createAccess } from './access/access.ts'
import { callsJobs } from './calls/calls.jobs.ts'
import { createCalls } from './calls/calls.ts'
import { catalogueJobs, createCatalogue } from './catalogue/catalogue.ts'
import { createCitizens } from './citizens/citizens.ts'
import { createCalendar } from './clocks/calendar.ts'
import type { Counting } from './clocks/clocks.types.ts'
import { createDeskNotices } from './desk-notices/desk-notices.ts'
import { createDirectory } from './directory/directory.ts'
import { endFollowUps } from './followup/end-follow-ups.ts'
import { createFollowUp } from './followup/followup.ts'
import { startFollowUp } from './followup/start-follow-up.ts'
import { createInsight } from './insight/insight.ts'
import { insightReadings } from './insight/readings.ts'
import { createKnowledge } from './knowledge/knowledge.ts'
import { createNotices } from './notices/notices.ts'
import { createOperations } from './operations/operations.ts'
import { createMessages, messagesJobs } from './messages/messages.ts'
import { createTexting } from './messages/sending/texting.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { WriteDeps } from './platform/deps.ts'
import { openFiles } from './platform/files/files.ts'
import { createIds } from './platform/ids.ts'
import { indexJob } from './search/rebuild.ts'
import { createJobs } from './platform/jobs.ts'
import { createLive } from './platform/live/live.ts'
import { liveJobs } from './platform/live/live.jobs.ts'
import { createLog, type Log } from './platform/log.ts'
import { createMetrics } from './platform/figures/metrics.ts'
import { createReadings } from './platform/figures/readings.ts'
import { createOutbox } from './platform/outbox.ts'
import { readReadings } from './platform/figures/read-readings.ts'
import { createProxyWatch } from './platform/server/proxy-watch.ts'
import { countCarrierErrors } from './telephony/count-carrier-errors.ts'
import { createRetention, createSweeps, sweepFiles } from './retention/retention.ts'
import { claimIn, sweepKeys } from './telephony/inbox/claim.ts'
import type { Telephony } from './telephony/telephony.port.ts'
import { createTwilio } from './telephony/twilio/twilio.adapter.ts'
import { createAttachments } from './tickets/files/attachments.ts'
import { createContacts } from './contacts/contacts.ts'
import { createTickets, leaveEffect } from './tickets/tickets.ts'
import { createLivingTriage, triageJobs } from './triage/living-triage.ts'

/** What tests and the sample city may bring themselves. */
export interface Overrides {
  db?: Db
  clock?: Clock
  log?: Log
  /** Parts of the carrier in place of its own. */
  telephony?: Partial<Telephony>
}

/** The composition root: builds everything from the configuration, in the order in which the parts need each other. */
export const createServices = async (config: Config, overrides: Overrides = {}) => {
  const log = overrides.log ?? createLog(config.logLevel)
  const clock = overrides.clock ?? systemClock
  const db = overrides.db ?? (await openDb(config.databaseUrl))
  const ids = createIds(clock)
  const metrics = createMetrics()
  const live = await createLive({ db, log })
  const outbox = createOutbox({ db, clock, log, metrics })
  const deps: WriteDeps = { db, clock, ids, log, config, wake: { outbox: outbox.wake, live: live.wake } }
  const telephony = countCarrierErrors(
    { ...createTwilio({ config, clock, log, metrics }), ...overrides.telephony },
    metrics,
  )
  const files = openFiles(config, { clock, log })

  const calendar = createCalendar({ timeZone: config.timeZone })
  const counting: Counting = {
    calendar,
    officeHours: {
      spans: [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '17:30' },
      ],
      days: 'working',
    },
  }

  const directory = await createDirectory(deps)
  const catalogue = await createCatalogue({ ...deps, directory })
  const audit = createAudit({ db, directory })
  const access = await createAccess({ ...deps, directory, live })
  live.follow(directory.follow)
  live.follow(catalogue.follow)
  live.follow(access.follow)
  const citizens = createCitizens(deps)
  const knowledge = createKnowledge({ ...deps, directory, catalogue })
  const triage = await createLivingTriage({ db, config, catalogue })
  const texting = createTexting({ ...deps, telephony, outbox, directory }, { textsPerSecond: config.textsPerSecond })
  const notices = createNotices({ textCitizen: texting.textCitizen, timeZone: config.timeZone })

  const asking = { ...deps, notices, ...texting.asking }
  const tickets = createTickets({
    ...deps,
    notices,
    directory,
    catalogue,
    counting,
    triage,
    startFollowUp: startFollowUp(asking),
    endFollowUps: endFollowUps(asking),
  })
  citizens.whenRenamed(tickets.renamed)
  const deskNotices = createDeskNotices(deps)
  outbox.on(leaveEffect, tickets.undo.carryOut)
  const contacts = createContacts({ ...deps, directory, citizens, tickets, triage, notices, deskNotices })
  const followUp = createFollowUp({
    ...asking,
    act: tickets.act,
    directory,
    catalogue,
    counting,
    settings: tickets.deps.settings,
  })
  texting.onLost(followUp.textLost)
  const calls = createCalls({
    ...deps,
    carrier: telephony,
    outbox,
    files,
    directory,
    calendar,
    contacts,
    notices,
    claimIn: claimIn(deps),
    findOrCreateCitizenIn: citizens.findOrCreateCitizenIn,
    openTicketsOf: tickets.openTicketsOf,
    followUpTarget: followUp.callTarget,
  })
  const messages = createMessages({
    ...deps,
    telephony,
    outbox,
    directory,
    triage,
    findOrCreateCitizenIn: citizens.findOrCreateCitizenIn,
    tickets: tickets.act,
    contacts,
    followUp,
    files,
    notices,
    textLost: texting.textLost,
  })
  const insight = createInsight({ db, clock, directory, calendar })
  const proxy = createProxyWatch({ config, log })
  const operations = createOperations({
    ...deps,
    describeTexts: messages.textsByIds,
    strayTexts: messages.strays.count,
    proxyNotes: proxy.notes,
    lookAtFiles: files.look,
    jobs: () => jobs,
  })
  createReadings({ metrics, clock, log }).add([
    ...outbox.readings(),
    ...readReadings(db),
    ...insightReadings({ db, clock, directory }),
    ...operations.readings(),
  ])
  const attachments = createAttachments({ ...deps, files })
  const retention = createRetention({
    ...deps,
    directory,
    sweeps: createSweeps({
      alone: {
        ...access.sweeps,
        ...calls.sweeps,
        ...contacts.sweeps,
        ...messages.sweeps,
        ...attachments.sweeps,
        ...deskNotices.sweeps,
        audit: audit.sweep,
        liveEvents: live.sweep,
        effects: outbox.sweep,
        webhookKeys: sweepKeys,
      },
      files: sweepFiles({
        files,
        named: async (names) =>
          new Set([...(await attachments.attachedFiles(names)), ...(await calls.recordedFiles(names))]),
      }),
      audit,
      tickets: tickets.old,
      contacts: contacts.old,
      calls: calls.old,
      citizens: citizens.old,
      followUp,
      messages,
    }),
  })
  const jobs = createJobs(
    [
      ...catalogueJobs(catalogue),
      ...triageJobs(triage),
      ...knowledge.jobs,
      ...retention.jobs,
      ...tickets.jobs,
      indexJob(db),
      ...followUp.jobs,
      ...callsJobs(calls),
      ...messagesJobs(messages),
      ...liveJobs({ db, live }),
    ],
    log,
    clock,
  )

  return {
    config,
    log,
    clock,
    db,
    ids,
    metrics,
    proxy,
    live,
    outbox,
    jobs,
    telephony,
    counting,
    directory,
    catalogue,
    access,
    audit,
    citizens,
    contacts,
    deskNotices,
    knowledge,
    triage,
    tickets,
    followUp,
    insight,
    calls,
    messages,
    attachments,
    files,
    operations,
    retention,
    /** Starts the workers: outbox lanes and jobs. */
    start: () => {
      outbox.start()
      jobs.start()
    },
    /** Stops the workers after what they are doing, and closes the database. The server has answered its last request by then. */
    stop: async () => {
      await live.stop()
      await jobs.stop()
      await calls.routed()
      await outbox.stop()
      await db.close()
    },
  }
}
export type Services = Awaited<ReturnType<typeof createServices>>
