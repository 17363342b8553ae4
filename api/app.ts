import { Hono } from 'hono'
import { accessProblems } from './access/access.errors.ts'
import { callProblems } from './calls/calls.errors.ts'
import { catalogueProblems } from './catalogue/catalogue.errors.ts'
import { citizenProblems } from './citizens/citizens.errors.ts'
import { contactProblems } from './contacts/contacts.errors.ts'
import { deskNoticeProblems } from './desk-notices/desk-notices.errors.ts'
import { directoryProblems } from './directory/directory.errors.ts'
import { followUpProblems } from './followup/followup.errors.ts'
import { knowledgeProblems } from './knowledge/knowledge.errors.ts'
import { messageProblems } from './messages/messages.errors.ts'
import { platformProblems } from './platform/problem.ts'
import { telephonyProblems } from './telephony/telephony.errors.ts'
import { ticketProblems } from './tickets/tickets.errors.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { sessionRoutes } from './access/access.routes.ts'
import { accountRoutes } from './access/account/account.routes.ts'
import { staffRoutes } from './access/staff.routes.ts'
import { callsRoutes } from './calls/calls.routes.ts'
import { callbacksRoutes } from './calls/callbacks/callbacks.routes.ts'
import { presenceRoutes } from './calls/agent/presence.routes.ts'
import { softphoneRoutes } from './calls/agent/softphone.routes.ts'
import { limitsRoutes, mattersRoutes } from './catalogue/catalogue.routes.ts'
import { contactsRoutes } from './contacts/contacts.routes.ts'
import { draftsRoutes } from './contacts/drafts.routes.ts'
import { filingRoutes } from './contacts/filing.routes.ts'
import { deskNoticesRoutes } from './desk-notices/desk-notices.routes.ts'
import { citizensRoutes } from './citizens/citizens.routes.ts'
import { linesRoutes, unitsRoutes } from './directory/directory.routes.ts'
import { followUpsRoutes } from './followup/followup.routes.ts'
import { ratesRoutes, wallboardRoutes } from './insight/insight.routes.ts'
import { articlesRoutes } from './knowledge/knowledge.routes.ts'
import { lookupRoutes } from './lookup/lookup.routes.ts'
import { straysRoutes } from './messages/strays/strays.routes.ts'
import { messagesRoutes } from './messages/threads/threads.routes.ts'
import { apiWords } from './api.words.ts'
import { apiDocument } from './platform/contract/api-document.ts'
import { consoleFiles, consoleFolder } from './platform/server/console-files.ts'
import { createFrame } from './platform/server/frame.ts'
import { healthRoutes } from './platform/server/health.routes.ts'
import type { ApiEnv } from './platform/http.ts'
import { liveRoutes } from './platform/live/live.routes.ts'
import { soundInput } from './platform/server/sound-input.ts'
import type { Services } from './services.ts'
import { recordingsRoutes } from './calls/recordings/recordings.routes.ts'
import { operationsRoutes } from './operations/operations.routes.ts'
import { retentionProblems } from './retention/retention.errors.ts'
import { retentionRoutes } from './retention/retention.routes.ts'
import { attachmentsRoutes } from './tickets/files/attachments.routes.ts'
import { machineRoutes } from './tickets/life/machine.routes.ts'
import { extensionsRoutes, returnsRoutes } from './tickets/units/requests.routes.ts'
import { ticketsRoutes } from './tickets/tickets.routes.ts'
import { triageRoutes } from './triage/triage.routes.ts'

/**
 * Every problem the API answers with, from each room's own table: keyed by code (RFC 9457 `code`).
 * @internal exported for its test
 */
export const problems = {
  ...accessProblems,
  ...callProblems,
  ...catalogueProblems,
  ...citizenProblems,
  ...contactProblems,
  ...deskNoticeProblems,
  ...directoryProblems,
  ...followUpProblems,
  ...knowledgeProblems,
  ...messageProblems,
  ...platformProblems,
  ...retentionProblems,
  ...telephonyProblems,
  ...ticketProblems,
} as const

/** Mounts every feature's routes: the carrier's behind its signature, the API behind the sign-in, and the few public ones. */
export const createApp = (services: Services) => {
  const { access, calls, citizens, contacts, directory, catalogue, messages, tickets } = services
  const app = createFrame({
    ids: services.ids,
    log: services.log,
    metrics: services.metrics,
    carrier: services.telephony,
  })

  app.route('/', services.telephony.routes({ calls, texts: messages }))

  app.use('*', services.proxy.watch)
  const api = new Hono<ApiEnv>()
  api.use('*', access.sameOrigin)
  api.use('/session/*', soundInput)
  api.route('/session', sessionRoutes(access))
  const document = apiDocument(api, { words: apiWords, problems, cookie: access.cookie.name })
  api.get('/openapi.json', async (c) => c.json(await document()))
  api.use('*', access.requireStaff)
  api.use('/account/*', soundInput)
  api.route('/account', accountRoutes(access))
  api.use('*', access.requireReady)
  // Files are no text: their route reads and limits its body itself.
  api.route('/attachments', attachmentsRoutes(services.attachments))
  api.use('*', soundInput)
  api.route('/live', liveRoutes({ live: services.live, log: services.log, may: access.stillMay }))
  api.route('/notices', deskNoticesRoutes(services.deskNotices))
  api.route('/audit', auditRoutes(services.audit))
  api.route('/staff', staffRoutes(access))
  api.route('/units', unitsRoutes(directory))
  api.route('/lines', linesRoutes(directory))
  api.route('/matters', mattersRoutes(services))
  api.route('/limits', limitsRoutes(services))
  api.route('/citizens', citizensRoutes(citizens, { directory, catalogue }))
  api.route('/citizens', contactsRoutes(contacts, directory))
  api.route('/articles', articlesRoutes(services.knowledge))
  api.route('/search', lookupRoutes(services))
  api.route('/triage', triageRoutes(services.triage))
  api.route('/tickets', ticketsRoutes(tickets))
  api.route('/tickets', filingRoutes(contacts, tickets))
  api.route('/drafts', draftsRoutes(contacts.drafts))
  api.route('/returns', returnsRoutes(tickets))
  api.route('/extensions', extensionsRoutes(tickets))
  api.route('/machine', machineRoutes(tickets))
  api.route('/threads', messagesRoutes(messages))
  api.route('/calls', callsRoutes(calls))
  api.route('/callbacks', callbacksRoutes(calls))
  api.route('/recordings', recordingsRoutes(calls))
  api.route('/presence', presenceRoutes(calls))
  api.route('/softphone', softphoneRoutes(calls))
  api.route('/follow-ups', followUpsRoutes(services.followUp))
  api.route('/rates', ratesRoutes(services.insight))
  api.route('/stray-texts', straysRoutes(messages.strays))
  api.route('/operations', operationsRoutes(services.operations))
  api.route('/retention', retentionRoutes(services.retention))
  api.route('/wallboard', wallboardRoutes(services.insight))
  app.route('/api', api)
  app.route('/', healthRoutes(services))
  app.route('/', consoleFiles(consoleFolder))
  return app
}
