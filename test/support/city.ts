import { inject } from 'vitest'
import { startCity, type City } from '../../scripts/start/city.ts'

/** Server and practice carrier on a copy of the sample city, in which nobody has asked for anything yet. */
export const openCity = (): Promise<City> => startCity({ copyOf: inject('sampleCity') })

/** The same on a copy of the city that has sixty requests behind it, in every state. */
export const openBusyCity = (): Promise<City> => startCity({ copyOf: inject('busyCity') })
