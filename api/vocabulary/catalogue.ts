/** What the citizen wants (诉求性质): 咨询, 求助, 投诉, 举报, 意见建议. */
export const kinds = ['inquiry', 'help', 'complaint', 'violationReport', 'suggestion'] as const
export type Kind = (typeof kinds)[number]

/** How pressing it is (紧急程度): 一般, 紧急, 特急. Danger to life is no level but an immediate transfer. */
export const urgencies = ['normal', 'urgent', 'critical'] as const
export type Urgency = (typeof urgencies)[number]

/** `h` running hours, `cd` calendar days, `wd` working days, `wh` working hours inside office hours. */
export const limitUnits = ['h', 'cd', 'wd', 'wh'] as const
export type LimitUnit = (typeof limitUnits)[number]

/**
 * What a limit runs from: receipt of the request (收到), acceptance (受理), hand-over to the unit (派单), or its signature (签收). The text that sets the
 * limit says which; most limits of hotlines run from the dispatch (JN 24, WF 20).
 */
export const limitStarts = ['received', 'accepted', 'dispatched', 'signed'] as const
export type LimitStart = (typeof limitStarts)[number]

/**
 * How well a rule is founded: A full text checked, B verbatim excerpt, C second hand, D the project's own default.
 * B and C are shown as unverified examples, never as the law.
 */
export const grades = ['A', 'B', 'C', 'D'] as const
export type Grade = (typeof grades)[number]

/** Who gets a matter: a fixed unit, or the district or the street in which the place lies (属地). */
export const routes = ['unit', 'district', 'street'] as const
export type Route = (typeof routes)[number]
