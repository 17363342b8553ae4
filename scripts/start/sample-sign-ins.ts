import { sampleSecrets } from '../../api/platform/config.ts'

/**
 * Somebody of the sample city for each desk; the district is the one that the README's example goes to.
 * @internal exported for its test
 */
export const samplePeople: readonly (readonly [username: string, role: string])[] = [
  ['agent1', 'agent: takes calls and texts'],
  ['dispatch1', 'dispatcher'],
  ['putuo-1', 'unit staff (a district): gets the ticket of the README’s example'],
  ['putuo-changfeng-1', 'unit staff (a street)'],
  ['human-resources-1', 'unit staff (a bureau)'],
  ['review1', 'reviewer'],
  ['follow1', 'follow-up'],
  ['lead1', 'supervisor'],
  ['admin', 'administrator'],
]

/** The sign-ins of the sample city, as they are printed at the start. */
export const sampleSignIns = (): string => `
  Sample sign-ins, all with the password ${sampleSecrets.password} (sample data, refused in production):
${samplePeople.map(([name, role]) => `    ${name.padEnd(20)} ${role}`).join('\n')}
`
