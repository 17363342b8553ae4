import type { DocumentWords } from './platform/contract/api-document.ts'

/** What the API's document says beside its operations. */
export const apiWords: DocumentWords = {
  description: `Everything the console does goes through this API, with the same rules for everybody.

Sign in with \`POST /session\` and send its cookie with every request. Refusals are problems (RFC 9457): go by their \`code\`, each operation lists its own.

Lists come in pages: \`size\` asks for so many, \`next\` of the answer goes back as \`cursor\` for the page after, with the same filters; \`next\` is null on the last.

Moments are ISO 8601 in UTC, telephone numbers E.164, and masked until they are revealed. Unknown fields of a body are refused. What an account may not see is not found.`,
  tags: {
    session: 'Signing in and out',
    account: 'One’s own password, sessions and second factor',
    directory: 'Units, published numbers, staff',
    catalogue: 'Matters, who is responsible for them, and their limits',
    citizens: 'Who calls and texts',
    knowledge: 'Articles to answer from',
    search: 'One search over everything one can open',
    triage: 'What a text is about',
    tickets: 'Requests of citizens, and every act on them',
    threads: 'Texts with citizens',
    calls: 'Telephone calls as an agent handles them',
    callbacks: 'People to ring back',
    recordings: 'What was said on the telephone',
    presence: 'What agents are doing',
    softphone: 'The telephone in the browser',
    followUps: 'Asking citizens whether it was solved',
    insight: 'Figures',
    notices: 'What one’s desks were told, and what one has read of it',
    live: 'What happens, as it happens',
    audit: 'What was done, by whom',
    operations: 'For whoever keeps the program running',
  },
}
