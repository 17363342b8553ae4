import { z } from 'zod'
import { ticketStates } from '../vocabulary/ticket.ts'

/** At most so many of each kind: a look-up is narrowed by typing on, not by paging. */
export const mostOfKind = 5

const groupOf = <Item extends z.ZodType>(item: Item) =>
  z.array(item).max(mostOfKind).optional().describe('Missing where the reader may not look there')

/** What was found of each kind, best first; enough to know it and to open it. */
export const LookupDto = z
  .object({
    tickets: groupOf(
      z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.enum(ticketStates) }).meta({
        id: 'FoundTicket',
      }),
    ),
    citizens: groupOf(
      z
        .object({
          id: z.string(),
          /** Masked; empty where the number is withheld. */
          phone: z.string(),
          name: z.string().nullable(),
        })
        .meta({ id: 'FoundCitizen' }),
    ),
    units: groupOf(
      z
        .object({
          id: z.string(),
          name: z.string(),
          nameEn: z.string(),
          /** The duty phone of an office, not of a person: not masked. */
          dutyPhone: z.string().nullable(),
        })
        .meta({ id: 'FoundUnit' }),
    ),
    staff: groupOf(
      z
        .object({
          id: z.string(),
          username: z.string(),
          name: z.string(),
          unitName: z.string(),
          unitNameEn: z.string(),
          extension: z.string().nullable(),
        })
        .meta({ id: 'FoundStaff' }),
    ),
    articles: groupOf(z.object({ id: z.string(), title: z.string() }).meta({ id: 'FoundArticle' })),
  })
  .meta({ id: 'Lookup' })
export type LookupDto = z.infer<typeof LookupDto>
