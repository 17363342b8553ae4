/** A list, count or search of the console, and who asks it. */
export interface Question {
  who: string
  path: string
  /** Asked for this page of the list, by its cursors from the first; 1 unless said. */
  page?: number
}

/** `lead1` supervises; a district, a street under it and a bureau have what was given to them. */
const units = ['putuo-1', 'putuo-changfeng-1', 'human-resources-1']
const deep = 200

const tickets = (who: string, query: string, page = 1): Question => ({ who, path: `/api/tickets?${query}`, page })

const hotline: Question[] = [
  ...['all', 'open', 'closed'].flatMap((view) =>
    ['clock', 'updated', 'created'].map((sort) => tickets('lead1', `view=${view}&sort=${sort}`)),
  ),
  ...['intake', 'dispatch', 'unit', 'review', 'followUp', 'danger', 'overdue', 'dueSoon', 'supervised'].map((view) =>
    tickets('lead1', `view=${view}&sort=clock`),
  ),
  ...['all', 'open', 'closed'].map((view) => tickets('lead1', `view=${view}&sort=updated`, deep)),
  tickets('lead1', 'view=closed&sort=clock', deep),
  tickets('lead1', 'view=all&kind=complaint&sort=created'),
  tickets('lead1', 'view=all&kind=complaint&sort=created', deep),
  tickets('lead1', 'view=all&kind=suggestion,inquiry&sort=updated'),
  tickets('lead1', 'view=closed&urgency=critical&sort=updated'),
  tickets('lead1', 'view=closed&urgency=critical&sort=updated', deep),
  tickets('lead1', 'view=closed&urgency=critical&kind=suggestion&sort=updated'),
  tickets('lead1', 'view=open&urgency=critical&kind=help&sort=clock'),
  tickets('lead1', 'view=all&channel=web&sort=updated'),
  tickets('lead1', 'view=all&channel=call&sort=clock'),
  tickets('lead1', 'view=all&state=terminated&sort=updated'),
  tickets('lead1', 'view=all&state=withdrawn,declined&sort=updated'),
  tickets('lead1', 'view=all&matter=municipal&sort=updated'),
  tickets('lead1', 'view=closed&matter=municipal.lighting.lamp-out&sort=clock'),
  tickets('lead1', 'view=all&from=2019-03-01T00:00:00Z&to=2019-04-01T00:00:00Z&sort=created'),
  tickets('lead1', 'view=all&from=2019-03-01T00:00:00Z&to=2019-04-01T00:00:00Z&sort=updated'),
  tickets('lead1', 'view=closed&to=2019-04-01T00:00:00Z&sort=updated'),
  tickets('lead1', 'view=all&sort=created&q=%E8%B7%AF%E7%81%AF'),
  tickets('lead1', 'view=all&sort=created&q=%E9%AA%86%E9%A9%BC'),
  { who: 'lead1', path: '/api/tickets/counts' },
  ...['open', 'calling', 'dissatisfied', 'unproven', 'done'].map((view) => ({
    who: 'lead1',
    path: `/api/follow-ups?view=${view}`,
  })),
  { who: 'lead1', path: '/api/follow-ups?view=done', page: deep },
  { who: 'lead1', path: '/api/follow-ups/counts' },
  { who: 'lead1', path: '/api/audit' },
  { who: 'lead1', path: '/api/audit', page: 100 },
  { who: 'lead1', path: '/api/audit?action=ticket.merge' },
  { who: 'lead1', path: '/api/audit?entity=session' },
  { who: 'lead1', path: '/api/audit?actorId=nobody' },
  { who: 'lead1', path: '/api/returns' },
  { who: 'lead1', path: '/api/extensions' },
  { who: 'lead1', path: '/api/wallboard' },
]

const ofUnit = (who: string): Question[] => [
  { who, path: '/api/tickets/counts' },
  ...['open', 'unit', 'overdue', 'closed', 'all'].map((view) => tickets(who, `view=${view}&sort=clock`)),
  ...['open', 'closed', 'all'].map((view) => tickets(who, `view=${view}&sort=updated`)),
  tickets(who, 'view=closed&sort=updated', 20),
  tickets(who, 'view=closed&kind=complaint&sort=created'),
  tickets(who, 'view=closed&urgency=critical&sort=updated'),
  tickets(who, 'view=all&channel=web&sort=updated'),
]

/** Every list, count and search that the console shows, in every order, by each filter, also far from its beginning. */
export const questions: readonly Question[] = [...hotline, ...units.flatMap(ofUnit)]
