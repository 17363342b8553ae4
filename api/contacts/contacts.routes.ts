import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { pageQuery, pageDto } from '../platform/page.ts'
import { idText } from '../platform/words.ts'
import { CitizenContactDto, toCitizenContactDto, type ContactNames } from './contacts.dto.ts'
import type { Contacts } from './contacts.ts'

const CitizenParam = z.object({ id: idText.describe('Id of the citizen') })
const PageQuery = z.strictObject({
  ...pageQuery(20, 100),
})

/** `/api/citizens/:id/contacts`: what a citizen said before, by whatever channel. */
export const contactsRoutes = (contacts: Pick<Contacts, 'list'>, directory: ContactNames) =>
  new Hono<ApiEnv>().get(
    '/:id/contacts',
    describeRoute({
      operationId: 'citizens.contacts',
      tags: ['citizens'],
      summary: 'A citizen’s calls and texts, newest first',
      responses: ok(pageDto(CitizenContactDto), 'citizen.not-found'),
    }),
    check('param', CitizenParam),
    check('query', PageQuery),
    async (c) => {
      const { id: citizenId } = c.req.valid('param')
      const page = await contacts.list(c.var.actor, { citizenId, ...c.req.valid('query') })
      return c.json({ items: page.items.map((row) => toCitizenContactDto(directory, row)), next: page.next }, 200)
    },
  )
export type ContactsRoutes = ReturnType<typeof contactsRoutes>
