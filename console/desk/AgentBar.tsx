import { Softphone } from '../softphone/Softphone.tsx'
import { createDangerAlerts } from './danger-alerts.ts'

/** What agents have in the bar of every page: the telephone, and the alarm when danger is reported anywhere. */
export const AgentBar = () => {
  createDangerAlerts()
  return <Softphone />
}
