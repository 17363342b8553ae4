import { Softphone } from '../softphone/Softphone.tsx'
import { createAlerts } from './alerts.ts'

/** What agents have in the bar of every page: the telephone, and the alarm when danger is reported anywhere. */
export const AgentBar = () => {
  createAlerts()
  return <Softphone />
}
