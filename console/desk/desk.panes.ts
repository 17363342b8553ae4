/** What an open item needs on the desk: one chunk, fetched while the desk is still idle. */
export { CallPane } from './components/CallPane.tsx'
export { DraftPane } from './components/DraftPane.tsx'
export { HelpColumn } from './components/HelpColumn.tsx'
export { NewIntake } from './components/NewIntake.tsx'
