import { z } from 'zod'

/** The templates for one conversation, in the language of its citizen. */
export const TemplatesDto = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        purpose: z.string(),
        purposeEn: z.string(),
        /** What is known of the conversation’s newest ticket is filled in. */
        text: z.string(),
      }),
    ),
    /** What may still stand open in a text: it is filled in before it is sent. */
    blanks: z.array(z.string()),
  })
  .meta({ id: 'TextTemplates' })
export type TemplatesDto = z.infer<typeof TemplatesDto>
