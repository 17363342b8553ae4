import { z } from 'zod'
import { machineKinds } from '../../vocabulary/message.ts'
import { idPattern } from '../../platform/ids.ts'
import { pageQuery, pageDto } from '../../platform/page.ts'

const instant = z.date().transform((at) => at.toISOString())
const iso = z.string()

const machine = z.enum(machineKinds).nullable().describe('What wrote the text, where no person did')

const count = z.int().optional()

/** A text as staff see it. */
export const MessageDto = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    body: z.string(),
    purpose: z.string(),
    status: z.string(),
    errorCode: z.string().nullable(),
    sentBy: z.string().nullable(),
    machine,
    createdAt: iso,
    ticketId: z.string().nullable(),
    ticketNumber: z.string().nullable(),
    attachments: z.array(
      z.object({ id: z.string(), name: z.string(), contentType: z.string(), size: z.number(), state: z.string() }),
    ),
  })
  .meta({ id: 'Message' })
export type MessageDto = z.infer<typeof MessageDto>

/** The newest text of one citizen. */
export const ThreadDto = z
  .object({
    citizenId: z.string(),
    /** Masked; empty where there is no number. */
    phone: z.string(),
    name: z.string().nullable(),
    locale: z.string(),
    /** The newest text that nobody has looked at, since when the oldest waits, and from when on that is pressing and too long. */
    waiting: z.object({ text: z.string(), at: instant, since: instant, amberAt: instant, redAt: instant }).nullable(),
    last: z.object({
      id: z.string(),
      direction: z.enum(['in', 'out']),
      body: z.string(),
      purpose: z.string(),
      status: z.string(),
      machine,
      /** How many files of each kind came with it. */
      files: z.object({ picture: count, video: count, sound: count, file: count }),
      createdAt: iso,
      ticketId: z.string().nullable(),
      ticketNumber: z.string().nullable(),
    }),
  })
  .meta({ id: 'Thread' })
export type ThreadDto = z.infer<typeof ThreadDto>

export const ThreadPageDto = pageDto(ThreadDto).meta({ id: 'ThreadPage' })
export const MessagePageDto = pageDto(MessageDto).meta({ id: 'MessagePage' })
export const SettledDto = z.object({ settled: z.number() }).meta({ id: 'SettledThread' })

/** Dates of a row as the API writes them. */
export const toIso = (at: Date) => instant.parse(at)

const pages = pageQuery(30, 100)
export const ThreadQuery = z.strictObject({
  needsAnswer: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Only threads in which somebody waits for an answer'),
  ...pages,
})
export const MessageQuery = z.strictObject(pages)
export const CitizenParam = z.object({
  citizenId: z.string().regex(idPattern('citizen')).describe('Id of the citizen'),
})

/** What an agent writes; NUL cannot be stored and is refused. */
export const StaffText = z
  .strictObject({
    body: z
      .string()
      .trim()
      .min(1)
      .max(1600)
      .refine((text) => !text.includes('\0'), 'a NUL character cannot be sent'),
    ticketId: z.string().regex(idPattern('ticket')).optional(),
  })
  .meta({ id: 'StaffTextBody', samples: [{ body: '您反映的问题正在处理。' }] })
export type StaffText = z.output<typeof StaffText>
