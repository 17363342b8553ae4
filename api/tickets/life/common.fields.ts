/** A remark, a reason, an instruction. */
export const remark = { kind: 'text', most: 2_000, rows: 3 } as const
/** What the citizen said or is told. */
export const longText = { kind: 'text', most: 20_000, rows: 5 } as const
/** Pictures and papers that go with it. */
export const attachments = { kind: 'files', hint: true } as const
